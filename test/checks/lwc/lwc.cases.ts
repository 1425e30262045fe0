/** One component with one fault each; the rest of the project is whole. */
export interface LwcRow {
  readonly name: string;
  /** Files of the bundle `panel` that differ from the whole one. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly file: string;
  readonly line: number;
  readonly message: RegExp;
}

const lines = (...text: readonly string[]): string => text.join('\n');

export const SCRIPT = lines(
  "import { LightningElement, api, wire } from 'lwc';",
  "import { NavigationMixin } from 'lightning/navigation';",
  "import find from '@salesforce/apex/ShopController.find';",
  "import save from '@salesforce/apex/ShopController.save';",
  "import CITY from '@salesforce/schema/Shop__c.City__c';",
  "import OWNER from '@salesforce/schema/Shop__c.Account__r.Owner.Name';",
  "import title from '@salesforce/label/c.Title';",
  "import mayEdit from '@salesforce/customPermission/Edit_Shops';",
  "import logo from '@salesforce/resourceUrl/logo';",
  "import userId from '@salesforce/user/Id';",
  "import { getRecord } from 'lightning/uiRecordApi';",
  "import { double } from 'c/numbers';",
  '',
  'export default class Panel extends NavigationMixin(LightningElement) {',
  '  @api recordId;',
  '  label = { title, logo, userId, mayEdit };',
  '  rows = [];',
  '  @wire(getRecord, { recordId: "$recordId", fields: [CITY, OWNER] }) record;',
  '  @wire(find, { recordId: "$recordId" }) receive({ data }) {',
  '    this.rows = data ?? [];',
  '    this.total = double(this.rows.length);',
  '  }',
  '  get hasRows() {',
  '    return this.rows.length > 0;',
  '  }',
  '  async handleSave() {',
  '    await save({ recordId: this.recordId });',
  '  }',
  '}',
);

export const TEMPLATE = lines(
  '<template>',
  '  <h1 title={title}>{label.title}</h1>',
  '  <template lwc:if={hasRows}>',
  '    <template for:each={rows} for:item="row" for:index="place">',
  '      <c-shop-row key={row.id} row={row} place={place} onsave={handleSave}></c-shop-row>',
  '    </template>',
  '  </template>',
  '  <template lwc:else>{total}</template>',
  '  <lightning-button label={label.title} onclick={handleSave}></lightning-button>',
  '</template>',
);

export const META = lines(
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">',
  '  <apiVersion>66.0</apiVersion>',
  '  <isExposed>true</isExposed>',
  '  <targets>',
  '    <target>lightning__RecordPage</target>',
  '  </targets>',
  '  <targetConfigs>',
  '    <targetConfig targets="lightning__RecordPage">',
  '      <property name="recordId" type="String" />',
  '    </targetConfig>',
  '  </targetConfigs>',
  '</LightningComponentBundle>',
);

const script = (name: string, from: string, to: string, line: number, message: RegExp): LwcRow => ({
  name,
  files: { 'panel.js': SCRIPT.replace(from, to) },
  file: 'panel.js',
  line,
  message,
});
const template = (name: string, from: string, to: string, line: number, message: RegExp): LwcRow => ({
  name,
  files: { 'panel.html': TEMPLATE.replace(from, to) },
  file: 'panel.html',
  line,
  message,
});
const meta = (name: string, from: string, to: string, line: number, message: RegExp): LwcRow => ({
  name,
  files: { 'panel.js-meta.xml': META.replace(from, to) },
  file: 'panel.js-meta.xml',
  line,
  message,
});

export const FAULTY: readonly LwcRow[] = [
  script('a class that is not there', 'ShopController.find', 'ShpController.find', 3, /no Apex class ShpController/),
  script('a method that is not there', 'ShopController.find', 'ShopController.fnd', 3, /has no method fnd/),
  script('a method in other case', 'ShopController.find', 'ShopController.Find', 3, /it is written find/),
  script('a method without annotation', 'ShopController.find', 'ShopController.hidden', 3, /not @AuraEnabled/),
  script('a wired method that is not cacheable', '@wire(find,', '@wire(save,', 19, /cacheable/),
  script('a field that is not there', 'Shop__c.City__c', 'Shop__c.Town__c', 5, /no field Town__c/),
  script('an object that is not there', 'Shop__c.City__c', 'Shp__c.City__c', 5, /no object Shp__c/),
  script('a relationship that is not there', 'Account__r.Owner', 'Acount__r.Owner', 6, /no relationship Acount__r/),
  script('a label that is not there', 'label/c.Title', 'label/c.Titel', 7, /no custom label Titel/),
  script('a permission that is not there', 'Edit_Shops', 'Edit_Shop', 8, /no custom permission/),
  script('a resource that is not there', 'resourceUrl/logo', 'resourceUrl/lgo', 9, /no static resource/),
  script('a fact of users that is not there', 'user/Id', 'user/Name', 10, /has no Name/),
  script('a platform module that is not there', 'lightning/uiRecordApi', 'lightning/uiRecordsApi', 11, /no module/),
  script('a component that is not there', 'c/numbers', 'c/number', 12, /no component c\/number/),
  script('an export that is not there', '{ double }', '{ triple as double }', 12, /no export triple/),
  script('a package of Node', "'c/numbers'", "'lodash'", 12, /cannot be imported/),
  script('a file that is not in the bundle', "'c/numbers'", "'./numbers'", 12, /no file/),
  script('a decorator that is not imported', '@api recordId', '@track recordId', 15, /LWC1\d\d\d/),
  script('a syntax error', 'rows = [];', 'rows = [;', 17, /./),
  script('a variable that is not there', 'double(this', 'duble(this', 21, /'duble' is not defined/),
  script('a public name in capitals', 'rows = [];', '@api Place;', 14, /lowercase/),
  template('a handler that is not there', 'onclick={handleSave}', 'onclick={handelSave}', 9, /no handelSave/),
  template('a condition that is not there', 'lwc:if={hasRows}', 'lwc:if={hasRow}', 3, /is hasRows meant/),
  template('a text that is not there', '{total}', '{sum}', 8, /no sum/),
  template('an item outside its loop', '{total}', '{row.id}', 8, /no row/),
  template(
    'an element that is not there',
    '{total}',
    '<c-shop-line></c-shop-line>',
    8,
    /no component for <c-shop-line>/,
  ),
  template(
    'a platform element that is not there',
    '{total}',
    '<lightning-buton></lightning-buton>',
    8,
    /no <lightning-buton>/,
  ),
  template('a call in an expression', '{total}', '{total()}', 8, /LWC1\d\d\d/),
  template('a loop without key', 'key={row.id} ', '', 5, /key/i),
  meta('a target that is not there', '</target>', '</target><target>lightning__Recordpage</target>', 6, /no target/),
  meta(
    'a target that is not listed',
    'targets="lightning__RecordPage"',
    'targets="lightning__HomePage"',
    9,
    /not list/,
  ),
  meta('a property that is no @api member', 'name="recordId"', 'name="rows"', 10, /no @api member/),
  meta('a version that is none', '66.0', 'latest', 3, /no version/),
  meta('XML that does not close', '</targetConfigs>', '', 13, /./),
  {
    name: 'no configuration file',
    files: { 'panel.js-meta.xml': null },
    file: 'panel.js',
    line: 1,
    message: /no panel\.js-meta\.xml/,
  },
  {
    name: 'a template without a script',
    files: { 'panel.js': null },
    file: 'panel.html',
    line: 1,
    message: /no panel\.js/,
  },
  {
    name: 'TypeScript that was not compiled',
    files: { 'panel.js': null, 'panel.ts': SCRIPT.replace('({ data })', '({ data }: { data: never[] })') },
    file: 'panel.ts',
    line: 1,
    message: /compiled JavaScript is missing/,
  },
  {
    name: 'a style that does not parse',
    files: { 'panel.css': 'p {\n  color red;\n}' },
    file: 'panel.css',
    line: 2,
    message: /./,
  },
];
