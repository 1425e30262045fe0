/** Home of an object: one of its list views, sorted and page by page. */
import { LightningElement, api } from 'lwc';
import { UI_API, callEngine, messageOf } from 'lma/engine';
import { showField } from 'lma/format';
import type { ObjectInfo, RecordView, ShownField } from 'lma/format';
import { goTo, listPath, recordPath } from 'lma/route';

const PAGE_SIZE = 50;

interface Column {
  readonly fieldApiName: string;
  readonly label: string;
  readonly sortable: boolean;
}

interface ListUi {
  readonly info: { readonly label: string; readonly displayColumns: readonly Column[] };
  readonly records: {
    readonly records: readonly RecordView[];
    readonly nextPageToken: string | null;
    readonly previousPageToken: string | null;
    readonly currentPageToken: string;
    readonly totalCount: number;
  };
}

interface Cell extends ShownField {
  readonly isName: boolean;
}

export default class ListView extends LightningElement {
  views: { label: string; value: string }[] = [];
  list?: ListUi;
  info?: ObjectInfo;
  errorText = '';
  sortBy = '';
  private shownObject = '';
  private shownView = '';
  private turn = 0;

  @api
  get objectApiName(): string {
    return this.shownObject;
  }
  set objectApiName(value: string) {
    if (value === this.shownObject) return;
    this.shownObject = value;
    this.list = undefined;
    this.info = undefined;
    this.sortBy = '';
    this.later();
  }

  @api
  get view(): string {
    return this.shownView;
  }
  set view(value: string) {
    this.shownView = value;
    this.sortBy = '';
    this.later();
  }

  get title(): string {
    return this.info?.labelPlural ?? '';
  }

  get currentView(): string {
    return this.shownView || (this.views[0]?.value ?? '');
  }

  get isLoading(): boolean {
    return !this.list && !this.errorText;
  }

  get isEmpty(): boolean {
    return this.list?.records.records.length === 0;
  }

  get countText(): string {
    const { records, currentPageToken, totalCount } = this.list?.records ?? {};
    if (!records || records.length === 0) return '';
    const first = Number(currentPageToken) + 1;
    return `${first} to ${first + records.length - 1} of ${totalCount ?? 0}`;
  }

  get hasNoPrevious(): boolean {
    return !this.list?.records.previousPageToken;
  }

  get hasNoNext(): boolean {
    return !this.list?.records.nextPageToken;
  }

  get columns(): (Column & { sort: string | null; mark: string })[] {
    const columns = this.list?.info.displayColumns ?? [];
    return columns.map((column) => {
      const isUp = this.sortBy === column.fieldApiName;
      const isDown = this.sortBy === `-${column.fieldApiName}`;
      return {
        ...column,
        sort: isUp ? 'ascending' : isDown ? 'descending' : null,
        mark: isUp ? '▲' : isDown ? '▼' : '',
      };
    });
  }

  get rows(): { key: string; cells: Cell[] }[] {
    const { info, list } = this;
    if (!info || !list) return [];
    return list.records.records.map((record) => ({
      key: record.id,
      cells: list.info.displayColumns.map(({ fieldApiName }) => this.cell(info, record, fieldApiName)),
    }));
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    goTo(listPath(this.shownObject, event.detail.value));
  }

  handleSort(event: Event): void {
    const name = (event.currentTarget as HTMLElement).dataset['name'] ?? '';
    void this.load('0', this.sortBy === name ? `-${name}` : name);
  }

  handlePrevious(): void {
    void this.load(this.list?.records.previousPageToken ?? '0');
  }

  handleNext(): void {
    void this.load(this.list?.records.nextPageToken ?? '0');
  }

  private cell(info: ObjectInfo, record: RecordView, name: string): Cell {
    const shown = showField(info, record, name);
    const isName = info.nameFields.includes(name);
    return { ...shown, isName, href: isName ? recordPath(info.apiName, record.id) : shown.href };
  }

  /** Object and view may change together: what was set last is loaded, once. */
  private later(): void {
    const turn = ++this.turn;
    void Promise.resolve().then(() => (turn === this.turn ? this.load('0') : undefined));
  }

  private async load(pageToken: string, sortBy = this.sortBy): Promise<void> {
    const turn = ++this.turn;
    const object = this.shownObject;
    try {
      const [info, { lists }] = await Promise.all([
        callEngine<ObjectInfo>('GET', `${UI_API}/object-info/${object}`),
        callEngine<{ lists: { apiName: string; label: string }[] }>('GET', `${UI_API}/list-info/${object}`),
      ]);
      const view = this.shownView || (lists[0]?.apiName ?? '');
      const query = new URLSearchParams({ pageSize: String(PAGE_SIZE), pageToken });
      if (sortBy !== '') query.set('sortBy', sortBy);
      const list = await callEngine<ListUi>('GET', `${UI_API}/list-ui/${object}/${view}?${query.toString()}`);
      if (turn !== this.turn) return;
      this.views = lists.map(({ apiName, label }) => ({ label, value: apiName }));
      this.info = info;
      this.list = list;
      this.sortBy = sortBy;
      this.errorText = '';
    } catch (error) {
      if (turn === this.turn) this.errorText = messageOf(error);
    }
  }
}
