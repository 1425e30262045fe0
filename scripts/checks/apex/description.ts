/** What the compiler driver is told of a project: its objects, its labels, the files to read. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { readPackage } from '../../org/rest/metadata/read-package.ts';
import { buildSchema } from '../../org/schema/index.ts';
import type { FieldType, ObjectSchema, OrgSchema } from '../../org/schema/model.ts';
import { packageDirectories, zipOf } from '../../salesforce/project.ts';

/** The Apex type of a field, by its type in a describe. */
const APEX_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'Id',
  string: 'String',
  textarea: 'String',
  email: 'String',
  phone: 'String',
  url: 'String',
  picklist: 'String',
  multipicklist: 'String',
  combobox: 'String',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  reference: 'Id',
  base64: 'Blob',
  anyType: 'Object',
};

const KINDS: Readonly<Record<ObjectSchema['kind'], string>> = {
  standard: 'record',
  custom: 'record',
  event: 'event',
  setting: 'setting',
  metadata: 'metadata',
  share: 'record',
  history: 'record',
  tooling: 'record',
};

export interface Description {
  /** Rows of the driver. */
  readonly rows: readonly string[];
  readonly sources: number;
}

/**
 * @param root folder of the project
 * @throws Error when Salesforce's library refuses to convert the project, or when its objects have faults
 */
export async function describeProject(root: string): Promise<Description> {
  const directories = packageDirectories(root);
  const schema = await readSchema(directories);
  const sources = directories.flatMap((directory) =>
    globSync('**/*.{cls,trigger}', { cwd: directory })
      .sort()
      .map((file) => path.join(directory, file)),
  );
  const rows = [
    ...schema.objects.flatMap(objectRows),
    ...[...schema.labels.keys()].map((label) => `label\t${label}`),
    ...sources.map((file) => `source\t${file}\t${path.relative(root, file).split(path.sep).join('/')}`),
  ];
  return { rows, sources: sources.length };
}

async function readSchema(directories: readonly string[]): Promise<OrgSchema> {
  return buildSchema(readPackage(await zipOf(directories)).components, { version: 1 }).schema;
}

function objectRows(object: ObjectSchema): string[] {
  const rows = [`object\t${object.name}\t${KINDS[object.kind]}`];
  for (const field of object.fields) {
    rows.push(`field\t${field.name}\t${APEX_TYPES[field.type]}`);
    if (field.relationshipName) {
      const target = field.referenceTo.length === 1 ? field.referenceTo[0] : 'SObject';
      rows.push(`parent\t${field.relationshipName}\t${target}`);
    }
  }
  for (const child of object.childRelationships) rows.push(`child\t${child.name}\t${child.childObject}`);
  return rows;
}
