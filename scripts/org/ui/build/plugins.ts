/** Rollup's plugins for both builds: platform modules, types stripped, LWC compiled. */
import path from 'node:path';
import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import type { InputPluginOption, Plugin, RollupLog } from 'rollup';
import { lwcCompiler } from '../../../salesforce/build-lwc.ts';
import { packageModules, shellModules } from './modules.ts';
import { platformModules, readLabels } from './platform-modules.ts';

const UI = path.resolve(import.meta.dirname, '..');
/** Warnings about the base components' own code, which we cannot change. */
const NOT_OURS = new Set(['CIRCULAR_DEPENDENCY', 'PLUGIN_WARNING', 'THIS_IS_UNDEFINED', 'EVAL']);

async function stripTypes(): Promise<Plugin> {
  const compile = await lwcCompiler();
  return {
    name: 'strip-types',
    transform(code, id) {
      const file = id.split('?')[0] ?? id;
      return file.endsWith('.ts') ? compile(file, code) : null;
    },
  };
}

/** @param root folder of the project whose components the pages show */
export async function pluginsFor(root: string): Promise<InputPluginOption> {
  const components = packageModules(root);
  const values = { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' };
  return [
    platformModules({ labels: readLabels(root), components: components.map((module) => module.name) }),
    // Both packages export a function by default; their types hide it from Node's module rules.
    (replace as unknown as (options: object) => Plugin)({ preventAssignment: true, values }),
    await stripTypes(),
    (lwc as unknown as (options: object) => Plugin)({
      rootDir: UI,
      enableDynamicComponents: true,
      // The base components attach internals, which synthetic shadow refuses without this.
      enableSyntheticElementInternals: true,
      modules: [...shellModules(), ...components, { npm: 'lightning-base-components' }],
    }),
  ];
}

/** An import that leads nowhere ends the build by its name; the base components' own warnings are passed over. */
export function onLog(_level: string, log: RollupLog): void {
  if (log.code === 'UNRESOLVED_IMPORT')
    throw new Error(`${log.id ?? 'A module'} imports ${log.exporter ?? ''}, which the local org does not have`);
  if (log.code === 'MISSING_EXPORT') throw new Error(log.message);
  if (!NOT_OURS.has(log.code ?? '')) process.stderr.write(`${log.message}\n`);
}
