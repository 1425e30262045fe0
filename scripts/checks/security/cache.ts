/** Keeps the result of a slow engine by content: the same files, rules and versions have the same violations. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import path from 'node:path';
import type { Engine } from './engines.ts';
import { relativeTo } from './files.ts';
import { ENGINE_FAILURE, type Violation } from './violation.ts';

const FOLDER = path.join('.cache', 'security');

/**
 * @param root folder of the project; the result is kept in its `.cache/security`
 * @param analyzeNow runs the engine
 * @returns the violations, and whether they were kept from an earlier run
 */
export async function cached(
  root: string,
  engine: Engine,
  files: readonly string[],
  analyzeNow: () => Promise<Violation[]>,
): Promise<{ violations: Violation[]; isKept: boolean }> {
  const folder = path.join(root, FOLDER);
  const key = keyOf(root, engine, files);
  const file = path.join(folder, `${engine.name}-${key}.json`);
  const kept = read(file);
  if (kept !== undefined) return { violations: kept, isKept: true };
  const violations = await analyzeNow();
  // A failure may be one of this machine at this moment, and files may have changed under a slow run: neither is kept.
  const isSound = violations.every((violation) => violation.rule !== ENGINE_FAILURE);
  if (!isSound || keyOf(root, engine, files) !== key) return { violations, isKept: false };
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.startsWith(`${engine.name}-`)) rmSync(path.join(folder, old));
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(violations));
  renameSync(draft, file);
  return { violations, isKept: false };
}

function keyOf(root: string, engine: Engine, files: readonly string[]): string {
  const hash = createHash('sha256');
  const versions = [versionOf('@salesforce/code-analyzer-core'), versionOf(engine.module)];
  hash.update(JSON.stringify([versions, engine.selectors, engine.settings, engine.severities]));
  for (const file of files) {
    hash.update(`\0${relativeTo(root, file)}\0`);
    if (existsSync(file)) hash.update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex').slice(0, 32);
}

function versionOf(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new Error(`${name} is not installed; run npm ci.`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function read(file: string): Violation[] | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Violation[];
  } catch {
    return undefined;
  }
}
