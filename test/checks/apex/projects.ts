/** Small projects for the compiler: an own class or two beside objects, labels, a page and a flow that are always there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function object(label: string, rest = ''): string {
  return `${HEAD}<CustomObject ${SPACE}><label>${label}</label>${rest}</CustomObject>`;
}

function field(name: string, type: string, rest = ''): string {
  return `${HEAD}<CustomField ${SPACE}><fullName>${name}</fullName>${rest}<type>${type}</type></CustomField>`;
}

function lookup(name: string, target: string, children: string): string {
  return field(name, 'Lookup', `<referenceTo>${target}</referenceTo><relationshipName>${children}</relationshipName>`);
}

const LATEST = '<summarizedField>Thing__c.Due__c</summarizedField><summaryOperation>max</summaryOperation>';

const SHARED: Readonly<Record<string, string>> = {
  'objects/Thing__c/Thing__c.object-meta.xml': object('Thing', '<enableHistory>true</enableHistory>'),
  'objects/Thing__c/fields/Due__c.field-meta.xml': field('Due__c', 'Date'),
  'objects/Thing__c/fields/Code__c.field-meta.xml': field('Code__c', 'Text', '<externalId>true</externalId>'),
  'objects/Thing__c/fields/Is_Late__c.field-meta.xml': field('Is_Late__c', 'Checkbox', '<formula>true</formula>'),
  'objects/Thing__c/fields/Place__c.field-meta.xml': field('Place__c', 'Location'),
  'objects/Thing__c/fields/Account__c.field-meta.xml': lookup('Account__c', 'Account', 'Things'),
  'objects/Thing__c/fieldSets/Summary.fieldSet-meta.xml': '',
  'objects/Thing__c/recordTypes/Big.recordType-meta.xml': '',
  'objects/Account/fields/Latest__c.field-meta.xml': field('Latest__c', 'Summary', LATEST),
  'objects/Activity/fields/Effort__c.field-meta.xml': field('Effort__c', 'Number'),
  'objects/Happened__e/Happened__e.object-meta.xml': object('Happened'),
  'objects/Happened__e/fields/What__c.field-meta.xml': field('What__c', 'Text'),
  'objects/Defaults__c/Defaults__c.object-meta.xml': object(
    'Defaults',
    '<customSettingsType>Hierarchy</customSettingsType>',
  ),
  'objects/Defaults__c/fields/Size__c.field-meta.xml': field('Size__c', 'Number'),
  'objects/Limits__c/Limits__c.object-meta.xml': object('Limits', '<customSettingsType>List</customSettingsType>'),
  'objects/Rule__mdt/Rule__mdt.object-meta.xml': object('Rule'),
  'objects/Rule__mdt/fields/Object__c.field-meta.xml': field(
    'Object__c',
    'MetadataRelationship',
    '<referenceTo>EntityDefinition</referenceTo>',
  ),
  'labels/CustomLabels.labels-meta.xml': `${HEAD}<CustomLabels ${SPACE}><labels><fullName>Hello</fullName></labels></CustomLabels>`,
  'pages/Overview.page': '<apex:page/>',
  'flows/Welcome.flow-meta.xml': `${HEAD}<Flow ${SPACE}><variables><name>thing</name></variables></Flow>`,
};

/**
 * @param root folder to make
 * @param files files beside the shared ones, by path below the package directory
 * @returns the folder
 */
export function writeProject(root: string, files: Readonly<Record<string, string>>, namespace = ''): string {
  for (const [name, text] of Object.entries({ ...SHARED, ...files })) {
    const target = path.join(root, 'force-app', name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  const project = { packageDirectories: [{ path: 'force-app' }], namespace, sourceApiVersion: '66.0' };
  writeFileSync(path.join(root, 'sfdx-project.json'), JSON.stringify(project));
  return root;
}
