/** The page `docs/local-org.md`: what the local org can do, read from the tables it works by. */
import path from 'node:path';
import type { PlatformType } from '../org/apex/contract.ts';
import { PLATFORM_TYPES } from '../org/apex/runtime/index.ts';
import { SAVE_ORDER } from '../org/dml/save-order.ts';
import { FORMULA_FUNCTIONS } from '../org/formula/functions/index.ts';
import { METADATA_TYPES } from '../org/rest/metadata/types.ts';
import { createRoutes } from '../org/rest/routes.ts';
import { STANDARD_OBJECTS } from '../org/schema/standard/index.ts';
import { DATE_LITERALS } from '../org/soql/date-literals.ts';
import { SOQL_FUNCTIONS } from '../org/soql/functions.ts';

/** Where the page lies inside the project. */
export const PAGE_FILE = path.join('docs', 'local-org.md');

const INTRODUCTION = `# What the local org can do

Written by \`npm run docs\` from the tables that the local org itself works by; a test keeps it current. What is not in a
table does not exist there: a call, a function or a member that is missing fails by name, it is never silently skipped.
No org of Salesforce was asked while this was built. A green run here is evidence, not proof: rehearse in a sandbox
before you install.`;

function code(text: string): string {
  return `\`${text}\``;
}

function names(all: Iterable<string>): string {
  return [...all].sort().map(code).join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function routes(): string {
  const methodsOf = new Map<string, Set<string>>();
  const all = createRoutes(() => {
    throw new Error('The page runs no operation.');
  });
  for (const { method, path: route } of all) methodsOf.set(route, (methodsOf.get(route) ?? new Set()).add(method));
  const rows = [...methodsOf].sort(([left], [right]) => (left < right ? -1 : 1));
  return table(
    ['Path', 'Methods'],
    rows.map(([route, methods]) => [code(route), [...methods].sort().join(', ')]),
  );
}

function memberCount(type: PlatformType): number {
  const counted = [type.members, type.constructors, type.properties].map((part) => Object.keys(part ?? {}).length);
  const listed = (type.values?.length ?? 0) + (type.abstractMembers?.length ?? 0);
  return counted.reduce((sum, count) => sum + count, listed);
}

function runtimeTypes(): string {
  const types = [...new Set(PLATFORM_TYPES.values())].sort((left, right) => (left.name < right.name ? -1 : 1));
  return table(
    ['Type', 'Kind', 'Members'],
    types.map((type) => [code(type.name), type.kind, String(memberCount(type))]),
  );
}

function metadataTypes(): string {
  return table(
    ['Type', 'Folder', 'Parts'],
    METADATA_TYPES.map((type) => [
      code(type.name),
      code(type.directory),
      Object.keys(type.children ?? {})
        .map(code)
        .join(', '),
    ]),
  );
}

function standardObjects(): string {
  const objects = [...STANDARD_OBJECTS].sort((left, right) => (left.name < right.name ? -1 : 1));
  return names(objects.map((object) => object.name));
}

/** The page's text, not yet formatted. */
export function localOrgPage(): string {
  const steps = SAVE_ORDER.map((step, index) => `${index + 1}. ${code(step.name)}`).join('\n');
  return [
    INTRODUCTION,
    '## REST, SOAP and control paths',
    'A segment `:name` stands for one segment, `*` for the rest. Paths under `/__org__` are the local org’s own: its clock, its queue, its log.',
    routes(),
    '## Metadata types of a deploy',
    metadataTypes(),
    '## Standard objects',
    standardObjects(),
    '## SOQL functions',
    names(SOQL_FUNCTIONS.keys()),
    '## SOQL date literals',
    names(DATE_LITERALS.keys()),
    '## Formula functions',
    names(FORMULA_FUNCTIONS.keys()),
    '## Steps of a save',
    steps,
    '## Apex types of the platform',
    'The count has methods, constructors, properties, enum values and methods that an implementation must have.',
    runtimeTypes(),
    '',
  ].join('\n\n');
}
