/** A record on the page that was deployed for its object: regions with the platform's components and ours. */
import { LightningElement, api } from 'lwc';
import type { LightningElement as Component } from 'lwc';
import Details from 'lma/details';
import { UI_API, callEngine, messageOf } from 'lma/engine';
import type { ObjectInfo, RecordView } from 'lma/format';
import Highlights from 'lma/highlights';
import { COMPONENTS } from 'lma/registry';
import RelatedLists from 'lma/relatedLists';

export interface LayoutSection {
  readonly label?: string;
  readonly columns: readonly (readonly { readonly field?: string }[])[];
}

export interface RelatedList {
  /** `Child__c.Lookup__c`. */
  readonly relatedList: string;
  readonly fields: readonly string[];
  readonly sortField?: string;
  readonly sortOrder?: string;
}

/** How an object's records are shown. */
export interface RecordPageDescription {
  readonly object: string;
  readonly page: {
    readonly regions: readonly {
      readonly name: string;
      readonly type: string;
      readonly items: readonly (
        { readonly kind: 'component'; readonly component: PageComponent } | { readonly kind: 'field' }
      )[];
    }[];
  } | null;
  readonly compactFields: readonly string[];
  readonly layout: { readonly sections: readonly LayoutSection[]; readonly relatedLists: readonly RelatedList[] };
}

interface PageComponent {
  readonly name: string;
  readonly identifier?: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Constructor = new () => Component;
interface ShownComponent {
  readonly key: string;
  readonly component?: Constructor;
  readonly properties: Record<string, unknown>;
  /** Why it cannot be shown, or empty. */
  readonly problem: string;
}
interface ShownRegion {
  readonly key: string;
  readonly regionClass: string;
  readonly components: readonly ShownComponent[];
}

/** The platform's own components, which pages name. */
const PLATFORM: Readonly<Record<string, Constructor>> = {
  'force:highlightsPanel': Highlights,
  'force:detailPanel': Details,
  'force:relatedListContainer': RelatedLists,
};
const STANDARD: readonly { name: string; components: readonly string[] }[] = [
  { name: 'header', components: ['force:highlightsPanel'] },
  { name: 'main', components: ['force:detailPanel'] },
  { name: 'sidebar', components: ['force:relatedListContainer'] },
];
const REGION_CLASSES: Readonly<Record<string, string>> = {
  header: 'slds-col slds-size_1-of-1 slds-p-around_x-small',
  sidebar: 'slds-col slds-size_1-of-1 slds-large-size_1-of-3 slds-p-around_x-small',
};
const MAIN_CLASS = 'slds-col slds-size_1-of-1 slds-large-size_2-of-3 slds-p-around_x-small';

export default class RecordPage extends LightningElement {
  regions: readonly ShownRegion[] = [];
  errorText = '';
  private shownId = '';
  private shownObject = '';
  private turn = 0;

  @api
  get recordId(): string {
    return this.shownId;
  }
  set recordId(value: string) {
    this.shownId = value;
    this.later();
  }

  @api
  get objectApiName(): string {
    return this.shownObject;
  }
  set objectApiName(value: string) {
    this.shownObject = value;
    this.later();
  }

  get isLoading(): boolean {
    return this.regions.length === 0 && !this.errorText;
  }

  private later(): void {
    const turn = ++this.turn;
    void Promise.resolve().then(() => (turn === this.turn ? this.load(turn) : undefined));
  }

  private async load(turn: number): Promise<void> {
    this.regions = [];
    this.errorText = '';
    try {
      const { apiName } = await callEngine<RecordView>('GET', `${UI_API}/records/${this.shownId}?fields=Id`);
      const [description, info] = await Promise.all([
        callEngine<RecordPageDescription>('GET', `/lwr/record-page/${apiName}`),
        callEngine<ObjectInfo>('GET', `${UI_API}/object-info/${apiName}`),
      ]);
      const regions = await Promise.all(
        this.regionsOf(description).map((region) => this.show(region, description, info)),
      );
      if (turn === this.turn) this.regions = regions;
    } catch (error) {
      if (turn === this.turn) this.errorText = messageOf(error);
    }
  }

  private regionsOf(description: RecordPageDescription): { name: string; components: readonly PageComponent[] }[] {
    if (description.page === null)
      return STANDARD.map(({ name, components }) => ({
        name,
        components: components.map((component) => ({ name: component, properties: {} })),
      }));
    return description.page.regions
      .filter((region) => region.type === 'Region')
      .map(({ name, items }) => ({
        name,
        components: items.flatMap((item) => (item.kind === 'component' ? [item.component] : [])),
      }));
  }

  private async show(
    region: { name: string; components: readonly PageComponent[] },
    description: RecordPageDescription,
    info: ObjectInfo,
  ): Promise<ShownRegion> {
    const components = region.components.map(async (component, index): Promise<ShownComponent> => {
      const key = component.identifier ?? `${component.name}-${index}`;
      const shared = { recordId: this.shownId, objectApiName: info.apiName };
      const own = PLATFORM[component.name];
      if (own) return { key, component: own, properties: { ...shared, description, info }, problem: '' };
      const load = COMPONENTS[component.name];
      if (!load) return { key, properties: {}, problem: `The local org cannot show ${component.name}.` };
      const { default: loaded } = await load();
      return { key, component: loaded, properties: { ...component.properties, ...shared }, problem: '' };
    });
    return {
      key: region.name,
      regionClass: REGION_CLASSES[region.name] ?? MAIN_CLASS,
      components: await Promise.all(components),
    };
  }
}
