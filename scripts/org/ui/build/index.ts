/** Builds the pages: base components once for the installed versions, the shell and the package's components whenever they change. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';
import { CURRENT, OUTPUT } from '../built.ts';
import type { BuiltShell } from '../built.ts';
import { appHash, vendorHash, vendorModules } from './modules.ts';
import { onLog, pluginsFor } from './plugins.ts';

/**
 * @param root folder of the project
 * @throws Error that names the module or label that is missing
 */
export async function buildShell(root: string): Promise<BuiltShell & { readonly ms: number }> {
  const start = performance.now();
  const output = path.join(root, OUTPUT);
  mkdirSync(output, { recursive: true });
  const vendor = `vendor-${vendorHash(root)}`;
  await once(output, vendor, (folder) => buildVendor(root, folder));
  const app = `app-${appHash(root, vendor)}`;
  await once(output, app, (folder) => buildApp(root, folder, vendor));
  const built: BuiltShell = { vendor, app };
  const draft = path.join(output, `${CURRENT}.${process.pid}`);
  writeFileSync(draft, JSON.stringify(built));
  renameSync(draft, path.join(output, CURRENT));
  return { ...built, ms: Math.round(performance.now() - start) };
}

/** Makes a folder that is either complete or not there, also when two processes build at the same time. */
async function once(output: string, name: string, build: (folder: string) => Promise<void>): Promise<void> {
  const target = path.join(output, name);
  if (existsSync(target)) return;
  const draft = mkdtempSync(path.join(output, 'draft-'));
  try {
    await build(draft);
    if (!existsSync(target)) renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function buildVendor(root: string, folder: string): Promise<void> {
  const modules = vendorModules(root);
  const importer = path.join(import.meta.dirname, '..', 'client', 'shell.ts');
  const bundle = await rollup({
    input: Object.fromEntries([...modules].map(([name, file]) => [file.replace(/\.js$/, ''), name])),
    preserveEntrySignatures: 'strict',
    onLog,
    plugins: [
      {
        name: 'vendor-entries',
        resolveId(id, from) {
          return from === undefined && modules.has(id) ? this.resolve(id, importer, { skipSelf: true }) : null;
        },
      },
      await pluginsFor(root),
    ],
  });
  await bundle.write({ dir: folder, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' });
  await bundle.close();
}

async function buildApp(root: string, folder: string, vendor: string): Promise<void> {
  const modules = vendorModules(root);
  const client = path.join(import.meta.dirname, '..', 'client');
  const bundle = await rollup({
    input: { boot: path.join(client, 'boot.ts'), login: path.join(client, 'login.ts') },
    external: (id) => modules.has(id),
    onLog,
    plugins: await pluginsFor(root),
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    sourcemap: true,
    chunkFileNames: '[name]-[hash].js',
    paths: (id) => (modules.has(id) ? `/assets/${vendor}/${modules.get(id)}` : id),
  });
  await bundle.close();
}
