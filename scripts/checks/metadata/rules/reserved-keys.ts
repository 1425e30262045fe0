/** Keys of the event contract: one typed Apex class must be able to hold them, so no key is a reserved word. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleContext } from './context.ts';
import { placeIn } from './code.ts';

const CONTRACT = path.posix.join('config', 'events.schema.json');

/** Words that Apex refuses as the name of a variable. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    'abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case cast catch ' +
    'char class collect commit const continue currency date datetime decimal default delete desc do double else end enum ' +
    'exception exit export extends false final finally float for from global goto group having hint if implements import ' +
    'in inner insert instanceof int integer interface into join like limit list long loop map merge new not null nulls ' +
    'number object of on or outer override package parallel pragma private protected public retrieve return rollback ' +
    'select set short sobject sort static string super switch synchronized system testmethod then this throw time ' +
    'transaction trigger true try undelete update upsert using virtual void webservice when where while'
  ).split(' '),
);

export function checkReservedKeys({ project, report }: RuleContext): void {
  const file = path.join(project.root, CONTRACT);
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    report.add(CONTRACT, { line: 1, column: 1 }, `The event contract is no JSON: ${(error as Error).message}.`);
    return;
  }
  for (const key of keysOf(schema)) {
    if (!RESERVED.has(key.toLowerCase())) continue;
    for (const match of text.matchAll(new RegExp(`"${key}"\\s*:`, 'g'))) {
      report.add(CONTRACT, placeIn(text, match.index), `The key ${key} is a reserved word of Apex.`);
    }
  }
}

/** Names of the properties that a JSON schema describes, at any depth. */
function keysOf(schema: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item);
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (name === 'properties' && typeof value === 'object' && value !== null) {
        for (const key of Object.keys(value as object)) found.add(key);
      }
      visit(value);
    }
  };
  visit(schema);
  return found;
}
