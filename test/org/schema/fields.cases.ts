/** Every custom field type: what the file says and what the org describes. */
import type { FieldSchema } from '../../../scripts/org/schema/model.ts';

const values =
  '<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>true</default><label>Letter A</label></value><value><fullName>B</fullName><default>false</default><label>B</label><isActive>false</isActive></value></valueSetDefinition></valueSet>';
const picklist = [
  { value: 'A', label: 'Letter A', active: true, isDefault: true },
  { value: 'B', label: 'B', active: false, isDefault: false },
];

export interface FieldCase {
  readonly name: string;
  readonly type: string;
  readonly input: string;
  readonly expected: Partial<FieldSchema>;
}

export const FIELD_CASES: readonly FieldCase[] = [
  {
    name: 'auto number',
    type: 'AutoNumber',
    input: '<displayFormat>X-{000}</displayFormat><startingNumber>5</startingNumber><externalId>true</externalId>',
    expected: {
      type: 'string',
      length: 30,
      autoNumberFormat: 'X-{000}',
      startingNumber: 5,
      createable: false,
      updateable: false,
      externalId: true,
    },
  },
  {
    name: 'checkbox',
    type: 'Checkbox',
    input: '<defaultValue>true</defaultValue>',
    expected: { type: 'boolean', defaultValue: 'true', required: false },
  },
  {
    name: 'currency',
    type: 'Currency',
    input: '<precision>18</precision><scale>2</scale>',
    expected: { type: 'currency', precision: 18, scale: 2 },
  },
  {
    name: 'date',
    type: 'Date',
    input: '<required>true</required>',
    expected: { type: 'date', required: true, permissionable: false },
  },
  {
    name: 'date and time',
    type: 'DateTime',
    input: '<trackHistory>true</trackHistory>',
    expected: { type: 'datetime', trackHistory: true, permissionable: true },
  },
  { name: 'time', type: 'Time', input: '', expected: { type: 'time' } },
  {
    name: 'email',
    type: 'Email',
    input: '<unique>true</unique>',
    expected: { type: 'email', length: 80, unique: true },
  },
  {
    name: 'number',
    type: 'Number',
    input: '<precision>8</precision><scale>0</scale><unique>true</unique>',
    expected: { type: 'double', precision: 8, scale: 0, unique: true },
  },
  {
    name: 'percent',
    type: 'Percent',
    input: '<precision>5</precision><scale>2</scale>',
    expected: { type: 'percent', precision: 5, scale: 2 },
  },
  { name: 'phone', type: 'Phone', input: '', expected: { type: 'phone', length: 40 } },
  {
    name: 'picklist',
    type: 'Picklist',
    input: values,
    expected: { type: 'picklist', restrictedPicklist: true, picklistValues: picklist },
  },
  {
    name: 'multi-select picklist',
    type: 'MultiselectPicklist',
    input: `${values}<visibleLines>4</visibleLines>`,
    expected: { type: 'multipicklist', visibleLines: 4, picklistValues: picklist },
  },
  {
    name: 'text, unique with case',
    type: 'Text',
    input: '<length>40</length><unique>true</unique><caseSensitive>true</caseSensitive><externalId>true</externalId>',
    expected: { type: 'string', length: 40, unique: true, caseSensitive: true, externalId: true },
  },
  {
    name: 'text area',
    type: 'TextArea',
    input: '',
    expected: { type: 'textarea', length: 255, isLongText: false, filterable: true },
  },
  {
    name: 'long text area',
    type: 'LongTextArea',
    input: '<length>32768</length><visibleLines>3</visibleLines>',
    expected: { type: 'textarea', length: 32768, isLongText: true, filterable: false },
  },
  {
    name: 'rich text',
    type: 'Html',
    input: '<length>32768</length><visibleLines>9</visibleLines>',
    expected: { type: 'textarea', isLongText: true, htmlFormatted: true },
  },
  { name: 'URL', type: 'Url', input: '', expected: { type: 'url', length: 255 } },
  {
    name: 'lookup',
    type: 'Lookup',
    input: '<referenceTo>Account</referenceTo><relationshipName>Things</relationshipName>',
    expected: {
      type: 'reference',
      referenceTo: ['Account'],
      relationshipName: 'Value__r',
      childRelationshipName: 'Things__r',
      deleteConstraint: 'SetNull',
      masterDetail: false,
    },
  },
  {
    name: 'required lookup restricts',
    type: 'Lookup',
    input: '<referenceTo>Account</referenceTo><required>true</required><deleteConstraint>Restrict</deleteConstraint>',
    expected: { required: true, deleteConstraint: 'Restrict' },
  },
  {
    name: 'formula text',
    type: 'Text',
    input: '<formula>Name</formula>',
    expected: {
      type: 'string',
      length: 1300,
      formula: 'Name',
      formulaTreatBlanksAsZero: true,
      createable: false,
      updateable: false,
    },
  },
  {
    name: 'formula number',
    type: 'Number',
    input:
      '<formula>1</formula><precision>18</precision><scale>0</scale><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>',
    expected: { type: 'double', formula: '1', formulaTreatBlanksAsZero: false },
  },
  {
    name: 'formula checkbox',
    type: 'Checkbox',
    input: '<formula>true</formula>',
    expected: { type: 'boolean', createable: false },
  },
  {
    name: 'formula date',
    type: 'Date',
    input: '<formula>TODAY()</formula>',
    expected: { type: 'date', createable: false },
  },
  {
    name: 'formula date and time',
    type: 'DateTime',
    input: '<formula>NOW()</formula>',
    expected: { type: 'datetime', createable: false },
  },
  {
    name: 'formula time',
    type: 'Time',
    input: '<formula>TIMENOW()</formula>',
    expected: { type: 'time', createable: false },
  },
  {
    name: 'formula percent',
    type: 'Percent',
    input: '<formula>0.5</formula><precision>18</precision><scale>2</scale>',
    expected: { type: 'percent', createable: false },
  },
  {
    name: 'formula currency',
    type: 'Currency',
    input: '<formula>1</formula><precision>18</precision><scale>2</scale>',
    expected: { type: 'currency', createable: false },
  },
];

export interface RefusalCase {
  readonly name: string;
  /** `<fields>` or other elements of an object, starting in line 8 of its file. */
  readonly input: string;
  readonly message: RegExp;
}

const one = (type: string, more = ''): string =>
  `<fields><fullName>Value__c</fullName><label>Value</label><type>${type}</type>${more}</fields>`;

export const REFUSAL_CASES: readonly RefusalCase[] = [
  { name: 'unknown field type', input: one('Location'), message: /Value__c: Field type Location is not supported/ },
  { name: 'roll-up summary', input: one('Summary'), message: /Field type Summary is not supported/ },
  {
    name: 'unknown element',
    input: one('Date', '<colour>red</colour>'),
    message: /Element colour invalid at this location in type fields/,
  },
  {
    name: 'unknown element of the object',
    input: '<prefix>a00</prefix>',
    message: /Element prefix invalid at this location in type CustomObject/,
  },
  { name: 'element twice', input: one('Date', '<label>Other</label>'), message: /Element label is duplicated/ },
  { name: 'text without length', input: one('Text'), message: /Required field is missing: length/ },
  { name: 'text too long', input: one('Text', '<length>256</length>'), message: /length must be between 1 and 255/ },
  {
    name: 'number without scale',
    input: one('Number', '<precision>5</precision>'),
    message: /Required field is missing: scale/,
  },
  { name: 'checkbox without default', input: one('Checkbox'), message: /Must specify 'defaultValue'/ },
  { name: 'picklist without values', input: one('Picklist'), message: /Required field is missing: valueSet/ },
  {
    name: 'unknown global value set',
    input: one('Picklist', '<valueSet><valueSetName>None</valueSetName></valueSet>'),
    message: /no global value set named None/,
  },
  {
    name: 'unique checkbox',
    input: one('Checkbox', '<defaultValue>false</defaultValue><unique>true</unique>'),
    message: /Can not specify 'unique'/,
  },
  {
    name: 'required formula',
    input: one('Date', '<formula>TODAY()</formula><required>true</required>'),
    message: /Can not specify 'required'/,
  },
  {
    name: 'formula of a type that has none',
    input: one('Phone', '<formula>"1"</formula>'),
    message: /cannot have a formula/,
  },
  {
    name: 'required lookup that clears',
    input: one(
      'Lookup',
      '<referenceTo>Account</referenceTo><required>true</required><deleteConstraint>SetNull</deleteConstraint>',
    ),
    message: /required lookup cannot have/,
  },
  {
    name: 'reference to a missing object',
    input: one('Lookup', '<referenceTo>Missing__c</referenceTo>'),
    message: /'Missing__c' does not resolve to a valid sObject type/,
  },
  {
    name: 'bad boolean',
    input: one('Date', '<required>yes</required>'),
    message: /'yes' is not a valid value for the boolean element required/,
  },
  {
    name: 'bad word',
    input: one('Lookup', '<referenceTo>Account</referenceTo><deleteConstraint>Forget</deleteConstraint>'),
    message: /'Forget' is not a valid value/,
  },
  { name: 'duplicate field', input: one('Date') + one('Date'), message: /Duplicate name specified: Thing__c.Value__c/ },
  {
    name: 'column of a list view',
    input:
      '<listViews><fullName>All</fullName><label>All</label><columns>Gone__c</columns><filterScope>Everything</filterScope></listViews>',
    message: /Could not resolve list view column: Gone__c/,
  },
  {
    name: 'field that errors stand at',
    input:
      '<validationRules><fullName>R</fullName><active>true</active><errorConditionFormula>true</errorConditionFormula><errorMessage>No</errorMessage><errorDisplayField>Gone__c</errorDisplayField></validationRules>',
    message: /errorDisplayField Gone__c does not exist/,
  },
];
