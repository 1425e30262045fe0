/** `force:relatedListContainer`: the newest records that look up to this one, by the page layout. */
import { LightningElement, api, wire } from 'lwc';
import { DATA, UI_API, callEngine } from 'lma/engine';
import { labelOf, showRaw } from 'lma/format';
import type { ObjectInfo } from 'lma/format';
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
      const soql = `SELECT ${['Id', ...fields.filter((field) => field !== 'Id')].join(', ')} FROM ${object} WHERE ${lookup} = '${this.recordId}' ORDER BY ${order} ${direction} LIMIT ${MOST_ROWS}`;
      const found = await callEngine<{ records: Record<string, unknown>[] }>(
        'GET',
        `${DATA}/query?q=${encodeURIComponent(soql)}`,
      );
      return {
        key: list.relatedList,
        label: info.labelPlural,
        columns: fields.map((field) => ({ key: field, label: labelOf(info.fields[field], field) })),
        rows: found.records.map((row) => ({
          key: String(row['Id']),
          cells: fields.map((field) => ({
            key: field,
            text: showRaw(info.fields[field], row[field]),
            href: field === nameField ? recordPath(object, String(row['Id'])) : '',
          })),
        })),
        isEmpty: found.records.length === 0,
      };
    } catch {
      return null;
    }
  }
}
