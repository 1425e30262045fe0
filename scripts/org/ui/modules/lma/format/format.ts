/** Field values as people read them. */

export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly nameField: boolean;
  /** Of a lookup, else null. */
  readonly relationshipName: string | null;
  readonly referenceToInfos: readonly { readonly nameFields: readonly string[] }[];
}

export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

export interface RecordView {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<Record<string, { readonly value: unknown; readonly displayValue: string | null }>>;
}

/** A field of a record, ready to show. */
export interface ShownField {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** Address of the record that a lookup names, else empty. */
  readonly href: string;
}

/** Labels of lookups without the “ID” that their API label may carry. */
export function labelOf(field: FieldInfo | undefined, name: string): string {
  return field?.label.replace(/ ID$/, '') ?? name;
}

export function showField(info: ObjectInfo, record: RecordView | undefined, name: string): ShownField {
  const field = info.fields[name];
  const given = record?.fields[name];
  const value = given?.value;
  const isLookup = field?.dataType === 'Reference' && typeof value === 'string' && given?.displayValue !== null;
  return {
    key: name,
    label: labelOf(field, name),
    text: given?.displayValue ?? plain(value),
    href: isLookup ? `/lightning/r/${value}/view` : '',
  };
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'object' ? '' : String(value as string | number);
}

/** A raw value of a query, by its type. */
export function showRaw(field: FieldInfo | undefined, value: unknown): string {
  if (typeof value !== 'string') return plain(value);
  const { locale, timeZone } = globalThis.lmaUser;
  if (field?.dataType === 'Date')
    return new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
  if (field?.dataType === 'DateTime')
    return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone }).format(
      new Date(value),
    );
  return value;
}
