/** `force:detailPanel`: the fields of the page layout, to read. */
import { LightningElement, api, wire } from 'lwc';
import { showField } from 'lma/format';
import type { ObjectInfo, RecordView, ShownField } from 'lma/format';
import type { RecordPageDescription } from 'lma/recordPage';
import { getRecord } from 'lightning/uiRecordApi';

export default class Details extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  @api description?: RecordPageDescription;
  @api info?: ObjectInfo;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fieldNames' })
  record?: { data?: RecordView; error?: unknown };

  get fieldNames(): string[] | undefined {
    const sections = this.description?.layout.sections;
    const items = sections?.flatMap((section) => section.columns.flat());
    return items?.flatMap(({ field }) => (field ? [`${this.info?.apiName ?? ''}.${field}`] : []));
  }

  get sections(): { key: string; label: string; columns: { key: string; fields: ShownField[] }[] }[] {
    const { info } = this;
    const sections = this.description?.layout.sections ?? [];
    if (!info) return [];
    return sections.map((section, index) => ({
      key: `${index}`,
      label: section.label ?? '',
      columns: section.columns.map((column, place) => ({
        key: `${place}`,
        fields: column.flatMap(({ field }) => (field ? [showField(info, this.record?.data, field)] : [])),
      })),
    }));
  }
}
