/** Small metadata files for the tests of schema, store and access. */
import type { MetadataComponent } from '../../../scripts/org/types.ts';

export function component(type: string, fullName: string, body: string, path = `${fullName}.xml`): MetadataComponent {
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${type}>`;
  return { type, fullName, path, content };
}

export interface ObjectParts {
  readonly fields?: string;
  readonly sharingModel?: string;
  readonly nameField?: string;
  readonly more?: string;
}

/** A complete custom object with what the test adds. */
export function customObject(name: string, parts: ObjectParts = {}): MetadataComponent {
  const label = name.replace('__c', '');
  return component(
    'CustomObject',
    name,
    `<label>${label}</label><pluralLabel>${label}s</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
<nameField>${parts.nameField ?? '<label>Name</label><type>Text</type>'}</nameField>
<sharingModel>${parts.sharingModel ?? 'ReadWrite'}</sharingModel>
${parts.more ?? ''}
${parts.fields ?? ''}`,
    `objects/${name}.object`,
  );
}

/** One `<fields>` element. */
export function field(name: string, type: string, more = ''): string {
  return `<fields><fullName>${name}</fullName><label>${name.replace('__c', '')}</label><type>${type}</type>${more}</fields>`;
}
