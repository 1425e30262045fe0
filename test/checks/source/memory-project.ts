/** A project whose files are given as text, for tests of the gates. */
import type { ProjectFiles } from '../../../scripts/checks/source/files.ts';

export function memoryProject(
  files: Readonly<Record<string, string>>,
  options: Partial<Pick<ProjectFiles, 'namespace' | 'hasForeignPackages'>> = {},
): ProjectFiles {
  return {
    root: '/project-in-memory',
    namespace: options.namespace ?? null,
    hasForeignPackages: options.hasForeignPackages ?? false,
    files: Object.keys(files).sort(),
    read: (file) => files[file] ?? '',
  };
}

const SPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export function objectXml(more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${SPACE}><label>X</label><nameField><label>Name</label><type>Text</type></nameField>${more}</CustomObject>`;
}

export function fieldXml(name: string, type: string, more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomField ${SPACE}><fullName>${name}</fullName><label>X</label>${more}<type>${type}</type></CustomField>`;
}

const reference = (target: string, relationship: string): string =>
  `<referenceTo>${target}</referenceTo><relationshipName>${relationship}</relationshipName>`;

/** Two objects, an event and a custom metadata type, as files. */
export const SAMPLE_OBJECTS: Readonly<Record<string, string>> = {
  'app/objects/Shop__c/Shop__c.object-meta.xml': objectXml(),
  'app/objects/Shop__c/fields/Code__c.field-meta.xml': fieldXml('Code__c', 'Text', '<externalId>true</externalId>'),
  'app/objects/Shop__c/fields/City__c.field-meta.xml': fieldXml('City__c', 'Text'),
  'app/objects/Shop__c/fields/Story__c.field-meta.xml': fieldXml('Story__c', 'LongTextArea'),
  'app/objects/Shop__c/fields/Kinds__c.field-meta.xml': fieldXml('Kinds__c', 'MultiselectPicklist'),
  'app/objects/Shop__c/fields/Open__c.field-meta.xml': fieldXml('Open__c', 'Checkbox'),
  'app/objects/Shop__c/fields/Sales__c.field-meta.xml': fieldXml('Sales__c', 'Currency'),
  'app/objects/Shop__c/fields/Since__c.field-meta.xml': fieldXml('Since__c', 'Date'),
  'app/objects/Shop__c/fields/Seen__c.field-meta.xml': fieldXml('Seen__c', 'DateTime'),
  'app/objects/Shop__c/fields/Place__c.field-meta.xml': fieldXml('Place__c', 'Location'),
  'app/objects/Shop__c/fields/Age__c.field-meta.xml': fieldXml(
    'Age__c',
    'Number',
    '<formula>TODAY() - Since__c</formula>',
  ),
  'app/objects/Shop__c/fields/Account__c.field-meta.xml': fieldXml(
    'Account__c',
    'Lookup',
    reference('Account', 'Shops'),
  ),
  'app/objects/Order__c/Order__c.object-meta.xml': objectXml('<sharingModel>ControlledByParent</sharingModel>'),
  'app/objects/Order__c/fields/Shop__c.field-meta.xml': fieldXml(
    'Shop__c',
    'MasterDetail',
    reference('Shop__c', 'Orders'),
  ),
  'app/objects/Order__c/fields/Total__c.field-meta.xml': fieldXml('Total__c', 'Currency'),
  'app/objects/Done__e/Done__e.object-meta.xml': objectXml('<eventType>HighVolume</eventType>'),
  'app/objects/Rule__mdt/Rule__mdt.object-meta.xml': objectXml(),
  'app/objects/Account/fields/Tier__c.field-meta.xml': fieldXml('Tier__c', 'Picklist'),
};
