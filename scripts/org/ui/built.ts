/** Where the built pages are, for the build that writes and the server that reads. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Relative to the project. */
export const OUTPUT = path.join('.cache', 'ui');
export const CURRENT = 'current.json';

/** Folders under `OUTPUT`; each is complete and never changes. */
export interface BuiltShell {
  readonly vendor: string;
  readonly app: string;
}

/** @returns what the last build left, or null before the first one ended */
export function readBuilt(root: string): BuiltShell | null {
  const file = path.join(root, OUTPUT, CURRENT);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BuiltShell) : null;
}
