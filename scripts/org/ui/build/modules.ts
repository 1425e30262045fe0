/** Which Lightning modules the browser gets from where: the package's own, the shell's, and the open base components. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { lwcModules } from '../../../salesforce/build-lwc.ts';

const SHELL = path.resolve(import.meta.dirname, '..', 'modules');
const require = createRequire(import.meta.url);
export interface ModuleAlias {
  readonly name: string;
  readonly path: string;
}

/** Base components that the package publishes; their own parts come with them. */
function baseComponents(): string[] {
  const file = require.resolve('lightning-base-components/package.json');
  const { lwc } = JSON.parse(readFileSync(file, 'utf8')) as { lwc: { expose: string[] } };
  return lwc.expose;
}

/** Names under `lightning/` that sources import, or use as elements in their templates. */
export function lightningNames(text: string): string[] {
  const imports = [...text.matchAll(/'(lightning\/\w+)'/g)].map((match) => match[1] ?? '');
  const elements = [...text.matchAll(/<lightning-([\w-]+)/g)].map((match) => {
    const words = (match[1] ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return `lightning/${words}`;
  });
  return [...new Set([...imports, ...elements])].sort();
}

/** Modules of the shell: `lma/*`, and the platform services under `lightning/*` and `force/*`. */
export function shellModules(): ModuleAlias[] {
  return globSync('*/*/*.ts', { cwd: SHELL })
    .map((file) => file.split(path.sep))
    .filter(([, name, file]) => file === `${name}.ts`)
    .map((parts) => ({ name: parts.slice(0, 2).join('/'), path: path.join(SHELL, ...parts) }));
}

/** Components and modules of the package in `root`, under the namespace `c`. */
export function packageModules(root: string): ModuleAlias[] {
  return [...lwcModules(root)].map(([name, file]) => ({ name, path: path.join(root, file) }));
}

/** Sources of the shell and of the package, absolute, sorted. */
function sourceFiles(root: string): string[] {
  const ui = path.resolve(import.meta.dirname, '..');
  const shell = globSync('{modules,client}/**/*.{ts,html,css}', { cwd: ui }).map((file) => path.join(ui, file));
  const own = packageModules(root).flatMap((module) => {
    const folder = path.dirname(module.path);
    return globSync('*.{ts,html,css}', { cwd: folder }).map((file) => path.join(folder, file));
  });
  return [...new Set([...shell, ...own])].sort();
}

/** Module → file of the vendor build: LWC, synthetic shadow, and the base components that something uses. */
export function vendorModules(root: string): ReadonlyMap<string, string> {
  const own = new Set(shellModules().map((module) => module.name));
  const exposed = new Set(baseComponents());
  const used = lightningNames(sourceFiles(root).map((file) => readFileSync(file, 'utf8')).join('\n'));
  const names = used.filter((name) => exposed.has(name) && !own.has(name) && name !== 'lightning/navigation');
  return new Map([
    ['lwc', 'lwc.js'],
    ['@lwc/synthetic-shadow', 'synthetic-shadow.js'],
    ...names.map((name): [string, string] => [name, `${name}.js`]),
  ]);
}

function hashOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Changes with the installed versions, the base components in use, and the build itself. */
export function vendorHash(root: string): string {
  const lock = path.join(root, 'package-lock.json');
  return hashOf([
    existsSync(lock) ? readFileSync(lock) : '',
    JSON.stringify([...vendorModules(root)]),
    ...globSync('*.ts', { cwd: import.meta.dirname })
      .sort()
      .map((file) => readFileSync(path.join(import.meta.dirname, file))),
  ]);
}

/** Changes with every source that the app build reads. */
export function appHash(root: string, vendor: string): string {
  const labels = globSync('*/main/**/*.labels-meta.xml', { cwd: root }).map((file) => path.join(root, file));
  const files = [...sourceFiles(root), ...labels.sort()];
  return hashOf([vendor, ...files.flatMap((file) => [file, readFileSync(file)])]);
}
