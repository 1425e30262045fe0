/** The org that the library's rows run in: a small schema, a few rows, users with and without rights, and classes that rows use. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createUser, seedOrg } from '../../../../../scripts/org/access/seed.ts';
import { createOrg } from '../../../../../scripts/org/org.ts';
import type { Org } from '../../../../../scripts/org/org.ts';
import type { CertificateKeys } from '../../../../../scripts/org/apex/transaction/contract.ts';
import { openStore } from '../../../../../scripts/org/store/index.ts';
import type { MetadataComponent } from '../../../../../scripts/org/types.ts';
import { objectFile, TEXT_NAME } from '../../../dml/harness.ts';
import { CLASSES, TRIGGERS } from './support.ts';

export const ORG_ID = '00D000000000001EAA';
/** 2026-03-15T14:05:09.007Z, a Sunday; 10:05 in New York, where daylight saving began on the 8th. */
export const NOW = Date.UTC(2026, 2, 15, 14, 5, 9, 7);
export const ZONE = 'America/New_York';

const field = (name: string, type: string, rest = ''): string =>
  `<fields><fullName>${name}</fullName><label>${name.replace('__c', '').replaceAll('_', ' ')}</label><type>${type}</type>${rest}</fields>`;
const value = (name: string, isDefault: boolean): string =>
  `<value><fullName>${name}</fullName><default>${isDefault}</default><label>${name} one</label></value>`;
const values = (names: readonly string[]): string =>
  `<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${names.map((name, at) => value(name, at === 0)).join('')}</valueSetDefinition></valueSet>`;

const PART = objectFile(
  'Part__c',
  field('Active__c', 'Checkbox', '<defaultValue>false</defaultValue>') +
    field('Count__c', 'Number', '<precision>9</precision><scale>0</scale><inlineHelpText>How many</inlineHelpText>') +
    field('Price__c', 'Currency', '<precision>10</precision><scale>2</scale>') +
    field('Share__c', 'Percent', '<precision>5</precision><scale>1</scale>') +
    field('Due__c', 'Date') +
    field('At__c', 'DateTime') +
    field('Open__c', 'Time') +
    field('Code__c', 'Text', '<length>10</length><externalId>true</externalId><unique>true</unique>') +
    field('Note__c', 'LongTextArea', '<length>1000</length><visibleLines>3</visibleLines>') +
    field('Mail__c', 'Email') +
    field('Kind__c', 'Picklist', values(['Small', 'Large'])) +
    field('Tags__c', 'MultiselectPicklist', `<visibleLines>3</visibleLines>${values(['Red', 'Blue'])}`) +
    field('Double__c', 'Number', '<precision>18</precision><scale>0</scale><formula>Count__c * 2</formula>') +
    field(
      'Parent__c',
      'Lookup',
      '<referenceTo>Part__c</referenceTo><relationshipName>Children</relationshipName><relationshipLabel>Children</relationshipLabel><deleteConstraint>SetNull</deleteConstraint>',
    ) +
    TEXT_NAME,
);
const LINE = objectFile(
  'Line__c',
  `${field('Part__c', 'MasterDetail', '<referenceTo>Part__c</referenceTo><relationshipName>Lines</relationshipName><relationshipLabel>Lines</relationshipLabel><relationshipOrder>0</relationshipOrder>')}<nameField><label>Line</label><type>AutoNumber</type><displayFormat>L-{0000}</displayFormat></nameField><sharingModel>ControlledByParent</sharingModel>`,
);
const SECRET = objectFile(
  'Secret__c',
  `${field('Code__c', 'Text', '<length>10</length>')}<nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel><recordTypes><fullName>Hidden</fullName><active>true</active><label>Hidden one</label></recordTypes>`,
);
const SIGNAL = objectFile(
  'Signal__e',
  `<eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>${field('Text__c', 'Text', '<length>50</length>')}`,
);

function xml(type: string, fullName: string, folder: string, body: string): MetadataComponent {
  const content = `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
  return { type, fullName, path: `${folder}/${fullName}`, content };
}

const setting = (name: string, kind: string, body: string): MetadataComponent =>
  xml(
    'CustomObject',
    name,
    'objects',
    `<customSettingsType>${kind}</customSettingsType><label>${name}</label><visibility>Public</visibility>${body}`,
  );

const MOST = field('Most__c', 'Number', '<precision>4</precision><scale>0</scale>');
const objectRights = (object: string, edit: boolean): string =>
  `<objectPermissions><allowCreate>${edit}</allowCreate><allowDelete>false</allowDelete><allowEdit>${edit}</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
const fieldRights = (name: string, edit: boolean): string =>
  `<fieldPermissions><editable>${edit}</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;

export const METADATA: readonly MetadataComponent[] = [
  PART,
  LINE,
  SECRET,
  SIGNAL,
  setting('Limits__c', 'Hierarchy', MOST),
  setting('Country__c', 'List', MOST),
  xml(
    'CustomObject',
    'Rule__mdt',
    'objects',
    `<label>Rule</label><pluralLabel>Rules</pluralLabel><visibility>Public</visibility>${MOST}`,
  ),
  xml(
    'CustomMetadata',
    'Rule.First',
    'customMetadata',
    '<label>First rule</label><protected>false</protected><values><field>Most__c</field><value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="xsd:double">3.0</value></values>',
  ),
  xml(
    'CustomLabels',
    'CustomLabels',
    'labels',
    '<labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected><shortDescription>Greeting</shortDescription><value>Hello {0}</value></labels>',
  ),
  xml('CustomPermission', 'May_Do', 'customPermissions', '<label>May do</label>'),
  xml(
    'PermissionSet',
    'Reader',
    'permissionsets',
    `<label>Reader</label>${objectRights('Part__c', false)}${fieldRights('Part__c.Count__c', false)}`,
  ),
  xml(
    'PermissionSet',
    'Writer',
    'permissionsets',
    `<label>Writer</label>${objectRights('Part__c', true)}${objectRights('Secret__c', true)}${fieldRights('Part__c.Count__c', true)}${fieldRights('Part__c.Code__c', false)}<customPermissions><enabled>true</enabled><name>May_Do</name></customPermissions>`,
  ),
];

export function apexClass(name: string, content: string): MetadataComponent {
  return {
    type: 'ApexClass',
    fullName: name,
    path: `classes/${name}.cls`,
    content,
    meta: '<ApexClass><apiVersion>66.0</apiVersion></ApexClass>',
  };
}

function apexTrigger(name: string, content: string): MetadataComponent {
  return {
    type: 'ApexTrigger',
    fullName: name,
    path: `triggers/${name}.trigger`,
    content,
    meta: '<ApexTrigger><apiVersion>66.0</apiVersion></ApexTrigger>',
  };
}

export const CODE: readonly MetadataComponent[] = [
  ...Object.entries(CLASSES).map(([name, text]) => apexClass(name, text)),
  ...Object.entries(TRIGGERS).map(([name, text]) => apexTrigger(name, text)),
];

export interface LibraryOrg {
  readonly org: Org;
  readonly adminId: string;
}

function signer(): CertificateKeys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { privateKeyPem, publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** An org with metadata and code, without rows of its own objects; with a namespace it is a packaging org. */
export function openLibraryOrg(namespace?: string): LibraryOrg {
  const org = createOrg({
    orgId: ORG_ID,
    store: openStore(':memory:'),
    clock: { now: () => NOW },
    certificates: new Map([['Signer', signer()]]),
    ...(namespace === undefined ? {} : { namespace }),
  });
  const { adminId } = seedOrg(org.store, org.schema, {
    orgId: ORG_ID,
    orgName: 'Library',
    now: NOW,
    adminUsername: 'admin@library.example',
    adminFirstName: 'Ada',
    adminLastName: 'Admin',
    adminEmail: 'admin@library.example',
    timeZone: ZONE,
  });
  const { problems } = org.deployMetadata([...METADATA, ...CODE]);
  assert.deepEqual(problems, []);
  for (const permissionSet of ['Reader', 'Writer']) {
    const username = `${permissionSet.toLowerCase()}@library.example`;
    createUser(org.store, org.schema, {
      username,
      lastName: permissionSet,
      profile: 'Minimum Access - Salesforce',
      now: NOW,
      timeZone: ZONE,
      permissionSets: [permissionSet],
    });
  }
  org.rules.invalidate();
  return { org, adminId };
}
