/** Tables that are derived from installed packages are kept in `.cache`, by the versions they were derived from. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, '..', '..', '..', '..', '.cache', 'metadata');

/** The table of this name and key; derived when it is not there yet. */
export async function cached<T>(name: string, key: string, derive: () => Promise<T>): Promise<T> {
  const file = path.join(FOLDER, `${name}-${key}.json`.replace(/[^\w.-]/g, '_'));
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  const table = await derive();
  mkdirSync(FOLDER, { recursive: true });
  // Written aside and renamed, so that a run at the same time never reads half a table.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(table));
  renameSync(aside, file);
  return table;
}

/** Folder of the package that owns `file`: the nearest one above with a package.json that states a version. */
export function packageOf(file: string): { folder: string; version: string } {
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const description = path.join(folder, 'package.json');
    if (!existsSync(description)) continue;
    const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version?: string };
    if (version) return { folder, version };
  }
  throw new Error(`${file} belongs to no installed package: run npm ci.`);
}
