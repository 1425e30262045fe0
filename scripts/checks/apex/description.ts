/** What the compiler driver is told of a project: its objects and names that Apex can refer to, and the files to read. */
import path from 'node:path';
import { parseXml } from '../../org/schema/xml.ts';
import type { XmlElement } from '../../org/schema/xml.ts';
import { textOf } from './fields.ts';
import { objectRows } from './objects.ts';
import { isSource } from './project-files.ts';
import type { ProjectFile } from './project-files.ts';

/** Name patterns of the files that are one thing each, by the driver's row. */
const NAMED: readonly (readonly [row: string, pattern: RegExp])[] = [
  ['page', /([^/]+)\.page$/],
  ['component', /([^/]+)\.component$/],
  ['resource', /([^/]+)\.resource-meta\.xml$/],
  ['script', /([^/]+)\.dwl$/],
  ['lwc', /([^/]+)\.js-meta\.xml$/],
];

/**
 * @param files files of the project
 * @returns rows of the driver, without its `project` row
 */
export function describeProject(files: readonly ProjectFile[]): string[] {
  const metadata = new Map(files.map((file) => [file.path, file.text]));
  return [
    ...objectRows(files),
    ...files.flatMap(namedRows),
    ...files.filter((file) => isSource(file.path)).map((file) => sourceRow(file, metadata)),
  ];
}

function namedRows(file: ProjectFile): string[] {
  const name = path.basename(file.path);
  if (/\.labels(-meta\.xml)?$/.test(name))
    return childrenOf(file, 'labels').map((label) => `label\t${textOf(label, 'fullName')}`);
  const flow = /^(.+?)(?:-\d+)?\.flow(-meta\.xml)?$/.exec(name);
  if (flow !== null) return [`flow\t${flow[1]}\t${flowVariables(file)}`];
  const action = /^(?:(.+)\.)?([^.]+)\.quickAction(-meta\.xml)?$/.exec(name);
  if (action !== null) return [`action\t${action[1] ?? ''}\t${action[2]}`];
  for (const [row, pattern] of NAMED) {
    const found = pattern.exec(file.path);
    if (found !== null) return [`${row}\t${found[1]}`];
  }
  return [];
}

function flowVariables(file: ProjectFile): string {
  return childrenOf(file, 'variables')
    .map((variable) => textOf(variable, 'name'))
    .join(',');
}

function childrenOf(file: ProjectFile, name: string): XmlElement[] {
  return parseXml(file.text).children.filter((child) => child.name === name);
}

function sourceRow(file: ProjectFile, metadata: ReadonlyMap<string, string>): string {
  const version = /<apiVersion>\s*([\d.]+)\s*</.exec(metadata.get(`${file.path}-meta.xml`) ?? '')?.[1] ?? '';
  return `source\t${file.file}\t${file.path}\t${version}`;
}
