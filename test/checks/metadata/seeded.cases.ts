/** One deliberate error each, made by one replacement in the base project. */
import { MAIN } from './base-project.ts';

export interface SeededError {
  readonly name: string;
  readonly file: string;
  /** Text that is replaced, and what takes its place. */
  readonly replace: readonly [from: string, to: string];
  readonly message: RegExp;
  /** Where it must be reported, if not in the line of the replacement. */
  readonly at?: { readonly file?: string; readonly line: number };
}

const OBJECT = `${MAIN}/objects/Thing__c/Thing__c.object-meta.xml`;
const VIEW = `${MAIN}/objects/Thing__c/listViews/All_Things.listView-meta.xml`;
const COMPACT = `${MAIN}/objects/Thing__c/compactLayouts/Thing_Compact.compactLayout-meta.xml`;
const RULE = `${MAIN}/objects/Thing__c/validationRules/Due_Given.validationRule-meta.xml`;
const TYPE = `${MAIN}/objects/Thing__c/recordTypes/Simple.recordType-meta.xml`;
const SET = `${MAIN}/permissionsets/Thing_User.permissionset-meta.xml`;
const COMPANION = 'unpackaged/permissionsets/Companion.permissionset-meta.xml';
const PAGE = `${MAIN}/flexipages/Thing_Record_Page.flexipage-meta.xml`;
const LAYOUT = `${MAIN}/layouts/Thing__c-Thing Layout.layout-meta.xml`;
const BOSS_LAYOUT = `${MAIN}/layouts/Boss__c-Boss Layout.layout-meta.xml`;
const RECORD = `${MAIN}/customMetadata/Rule.First.md-meta.xml`;
const BUNDLE = `${MAIN}/lwc/thingPanel/thingPanel.js-meta.xml`;
const REPORT = `${MAIN}/reports/Acme/Things.report-meta.xml`;
const REPORT_TYPE = `${MAIN}/reportTypes/Bosses.reportType-meta.xml`;
const FLOW = `${MAIN}/flows/Thing_Flow.flow-meta.xml`;
const APP = `${MAIN}/applications/Acme.app-meta.xml`;
const LABELS = `${MAIN}/labels/CustomLabels.labels-meta.xml`;
const CLASS = `${MAIN}/classes/ThingService.cls`;
const TAB = `${MAIN}/tabs/Thing__c.tab-meta.xml`;
const field = (name: string): string => `${MAIN}/objects/Thing__c/fields/${name}__c.field-meta.xml`;

/** Elements, their places and their values. */
export const SHAPE_ERRORS: readonly SeededError[] = [
  {
    name: 'a misspelt element',
    file: field('Due'),
    replace: ['<required>false</required>', '<requird>false</requird>'],
    message: /Unknown element <requird> in <CustomField> .* Did you mean <required>\?/,
  },
  {
    name: 'an element of another type',
    file: SET,
    replace: ['<label>Thing User</label>', '<label>Thing User</label>\n    <pluralLabel>Users</pluralLabel>'],
    message: /Unknown element <pluralLabel>/,
    at: { line: 34 },
  },
  {
    name: 'an element under the wrong parent',
    file: PAGE,
    replace: ['<operator>EQUAL</operator>', '<operator>EQUAL</operator><sobjectType>Thing__c</sobjectType>'],
    message: /Unknown element <sobjectType> .* It belongs into FlexiPage/,
  },
  {
    name: 'an element inside a value',
    file: VIEW,
    replace: ['<label>All Things</label>', '<label><value>All Things</value></label>'],
    message: /Misplaced element <value>/,
  },
  {
    name: 'text among elements',
    file: VIEW,
    replace: ['<filterScope>Everything</filterScope>', '<filterScope>Everything</filterScope> all of them'],
    message: /holds elements, not text/,
  },
  {
    name: 'a value given twice',
    file: SET,
    replace: ['<label>Thing User</label>', '<label>Thing User</label><label>Other</label>'],
    message: /Element <label> is duplicated/,
  },
  {
    name: 'entries that do not stand together',
    file: APP,
    replace: ['<uiType>Lightning</uiType>', '<uiType>Lightning</uiType><tabs>standard-Account</tabs>'],
    message: /Element <tabs> is duplicated at this location in type CustomApplication/,
  },
  {
    name: 'a required element that is missing',
    file: LABELS,
    replace: ['        <value>Hello</value>\n', ''],
    message: /Required element <value> is missing in <labels>/,
    at: { line: 3 },
  },
  {
    name: 'a boolean that is none',
    file: field('Due'),
    replace: ['<required>false', '<required>no'],
    message: /<required> is a boolean: "no"/,
  },
  {
    name: 'an integer that is none',
    file: field('Code'),
    replace: ['<length>20', '<length>20.5'],
    message: /<length> is an integer: "20.5"/,
  },
  {
    name: 'a number that is none',
    file: `${CLASS}-meta.xml`,
    replace: ['66.0', 'latest'],
    message: /<apiVersion> is a number: "latest"/,
  },
  {
    name: 'a day that does not exist',
    file: REPORT,
    replace: ['2026-01-01', '2026-02-30'],
    message: /<startDate> is a date: "2026-02-30"/,
  },
  {
    name: 'a value that is not in the enumeration',
    file: OBJECT,
    replace: ['ControlledByParent', 'ControledByParent'],
    message: /is no value of <sharingModel> .* Did you mean ControlledByParent\?/,
  },
  {
    name: 'a field type that does not exist',
    file: field('Due'),
    replace: ['<type>Date</type>', '<type>Datum</type>'],
    message: /"Datum" is no value of <type> \(FieldType\)/,
  },
  {
    name: 'the root element of another type',
    file: TAB,
    replace: ['<CustomTab ', '<CustomTabs '],
    message: /The root element is|closes/,
    at: { line: 5 },
  },
  {
    name: 'a root without namespace',
    file: TAB,
    replace: [' xmlns="http://soap.sforce.com/2006/04/metadata"', ''],
    message: /states no namespace/,
  },
  {
    name: 'a wrong namespace',
    file: TAB,
    replace: ['2006/04/metadata', '2006/08/metadata'],
    message: /is not the Metadata API's/,
  },
  {
    name: 'an end tag of another element',
    file: VIEW,
    replace: ['<label>All Things</label>', '<label>All Things</lable>'],
    message: /Malformed XML: <\/lable> closes <label>/,
  },
  {
    name: 'a bare ampersand',
    file: SET,
    replace: ['Thing User', 'Things & Users'],
    message: /Malformed XML: & must be written/,
  },
];

/** File names, folders, API names and versions. */
export const NAME_ERRORS: readonly SeededError[] = [
  {
    name: 'a full name of another file',
    file: field('Due'),
    replace: ['<fullName>Due__c', '<fullName>Duee__c'],
    message: /fullName Duee__c does not match the file, which is named Due__c/,
  },
  {
    name: 'a field without full name',
    file: field('Due'),
    replace: ['    <fullName>Due__c</fullName>\n', ''],
    message: /Required element <fullName> is missing/,
    at: { line: 2 },
  },
  {
    name: 'a class of another name',
    file: CLASS,
    replace: ['class ThingService', 'class ThingServices'],
    message: /The class is named ThingServices, but its file ThingService\.cls/,
  },
  {
    name: 'a trigger on an object that does not exist',
    file: `${MAIN}/triggers/ThingTrigger.trigger`,
    replace: ['on Thing__c', 'on Thingy__c'],
    message: /Object Thingy__c does not exist\. Did you mean Thing__c\?/,
  },
  {
    name: 'a version that is too new',
    file: `${CLASS}-meta.xml`,
    replace: ['66.0', '99.0'],
    message: /apiVersion 99\.0 does not exist yet/,
  },
  {
    name: 'a version that is too old',
    file: BUNDLE,
    replace: ['66.0', '20.0'],
    message: /apiVersion 20\.0 is too old/,
  },
  {
    name: 'a class without version',
    file: `${CLASS}-meta.xml`,
    replace: ['    <apiVersion>66.0</apiVersion>\n', ''],
    message: /Required element <apiVersion> is missing/,
    at: { line: 2 },
  },
  {
    name: 'a label that is too long',
    file: field('Due'),
    replace: ['<label>Due', `<label>${'Due '.repeat(11)}`],
    message: /<label> has 43 characters, 40 are allowed/,
  },
  {
    name: 'a label with two underscores',
    file: LABELS,
    replace: ['<fullName>Greeting', '<fullName>Greeting_'],
    message: /must not end with an underscore/,
  },
  {
    name: 'a relationship name with two underscores',
    file: field('Owner_Contact'),
    replace: ['<relationshipName>Things', '<relationshipName>My Things'],
    message: /relationshipName My Things is no API name/,
  },
  {
    name: 'a reserved word as key of the event contract',
    file: 'config/events.schema.json',
    replace: ['"eventId"', '"package"'],
    message: /The key package is a reserved word of Apex/,
  },
];

/** Objects, fields and formulas. */
export const MODEL_ERRORS: readonly SeededError[] = [
  {
    name: 'a text field without length',
    file: field('Code'),
    replace: ['    <length>20</length>\n', ''],
    message: /Required element <length> is missing: a field of type Text/,
    at: { line: 2 },
  },
  {
    name: 'a length that is too great',
    file: field('Code'),
    replace: ['<length>20<', '<length>300<'],
    message: /<length> of a field of type Text is 1 to 255/,
  },
  {
    name: 'more decimals than digits',
    file: field('Amount'),
    replace: ['<precision>18', '<precision>1'],
    message: /<scale> 2 is greater than <precision> 1/,
    at: { line: 7 },
  },
  {
    name: 'a lookup to an object that does not exist',
    file: field('Owner_Contact'),
    replace: ['<referenceTo>Contact', '<referenceTo>Contcat'],
    message: /Object Contcat does not exist\. Did you mean Contact\?/,
  },
  {
    name: 'a master-detail field to User',
    file: field('Boss'),
    replace: ['<referenceTo>Boss__c', '<referenceTo>User'],
    message: /User cannot be the master/,
  },
  {
    name: 'a relationship name that is taken',
    file: field('Owner_Contact'),
    replace: ['<referenceTo>Contact', '<referenceTo>Boss__c'],
    message: /relationshipName Things is taken on Boss__c by Thing__c\.Boss__c/,
    at: { line: 8 },
  },
  {
    name: 'a required lookup that is emptied on deletion',
    file: field('Owner_Contact'),
    replace: [
      '<deleteConstraint>SetNull</deleteConstraint>',
      '<deleteConstraint>SetNull</deleteConstraint><required>true</required>',
    ],
    message: /A required lookup says what a deletion does/,
  },
  {
    name: 'a detail object with sharing of its own',
    file: OBJECT,
    replace: ['>ControlledByParent<', '>ReadWrite<'],
    message: /its sharingModel is ControlledByParent, not ReadWrite/,
  },
  {
    name: 'a custom object without plural',
    file: OBJECT,
    replace: ['    <pluralLabel>Things</pluralLabel>\n', ''],
    message: /Required element <pluralLabel> is missing/,
    at: { line: 2 },
  },
  {
    name: 'a compact layout that does not exist',
    file: OBJECT,
    replace: ['<compactLayoutAssignment>Thing_Compact', '<compactLayoutAssignment>Thing_Compakt'],
    message: /Compact layout Thing_Compakt does not exist/,
  },
  {
    name: 'a picklist field of an event',
    file: `${MAIN}/objects/Alert__e/fields/Text__c.field-meta.xml`,
    replace: ['<type>Text</type>', '<type>Email</type>'],
    message: /A field of a platform event cannot be of type Email/,
  },
  {
    name: 'a value twice in a picklist',
    file: field('Status'),
    replace: ['<fullName>Done', '<fullName>Open'],
    message: /The value Open is there already/,
  },
  {
    name: 'a value set that does not exist',
    file: field('Color'),
    replace: ['<valueSetName>Colors', '<valueSetName>Colours'],
    message: /Global value set Colours does not exist\. Did you mean Colors\?/,
  },
  {
    name: 'a roll-up over a field that does not exist',
    file: `${MAIN}/objects/Boss__c/fields/Total__c.field-meta.xml`,
    replace: ['Thing__c.Amount__c', 'Thing__c.Amont__c'],
    message: /Field Amont__c does not exist on Thing__c\. Did you mean Amount__c\?/,
  },
  {
    name: 'a formula with a field that does not exist',
    file: field('Is_Late'),
    replace: ['Due__c &lt; TODAY()', 'Du__c &lt; TODAY()'],
    message: /Formula: Field Du__c does not exist on Thing__c/,
  },
  {
    name: 'a formula with a function that does not exist',
    file: field('Is_Late'),
    replace: ['TODAY()', 'TODEY()'],
    message: /Formula: Unknown function TODEY\. Did you mean TODAY\?/,
  },
  {
    name: 'a formula that is not closed',
    file: field('Is_Late'),
    replace: [')</formula>', '</formula>'],
    message: /Formula: /,
  },
  {
    name: 'a formula of the wrong type',
    file: field('Is_Late'),
    replace: ['Due__c &lt; TODAY()', 'Due__c &lt; "today"'],
    message: /Formula: Incorrect parameter type for operator '<'/,
  },
  {
    name: 'a formula over a long text',
    file: field('Is_Late'),
    replace: ['NOT(ISBLANK(Due__c))', 'NOT(ISBLANK(Notes__c))'],
    message: /a formula field cannot read Notes__c, a field of type LongTextArea/,
  },
  {
    name: 'a filter by a value that a picklist cannot hold',
    file: VIEW,
    replace: ['<value>Open', '<value>Opened'],
    message: /Opened is no value of Thing__c\.Status__c\. Did you mean Open\?/,
  },
  {
    name: 'a rule with a picklist as text',
    file: RULE,
    replace: ["ISPICKVAL(Status__c, 'Open')", "Status__c = 'Open'"],
    message: /Formula: .*picklist/,
  },
  {
    name: 'a rule with a custom permission that does not exist',
    file: RULE,
    replace: ['$Permission.Manage_Things', '$Permission.Manage_Thing'],
    message: /Custom permission Manage_Thing does not exist\. Did you mean Manage_Things\?/,
  },
  {
    name: 'a rule that shows its error on a field that does not exist',
    file: RULE,
    replace: ['<errorDisplayField>Due__c', '<errorDisplayField>Due_Date__c'],
    message: /Field Due_Date__c does not exist on Thing__c/,
  },
  {
    name: 'a record type with a value that does not exist',
    file: TYPE,
    replace: ['<fullName>Open', '<fullName>Opened'],
    message: /Opened is no value of Status__c\. Did you mean Open\?/,
  },
  {
    name: 'a column that does not exist',
    file: VIEW,
    replace: ['<columns>Due__c', '<columns>Dues__c'],
    message: /Field Dues__c does not exist on Thing__c/,
  },
  {
    name: 'a column by the name of its field',
    file: VIEW,
    replace: ['CREATED_DATE', 'CreatedDate'],
    message: /Could not resolve list view column: CreatedDate/,
  },
  {
    name: 'a filter on a field that does not exist',
    file: VIEW,
    replace: ['<field>Amount__c', '<field>Amounts__c'],
    message: /Field Amounts__c does not exist on Thing__c/,
  },
  {
    name: 'a condition over filters that are not there',
    file: VIEW,
    replace: ['1 AND 2', '1 AND 3'],
    message: /booleanFilter names filter 3, but there are 2/,
  },
  {
    name: 'a compact layout with a field that does not exist',
    file: COMPACT,
    replace: ['<fields>Due__c', '<fields>Dueue__c'],
    message: /Field Dueue__c does not exist on Thing__c/,
  },
  {
    name: 'a field set over a relationship that does not exist',
    file: `${MAIN}/objects/Thing__c/fieldSets/Short.fieldSet-meta.xml`,
    replace: ['Boss__r.Name', 'Bosses__r.Name'],
    message: /Relationship Bosses__r does not exist on Thing__c\. Did you mean Boss__r\?/,
  },
];

/** Permission sets. */
export const ACCESS_ERRORS: readonly SeededError[] = [
  {
    name: 'a class that does not exist',
    file: SET,
    replace: ['<apexClass>ThingService', '<apexClass>ThingServise'],
    message: /Apex class ThingServise does not exist\. Did you mean ThingService\?/,
  },
  {
    name: 'a field that does not exist',
    file: SET,
    replace: ['Thing__c.Due__c', 'Thing__c.Due_On__c'],
    message: /Field Due_On__c does not exist on Thing__c/,
  },
  {
    name: 'a required field',
    file: SET,
    replace: ['Thing__c.Due__c', 'Thing__c.Code__c'],
    message: /You cannot deploy to a required field: Thing__c\.Code__c is required/,
  },
  {
    name: 'a master-detail field',
    file: SET,
    replace: ['Thing__c.Due__c', 'Thing__c.Boss__c'],
    message: /You cannot deploy to a required field: Thing__c\.Boss__c is a master-detail field/,
  },
  {
    name: 'a formula that is editable',
    file: SET,
    replace: ['<editable>false</editable>', '<editable>true</editable>'],
    message: /Thing__c\.Is_Late__c is computed: it cannot be editable/,
  },
  {
    name: 'an object that does not exist',
    file: SET,
    replace: ['<object>Thing__c', '<object>Things__c'],
    message: /Object Things__c does not exist\. Did you mean Thing__c\?/,
  },
  {
    name: 'edit without read',
    file: SET,
    replace: [
      '<allowDelete>false</allowDelete>\n        <allowEdit>true</allowEdit>',
      '<allowDelete>true</allowDelete>\n        <allowEdit>false</allowEdit>',
    ],
    message: /Permission Delete Boss__c depends on permission\(s\): Edit Boss__c/,
  },
  {
    name: 'object permissions of a custom metadata type',
    file: SET,
    replace: ['<object>Thing__c', '<object>Rule__mdt'],
    message: /Rule__mdt has no object permissions/,
  },
  {
    name: 'a standard object in a packaged set',
    file: SET,
    replace: ['<object>Thing__c', '<object>Contact'],
    message: /A packaged permission set cannot grant permissions on standard objects/,
  },
  {
    name: 'a record type that does not exist',
    file: SET,
    replace: ['Thing__c.Simple', 'Thing__c.Simpel'],
    message: /Record type Thing__c\.Simpel does not exist\. Did you mean Simple\?/,
  },
  {
    name: 'a tab that does not exist',
    file: SET,
    replace: ['<tab>Thing__c', '<tab>Boss__c'],
    message: /Tab Boss__c does not exist/,
  },
  {
    name: 'an application that does not exist',
    file: SET,
    replace: ['<application>Acme', '<application>Acne'],
    message: /Application Acne does not exist\. Did you mean Acme\?/,
  },
  {
    name: 'a custom permission that does not exist',
    file: SET,
    replace: ['<name>Manage_Things', '<name>Manage_Everything'],
    message: /Custom permission Manage_Everything does not exist/,
  },
  {
    name: 'a setting that is none',
    file: SET,
    replace: ['<name>Prefs__c', '<name>Thing__c'],
    message: /Thing__c is no custom setting/,
  },
  {
    name: 'the same entry twice',
    file: SET,
    replace: ['Thing__c.Is_Late__c', 'Thing__c.Due__c'],
    message: /<fieldPermissions> names Thing__c\.Due__c twice/,
  },
  {
    name: 'a misspelt user permission',
    file: COMPANION,
    replace: ['<name>ApiEnabled', '<name>ApiEnable'],
    message: /Unknown user permission ApiEnable\. Did you mean ApiEnabled\?/,
  },
  {
    name: 'a custom field of a standard object that does not exist',
    file: COMPANION,
    replace: ['Account.Region__c', 'Account.Regoin__c'],
    message: /Field Regoin__c does not exist on Account\. Did you mean Region__c\?/,
  },
  {
    name: 'a misspelt standard field',
    file: COMPANION,
    replace: ['Account.Region__c', 'Account.AnnualRevenu'],
    message: /Field AnnualRevenu does not exist on Account\. Did you mean AnnualRevenue\?/,
  },
];

/** Pages, layouts, components, applications, reports, records, flows. */
export const PAGE_ERRORS: readonly SeededError[] = [
  {
    name: 'a region that the template does not have',
    file: PAGE,
    replace: ['<name>main</name>', '<name>mian</name>'],
    message: /has no region mian\. Did you mean main\?/,
  },
  {
    name: 'a component that does not exist',
    file: PAGE,
    replace: ['<componentName>thingPanel', '<componentName>thingPannel'],
    message: /Component thingPannel does not exist\. Did you mean thingPanel\?/,
  },
  {
    name: 'a standard component that does not exist',
    file: PAGE,
    replace: ['force:highlightsPanel', 'force:highlightPanel'],
    message: /Component force:highlightPanel does not exist\. Did you mean force:highlightsPanel\?/,
  },
  {
    name: 'a property that the component does not offer',
    file: PAGE,
    replace: ['<name>heading</name>', '<name>headline</name>'],
    message: /Component thingPanel offers no property headline to a RecordPage/,
  },
  {
    name: 'a field of a page that does not exist',
    file: PAGE,
    replace: ['Record.Due__c', 'Record.Dues__c'],
    message: /Field Dues__c does not exist on Thing__c/,
  },
  {
    name: 'a visibility rule on a field that does not exist',
    file: PAGE,
    replace: ['{!Record.Status__c}', '{!Record.State__c}'],
    message: /Field State__c does not exist on Thing__c/,
  },
  {
    name: 'a facet that does not exist',
    file: PAGE,
    replace: ['<value>Facet-one', '<value>Facet-two'],
    message: /Region Facet-two does not exist/,
  },
  {
    name: 'an identifier that is taken',
    file: PAGE,
    replace: ['<identifier>flexipage_column', '<identifier>c_thingPanel'],
    message: /The identifier c_thingPanel is there already/,
  },
  {
    name: 'a page of an object that does not exist',
    file: PAGE,
    replace: ['<sobjectType>Thing__c', '<sobjectType>Stuff__c'],
    message: /Object Stuff__c does not exist/,
  },
  {
    name: 'a component that no page may hold',
    file: BUNDLE,
    replace: ['<isExposed>true', '<isExposed>false'],
    message: /Component thingPanel is not exposed/,
    at: { file: PAGE, line: 34 },
  },
  {
    name: 'a property without @api',
    file: BUNDLE,
    replace: ['name="heading"', 'name="headingText"'],
    message: /has no public property headingText/,
  },
  {
    name: 'a target that does not exist',
    file: BUNDLE,
    replace: ['<target>lightning__RecordPage', '<target>lightning__RecordPages'],
    message: /Unknown target lightning__RecordPages\. Did you mean lightning__RecordPage\?/,
  },
  {
    name: 'a configuration for an object that does not exist',
    file: BUNDLE,
    replace: ['<object>Thing__c', '<object>Thong__c'],
    message: /Object Thong__c does not exist/,
  },
  {
    name: 'a label that does not exist',
    file: CLASS,
    replace: ['public void run() {}', 'public String text = System.Label.Greetings;'],
    message: /Label Greetings does not exist\. Did you mean Greeting\?/,
  },
  {
    name: 'a region that a layout component does not find',
    file: PAGE,
    replace: ['<value>Facet-one', '<value>columnOne'],
    message: /Region columnOne does not exist/,
  },
  {
    name: 'a behavior of a field that does not exist',
    file: PAGE,
    replace: ['<value>none', '<value>hidden'],
    message: /uiBehavior is one of none, readonly, required, not hidden/,
  },
  {
    name: 'a visibility rule with a value that a picklist cannot hold',
    file: PAGE,
    replace: ['<rightValue>Open', '<rightValue>Opem'],
    message: /Opem is no value of Thing__c\.Status__c\. Did you mean Open\?/,
  },
  {
    name: 'a misspelt standard tab',
    file: APP,
    replace: ['standard-home', 'standard-hone'],
    message: /Tab standard-hone does not exist\. Did you mean standard-home\?/,
  },
  {
    name: 'a layout field that does not exist',
    file: LAYOUT,
    replace: ['<field>Is_Late__c', '<field>Is_Later__c'],
    message: /Field Is_Later__c does not exist on Thing__c/,
  },
  {
    name: 'a computed field that is edited',
    file: LAYOUT,
    replace: ['<behavior>Readonly', '<behavior>Edit'],
    message: /Field Is_Late__c is computed: its behavior is Readonly/,
  },
  {
    name: 'a layout without a required field',
    file: LAYOUT,
    replace: ['<field>Code__c', '<field>Due__c'],
    message: /Layout must contain an item for required layout field: Code__c/,
    at: { line: 2 },
  },
  {
    name: 'a related list that does not exist',
    file: BOSS_LAYOUT,
    replace: ['Thing__c.Boss__c', 'Thing__c.Chief__c'],
    message: /Field Chief__c does not exist on Thing__c/,
  },
  {
    name: 'a related list of another object',
    file: BOSS_LAYOUT,
    replace: ['Thing__c.Boss__c', 'Thing__c.Owner_Contact__c'],
    message: /it is no related list of Boss__c/,
  },
  {
    name: 'a tab of an application that does not exist',
    file: APP,
    replace: ['<tabs>Thing__c', '<tabs>Thang__c'],
    message: /Tab Thang__c does not exist\. Did you mean Thing__c\?/,
  },
  {
    name: 'an override with a page that does not exist',
    file: OBJECT,
    replace: ['<content>Thing_Record_Page', '<content>Thing_Page'],
    message: /FlexiPage Thing_Page does not exist/,
  },
  {
    name: 'a queue of an object that does not exist',
    file: `${MAIN}/queues/Thing_Desk.queue-meta.xml`,
    replace: ['<sobjectType>Boss__c', '<sobjectType>Bos__c'],
    message: /Object Bos__c does not exist\. Did you mean Boss__c\?/,
  },
  {
    name: 'a report column that does not exist',
    file: REPORT,
    replace: ['Thing__c.Amount__c', 'Thing__c.Price__c'],
    message: /Field Price__c does not exist on Thing__c/,
  },
  {
    name: 'a report over an object that does not exist',
    file: REPORT,
    replace: ['CustomEntity$Thing__c', 'CustomEntity$Thin__c'],
    message: /Object Thin__c does not exist/,
  },
  {
    name: 'groupings in a tabular report',
    file: REPORT,
    replace: ['<format>Summary', '<format>Tabular'],
    message: /A tabular report has no groupings/,
    at: { line: 10 },
  },
  {
    name: 'a report type over a relationship that does not exist',
    file: REPORT_TYPE,
    replace: ['Things__r', 'Thing__r'],
    message: /Boss__c has no relationship Thing__r\. Did you mean Things__r\?/,
  },
  {
    name: 'a report type with a column that does not exist',
    file: REPORT_TYPE,
    replace: ['<field>Total__c', '<field>Sum__c'],
    message: /Field Sum__c does not exist on Boss__c/,
  },
  {
    name: 'a record of a field that does not exist',
    file: RECORD,
    replace: ['<field>Active__c', '<field>Actve__c'],
    message: /Field Actve__c does not exist on Rule__mdt\. Did you mean Active__c\?/,
  },
  {
    name: 'a record with a value of the wrong type',
    file: RECORD,
    replace: ['xsi:type="xsd:double">1.0', 'xsi:type="xsd:string">one'],
    message: /The value of Order__c \(Number\) is of type xsd:double, not xsd:string/,
  },
  {
    name: 'a record without a required value',
    file: RECORD,
    replace: ['<value xsi:type="xsd:double">1.0</value>', '<value xsi:nil="true"/>'],
    message: /Required field Order__c has no value/,
  },
  {
    name: 'a record that names an object that does not exist',
    file: RECORD,
    replace: ['>Thing__c<', '>Thingg__c<'],
    message: /Object Thingg__c does not exist\. Did you mean Thing__c\?/,
  },
  {
    name: 'a flow that goes on to an element that does not exist',
    file: FLOW,
    replace: ['<targetReference>Serve', '<targetReference>Server'],
    message: /Element Server does not exist in this flow\. Did you mean Serve\?/,
  },
  {
    name: 'a flow that reads a field that does not exist',
    file: FLOW,
    replace: ['<field>Code__c', '<field>Coda__c'],
    message: /Field Coda__c does not exist on Thing__c\. Did you mean Code__c\?/,
  },
  {
    name: 'a flow that calls a class that does not exist',
    file: FLOW,
    replace: ['<actionName>ThingService', '<actionName>ThingHelper'],
    message: /Apex class ThingHelper does not exist/,
  },
];
