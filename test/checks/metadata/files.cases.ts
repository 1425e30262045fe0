/** Projects with other files than the base project: errors of files, and metadata that is legal. */
import { BASE, MAIN } from './base-project.ts';

export interface FileCase {
  readonly name: string;
  /** Files by path; `null` leaves one out. */
  readonly changes: Readonly<Record<string, string | null>>;
}

export interface FileError extends FileCase {
  readonly message: RegExp;
  readonly place: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const DUE = `${MAIN}/objects/Thing__c/fields/Due__c.field-meta.xml`;
const SET = `${MAIN}/permissionsets/Thing_User.permissionset-meta.xml`;
const PAGE = `${MAIN}/flexipages/Thing_Record_Page.flexipage-meta.xml`;
const VIEW = `${MAIN}/objects/Thing__c/listViews/All_Things.listView-meta.xml`;
const FLOW = `${MAIN}/flows/Thing_Flow.flow-meta.xml`;

function base(file: string, from: string | RegExp, to: string): string {
  return (BASE[file] ?? '').replace(from, () => to);
}

function field(name: string, ...lines: readonly string[]): string {
  return [
    `${HEAD}<CustomField ${SPACE}>`,
    `<fullName>${name}</fullName>`,
    '<label>Field</label>',
    ...lines,
    '</CustomField>',
  ].join('\n');
}

const LONG_NAME = `${'Long_'.repeat(8)}Name__c`;

export const FILE_ERRORS: readonly FileError[] = [
  {
    name: 'a class without its -meta.xml',
    changes: { [`${MAIN}/classes/Lonely.cls`]: 'public class Lonely {}\n' },
    message: /The class has no Lonely\.cls-meta\.xml beside it/,
    place: `${MAIN}/classes/Lonely.cls:1`,
  },
  {
    name: 'a -meta.xml without its class',
    changes: { [`${MAIN}/classes/ThingService.cls`]: null },
    message: /ThingService\.cls is missing beside its -meta\.xml/,
    place: `${MAIN}/classes/ThingService.cls-meta.xml:1`,
  },
  {
    name: 'a field without its object',
    changes: { [`${MAIN}/objects/Ghost__c/fields/Due__c.field-meta.xml`]: BASE[DUE] ?? '' },
    message: /Ghost__c has no Ghost__c\.object-meta\.xml/,
    place: `${MAIN}/objects/Ghost__c/fields/Due__c.field-meta.xml:1`,
  },
  {
    name: 'a field in the wrong folder',
    changes: { [DUE]: null, [`${MAIN}/objects/Thing__c/listViews/Due__c.field-meta.xml`]: BASE[DUE] ?? '' },
    message: /A CustomField belongs into the folder fields of its object/,
    place: `${MAIN}/objects/Thing__c/listViews/Due__c.field-meta.xml:1`,
  },
  {
    name: 'a suffix that no type has',
    changes: { [SET]: null, [`${MAIN}/permissionsets/Thing_User.permissionsets-meta.xml`]: BASE[SET] ?? '' },
    message: /\.permissionsets-meta\.xml is the suffix of no metadata type\. Did you mean permissionset\?/,
    place: `${MAIN}/permissionsets/Thing_User.permissionsets-meta.xml:1`,
  },
  {
    name: 'a file with the content of another type',
    changes: { [`${MAIN}/tabs/Other.tab-meta.xml`]: BASE[SET] ?? '' },
    message: /The root element is <PermissionSet>, but a file of this name holds CustomTab/,
    place: `${MAIN}/tabs/Other.tab-meta.xml:2`,
  },
  {
    name: 'a name over forty characters',
    changes: {
      [`${MAIN}/objects/Thing__c/fields/${LONG_NAME}.field-meta.xml`]: field(LONG_NAME, '<type>Date</type>'),
    },
    message: /The API name .* has 44 characters, 40 are allowed/,
    place: `${MAIN}/objects/Thing__c/fields/${LONG_NAME}.field-meta.xml:2`,
  },
  {
    name: 'a name that begins with a digit',
    changes: {
      [`${MAIN}/objects/Thing__c/fields/2nd__c.field-meta.xml`]: field('2nd__c', '<type>Date</type>'),
    },
    message: /2nd__c is no API name/,
    place: `${MAIN}/objects/Thing__c/fields/2nd__c.field-meta.xml:2`,
  },
  {
    name: 'a name that ends with an underscore',
    changes: {
      [`${MAIN}/objects/Thing__c/fields/Second___c.field-meta.xml`]: field('Second___c', '<type>Date</type>'),
    },
    message: /Second___c is no API name/,
    place: `${MAIN}/objects/Thing__c/fields/Second___c.field-meta.xml:2`,
  },
  {
    name: 'two underscores in the name of a field',
    changes: {
      [`${MAIN}/objects/Thing__c/fields/My__Date__c.field-meta.xml`]: field('My__Date__c', '<type>Date</type>'),
    },
    message: /My__Date__c is no API name: two underscores/,
    place: `${MAIN}/objects/Thing__c/fields/My__Date__c.field-meta.xml:2`,
  },
  {
    name: 'a layout that a profile assigns and nobody has',
    changes: {
      [`${MAIN}/profiles/Sales.profile-meta.xml`]: `${HEAD}<Profile ${SPACE}><layoutAssignments>\n<layout>Thing__c-Thing Layuot</layout></layoutAssignments></Profile>`,
    },
    message: /Layout Thing__c-Thing Layuot does not exist\. Did you mean Thing__c-Thing Layout\?/,
    place: `${MAIN}/profiles/Sales.profile-meta.xml:2`,
  },
  {
    name: 'a sharing rule on a field that does not exist',
    changes: {
      [`${MAIN}/sharingRules/Boss__c.sharingRules-meta.xml`]: `${HEAD}<SharingRules ${SPACE}><sharingCriteriaRules><fullName>R</fullName><accessLevel>Read</accessLevel><label>R</label><sharedTo><group>All</group></sharedTo><criteriaItems>\n<field>Nope__c</field><operation>equals</operation><value>1</value></criteriaItems></sharingCriteriaRules></SharingRules>`,
    },
    message: /Field Nope__c does not exist on Boss__c/,
    place: `${MAIN}/sharingRules/Boss__c.sharingRules-meta.xml:2`,
  },
  {
    name: 'an encoding that does not exist',
    changes: { [DUE]: base(DUE, 'UTF-8', 'UTF-9') },
    message: /The encoding UTF-9 does not exist/,
    place: `${DUE}:1`,
  },
  {
    name: 'a component without its -meta.xml',
    changes: { [`${MAIN}/lwc/other/other.js`]: 'export const one = 1;\n' },
    message: /The component has no other\.js-meta\.xml/,
    place: `${MAIN}/lwc/other/other.js:1`,
  },
  {
    name: 'a record of a type that does not exist',
    changes: {
      [`${MAIN}/customMetadata/Rull.First.md-meta.xml`]: `${HEAD}<CustomMetadata ${SPACE}><label>First</label></CustomMetadata>`,
    },
    message: /Custom metadata type Rull__mdt does not exist\. Did you mean Rule__mdt\?/,
    place: `${MAIN}/customMetadata/Rull.First.md-meta.xml:1`,
  },
  {
    name: 'a layout of an object that does not exist',
    changes: { [`${MAIN}/layouts/Thin__c-Layout.layout-meta.xml`]: `${HEAD}<Layout ${SPACE}></Layout>` },
    message: /Object Thin__c of the layout does not exist\. Did you mean Thing__c\?/,
    place: `${MAIN}/layouts/Thin__c-Layout.layout-meta.xml:1`,
  },
  {
    name: 'a tab of an object that does not exist',
    changes: {
      [`${MAIN}/tabs/Stuff__c.tab-meta.xml`]: `${HEAD}<CustomTab ${SPACE}><customObject>true</customObject></CustomTab>`,
    },
    message: /Object Stuff__c of the tab does not exist/,
    place: `${MAIN}/tabs/Stuff__c.tab-meta.xml:1`,
  },
  {
    name: 'a version of the project that does not exist',
    changes: { 'sfdx-project.json': base('sfdx-project.json', '"66.0"', '"68.5"') },
    message: /sourceApiVersion 68\.5 does not exist/,
    place: 'sfdx-project.json:13',
  },
  {
    name: 'permissions of an event that nobody has',
    changes: {
      [SET]: base(
        SET,
        '    <recordTypeVisibilities>',
        '    <objectPermissions>\n<allowCreate>true</allowCreate><allowDelete>false</allowDelete>\n<allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Alert__e</object><viewAllRecords>false</viewAllRecords></objectPermissions>\n    <recordTypeVisibilities>',
      ),
    },
    message: /Events are only read and created/,
    place: `${SET}:54`,
  },
  {
    name: 'a detail without its master in a permission set',
    changes: { [SET]: base(SET, /<objectPermissions>[\s\S]*?<\/objectPermissions>\n\s*/, '') },
    message: /Permission Read Thing__c depends on permission\(s\): Read Boss__c/,
    place: `${SET}:40`,
  },
];

export const LEGAL: readonly FileCase[] = [
  {
    name: 'what another package brings',
    changes: { [SET]: base(SET, 'Thing__c.Due__c', 'other__Thing__c.other__Due__c') },
  },
  {
    name: 'the own namespace written out',
    changes: { [SET]: base(SET, 'Thing__c.Due__c', 'acme__Thing__c.acme__Due__c') },
  },
  {
    name: 'a class of another package',
    changes: { [SET]: base(SET, '<apexClass>ThingService', '<apexClass>other__Service') },
  },
  {
    name: 'a standard object that is newer than the tables',
    changes: { [DUE]: null, [VIEW]: base(VIEW, 'Due__c', 'Code__c'), ...withoutDue() },
  },
  {
    name: 'a label of the page itself',
    changes: {
      [PAGE]: base(PAGE, '<sobjectType>', '<description>Reads &amp; shows.</description>\n    <sobjectType>').replace(
        /<description>.*<\/description>\n/,
        '',
      ),
    },
  },
  {
    name: 'a comment and a CDATA section',
    changes: { [DUE]: base(DUE, '<label>Due</label>', '<!-- when --><label><![CDATA[Due & done]]></label>') },
  },
  { name: 'a byte order mark', changes: { [DUE]: `\uFEFF${BASE[DUE] ?? ''}` } },
  { name: 'lines of Windows', changes: { [DUE]: (BASE[DUE] ?? '').replaceAll('\n', '\r\n') } },
  {
    name: 'a formula over parents with a comment',
    changes: {
      [`${MAIN}/objects/Thing__c/fields/Boss_Name__c.field-meta.xml`]: field(
        'Boss_Name__c',
        '<formula>/* who */ IF(ISBLANK(Boss__r.Name), $Label.Greeting, Boss__r.Name &amp; &quot; (&quot; &amp; TEXT(Status__c) &amp; &quot;)&quot;)</formula>',
        '<type>Text</type>',
      ),
    },
  },
  {
    name: 'a formula with a function that the local org does not compute',
    changes: {
      [`${MAIN}/objects/Thing__c/fields/Flag__c.field-meta.xml`]: field(
        'Flag__c',
        '<formula>IMAGE(&quot;/img/flag.gif&quot;, &quot;Flag&quot;)</formula>',
        '<type>Text</type>',
      ),
    },
  },
  {
    name: 'a formula over a setting and a custom metadata record',
    changes: {
      [`${MAIN}/objects/Thing__c/fields/Limit__c.field-meta.xml`]: field(
        'Limit__c',
        '<formula>$Setup.Prefs__c.Days__c + $CustomMetadata.Rule__mdt.First.Order__c</formula>',
        '<precision>18</precision><scale>0</scale>',
        '<type>Number</type>',
      ),
    },
  },
  {
    name: 'a page for an application',
    changes: {
      [`${MAIN}/flexipages/Home.flexipage-meta.xml`]: `${HEAD}<FlexiPage ${SPACE}><flexiPageRegions><name>main</name><type>Region</type></flexiPageRegions><masterLabel>Home</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type></FlexiPage>`,
    },
  },
  {
    name: 'fields in the file of the object',
    changes: {
      [`${MAIN}/objects/Box__c/Box__c.object-meta.xml`]: `${HEAD}<CustomObject ${SPACE}><deploymentStatus>Deployed</deploymentStatus><fields><fullName>Size__c</fullName><label>Size</label><precision>5</precision><scale>0</scale><type>Number</type></fields><label>Box</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Boxes</pluralLabel><sharingModel>Private</sharingModel></CustomObject>`,
    },
  },
  {
    name: 'a component of a flow that is no record',
    changes: { [FLOW]: base(FLOW, '<elementReference>code', '<elementReference>$Flow.CurrentDate') },
  },
  {
    name: 'names that a package without namespace brings',
    changes: {
      'sfdx-project.json': base(
        'sfdx-project.json',
        '"package": "Acme"',
        '"package": "Acme", "dependencies": [{ "package": "Base" }]',
      ),
      [SET]: base(SET, '<apexClass>ThingService', '<apexClass>SomethingElse'),
    },
  },
  {
    name: 'what .forceignore leaves out',
    changes: { '.forceignore': '**/ghosts/**\n', [`${MAIN}/ghosts/Ghost.tab-meta.xml`]: '<nothing' },
  },
  {
    name: 'a folder in metadata form',
    changes: { 'unpackaged/old/package.xml': '<Package/>', 'unpackaged/old/tabs/Ghost.tab-meta.xml': '<nothing' },
  },
  {
    name: 'settings, named by their file',
    changes: {
      [`${MAIN}/settings/Chatter.settings-meta.xml`]: `${HEAD}<ChatterSettings ${SPACE}><enableChatter>true</enableChatter></ChatterSettings>`,
    },
  },
];

/** The base project without the field Due__c: whatever names it names another. */
function withoutDue(): Record<string, string> {
  const changed: Record<string, string> = {};
  for (const [file, text] of Object.entries(BASE)) {
    if (file !== DUE && file !== VIEW && text.includes('Due__c'))
      changed[file] = text.replaceAll('Due__c', 'Deadline__c');
  }
  changed[`${MAIN}/objects/Thing__c/fields/Deadline__c.field-meta.xml`] = (BASE[DUE] ?? '').replaceAll(
    'Due__c',
    'Deadline__c',
  );
  return changed;
}
