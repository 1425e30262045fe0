/** `force:relatedListContainer`: the newest records that look up to this one, by the page layout. */
import { LightningElement, api, wire } from 'lwc';
import { DATA, UI_API, callEngine } from 'lma/engine';
import { labelOf, showRaw } from 'lma/format';
import type { FieldInfo, ObjectInfo } from 'lma/format';
import type { RecordPageDescription, RelatedList } from 'lma/recordPage';
import { recordPath } from 'lma/route';
import { getRecord } from 'lightning/uiRecordApi';

const MOST_ROWS = 6;
const NAME = /^\w+$/;

interface ShownList {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly { readonly key: string; readonly text: string; readonly href: string }[];
  }[];
  readonly isEmpty: boolean;
}

type Row = Readonly<Record<string, unknown>>;

/** Column by which a query gives the name of the record that a lookup names; null for other fields. */
function parentName(field: FieldInfo | undefined): string | null {
  const [nameField] = field?.referenceToInfos[0]?.nameFields ?? [];
  return field?.relationshipName && nameField ? `${field.relationshipName}.${nameField}` : null;
}

/** A cell of a query's row: lookups as names with their address. */
function cellOf(field: FieldInfo | undefined, name: string, row: Row): { key: string; text: string; href: string } {
  const id = row[name];
  const [relationship = '', nameField = ''] = parentName(field)?.split('.') ?? [];
  if (relationship === '' || typeof id !== 'string') return { key: name, text: showRaw(field, id), href: '' };
  const parent = row[relationship] as Row | null | undefined;
  return { key: name, text: String(parent?.[nameField] ?? id), href: `/lightning/r/${id}/view` };
}

export default class RelatedLists extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  @api description?: RecordPageDescription;
  @api info?: ObjectInfo;
  lists: readonly ShownList[] = [];

  /** The record changes when something happened to it; then its lists are read again. */
  @wire(getRecord, { recordId: '$recordId', optionalFields: ['Id'] })
  receive(result: { data?: unknown; error?: unknown }): void {
    if (result.data) void this.load();
  }

  private async load(): Promise<void> {
    const lists = (this.description?.layout.relatedLists ?? []).map((list) => this.read(list));
    this.lists = (await Promise.all(lists)).flatMap((list) => list ?? []);
  }

  /** @returns null for a list of an object that the user may not see */
  private async read(list: RelatedList): Promise<ShownList | null> {
    const [object = '', lookup = ''] = list.relatedList.split('.');
    if (!NAME.test(object) || !NAME.test(lookup) || !this.recordId) return null;
    try {
      const info = await callEngine<ObjectInfo>('GET', `${UI_API}/object-info/${object}`);
      const [nameField = 'Id'] = info.nameFields;
      const named = list.fields.map((field) => (field === 'NAME' ? nameField : field));
      const fields = [...new Set(named)].filter((field) => info.fields[field]);
      const order = list.sortField && info.fields[list.sortField] ? list.sortField : nameField;
      const direction = list.sortOrder === 'Desc' ? 'DESC' : 'ASC';
      const parents = fields.flatMap((field) => parentName(info.fields[field]) ?? []);
      const columns = new Set(['Id', ...fields, ...parents]);
      const soql = `SELECT ${[...columns].join(', ')} FROM ${object} WHERE ${lookup} = '${this.recordId}' ORDER BY ${order} ${direction} LIMIT ${MOST_ROWS}`;
      const found = await callEngine<{ records: Row[] }>('GET', `${DATA}/query?q=${encodeURIComponent(soql)}`);
      return {
        key: list.relatedList,
        label: info.labelPlural,
        columns: fields.map((field) => ({ key: field, label: labelOf(info.fields[field], field) })),
        rows: found.records.map((row) => ({
          key: String(row['Id']),
          cells: fields.map((field) =>
            field === nameField
              ? { key: field, text: String(row[field]), href: recordPath(object, String(row['Id'])) }
              : cellOf(info.fields[field], field, row),
          ),
        })),
        isEmpty: found.records.length === 0,
      };
    } catch {
      return null;
    }
  }
}
