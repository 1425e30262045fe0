/** The project's list of violations that may stand, each with its reason: `docs/security/exceptions.json`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Violation } from './violation.ts';

/** Where the list stands, relative to the project. */
export const EXCEPTIONS_FILE = 'docs/security/exceptions.json';

export interface SecurityException {
  readonly engine: string;
  readonly rule: string;
  /** Path relative to the project, forward slashes. */
  readonly file: string;
  /** Part of the statement the violation stands on, white space aside; without it, the one violation of the rule in the file. */
  readonly code?: string;
  /** Why it is no fault, in a sentence or two. */
  readonly reason: string;
  /** 1-based line of the entry in the list. */
  readonly line: number;
}

const KEYS: ReadonlySet<string> = new Set(['engine', 'rule', 'file', 'code', 'reason']);
const REQUIRED = ['engine', 'rule', 'file', 'reason'] as const;
const SHORTEST_REASON = 20;

/**
 * @param root folder of the project
 * @returns its list; empty where it has none
 * @throws Error that names the entry and what is wrong with it
 */
export function readExceptions(root: string): SecurityException[] {
  const file = path.join(root, EXCEPTIONS_FILE);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const entries = parse(text);
  const lines = linesOfEntries(text);
  return entries.map((entry, index) => ({ ...check(entry, index), line: lines[index] ?? 1 }));
}

function parse(text: string): readonly unknown[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new Error(`${EXCEPTIONS_FILE} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  if (!Array.isArray(list)) throw new Error(`${EXCEPTIONS_FILE} must hold a list.`);
  return list;
}

function check(entry: unknown, index: number): Omit<SecurityException, 'line'> {
  const name = `${EXCEPTIONS_FILE}, entry ${index + 1}:`;
  if (typeof entry !== 'object' || entry === null) throw new Error(`${name} must be an object.`);
  for (const [key, value] of Object.entries(entry)) {
    if (!KEYS.has(key)) throw new Error(`${name} "${key}" is not known; there are ${[...KEYS].join(', ')}.`);
    if (typeof value !== 'string' || value.trim() === '') throw new Error(`${name} "${key}" must be a text.`);
  }
  const given = entry as Omit<SecurityException, 'line'>;
  for (const key of REQUIRED) if (given[key] === undefined) throw new Error(`${name} "${key}" is missing.`);
  if (given.reason.length < SHORTEST_REASON) throw new Error(`${name} "reason" must say why, in a sentence.`);
  return given;
}

/** Entries begin with `{`, and no text of theirs can hold one outside quotes. */
function linesOfEntries(text: string): number[] {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return bare.split('\n').flatMap((line, index) => Array<number>(line.split('{').length - 1).fill(index + 1));
}

export interface Applied {
  /** Violations that no entry excuses. */
  readonly left: readonly Violation[];
  readonly excused: number;
  /** Entries that excuse nothing any more. */
  readonly stale: readonly SecurityException[];
}

/**
 * Takes each excused violation away; one entry excuses one place.
 *
 * @param root folder of the project, to compare the text of statements
 */
export function applyExceptions(
  root: string,
  violations: readonly Violation[],
  exceptions: readonly SecurityException[],
): Applied {
  const left = [...violations];
  const stale: SecurityException[] = [];
  for (const exception of exceptions) {
    const found = left.find((violation) => matches(root, violation, exception));
    if (found === undefined) {
      stale.push(exception);
      continue;
    }
    // Several rules of thumb on one line, or several paths to it, are one place.
    for (let index = left.length - 1; index >= 0; index -= 1) {
      const other = left[index] as Violation;
      if (isSamePlace(found, other)) left.splice(index, 1);
    }
  }
  return { left, excused: violations.length - left.length, stale };
}

function isSamePlace(one: Violation, other: Violation): boolean {
  return (
    one.engine === other.engine &&
    one.rule === other.rule &&
    one.file === other.file &&
    one.line === other.line &&
    one.column === other.column
  );
}

function matches(root: string, violation: Violation, exception: SecurityException): boolean {
  if (violation.engine !== exception.engine) return false;
  if (violation.rule !== exception.rule || violation.file !== exception.file) return false;
  if (exception.code === undefined) return true;
  return statementAt(root, violation).includes(squeezed(exception.code));
}

/** From the line of the violation to the end of the statement, so that queries over several lines can be told apart. */
function statementAt(root: string, violation: Violation): string {
  const file = path.join(root, violation.file);
  if (!existsSync(file)) return '';
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(violation.line - 1);
  const end = lines.findIndex((line) => /[;{}]\s*$/.test(line));
  return squeezed(lines.slice(0, end === -1 ? lines.length : end + 1).join(' '));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
