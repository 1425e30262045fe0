/** `force:highlightsPanel`: the record's name and the fields of its compact layout. */
import { LightningElement, api, wire } from 'lwc';
import { showField } from 'lma/format';
import type { ObjectInfo, RecordView, ShownField } from 'lma/format';
import type { RecordPageDescription } from 'lma/recordPage';
import { getRecord } from 'lightning/uiRecordApi';

export default class Highlights extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  @api description?: RecordPageDescription;
  @api info?: ObjectInfo;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fieldNames' })
  record?: { data?: RecordView; error?: unknown };

  get fieldNames(): string[] | undefined {
    const { description, info } = this;
    if (!description || !info) return undefined;
    const names = [...info.nameFields, ...description.compactFields];
    return [...new Set(names)].map((name) => `${info.apiName}.${name}`);
  }

  get objectLabel(): string {
    return this.info?.label ?? '';
  }

  get name(): string {
    const [nameField] = this.info?.nameFields ?? [];
    return this.info && nameField ? showField(this.info, this.record?.data, nameField).text : '';
  }

  get fields(): ShownField[] {
    const { description, info } = this;
    if (!description || !info) return [];
    return description.compactFields
      .filter((name) => !info.nameFields.includes(name))
      .map((name) => showField(info, this.record?.data, name));
  }
}
