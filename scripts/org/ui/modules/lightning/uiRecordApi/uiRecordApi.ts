/** `lightning/uiRecordApi` over the engine's UI API. */
import { UI_API, callEngine } from 'lma/engine';
import { invalidate, makeAdapter } from 'lma/wire';

type Field = string | { readonly objectApiName: string; readonly fieldApiName: string };
interface FieldValue {
  readonly value: unknown;
  readonly displayValue?: string | null;
}
interface RecordLike {
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

const nameOf = (field: Field): string =>
  typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
const namesOf = (fields: unknown): string =>
  (Array.isArray(fields) ? (fields as Field[]) : fields ? [fields as Field] : []).map(nameOf).join(',');

export const getRecord = makeAdapter({
  isReady: (config) => Boolean(config['recordId']),
  tags: (config) => [config['recordId']],
  load: (config) => {
    const query = new URLSearchParams();
    if (config['fields']) query.set('fields', namesOf(config['fields']));
    if (config['optionalFields']) query.set('optionalFields', namesOf(config['optionalFields']));
    if (config['layoutTypes']) query.set('layoutTypes', String(config['layoutTypes']));
    return callEngine('GET', `${UI_API}/records/${String(config['recordId'])}?${query.toString()}`);
  },
});

function fieldOf(record: unknown, field: Field): FieldValue | undefined {
  let current = record as RecordLike | undefined;
  let found: FieldValue | undefined;
  for (const part of nameOf(field).split('.').slice(1)) {
    found = current?.fields?.[part];
    current = found?.value as RecordLike | undefined;
  }
  return found;
}

export function getFieldValue(record: unknown, field: Field): unknown {
  return fieldOf(record, field)?.value;
}

export function getFieldDisplayValue(record: unknown, field: Field): string | null {
  return fieldOf(record, field)?.displayValue ?? null;
}

export async function createRecord(input: unknown): Promise<unknown> {
  return callEngine('POST', `${UI_API}/records`, input);
}

export async function updateRecord(input: { fields: Record<string, unknown> }): Promise<unknown> {
  const { Id, ...fields } = input.fields;
  const record = await callEngine('PATCH', `${UI_API}/records/${String(Id)}`, { fields });
  invalidate(String(Id));
  return record;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await callEngine('DELETE', `${UI_API}/records/${recordId}`);
}

export function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void> {
  for (const { recordId } of records) invalidate(recordId);
  return Promise.resolve();
}
