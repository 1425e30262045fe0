/** The `@salesforce/*` modules of the platform, as a table: what is not in it fails the build by name. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { Plugin } from 'rollup';

const PREFIX = '\0platform:';

interface PlatformContext {
  readonly labels: ReadonlyMap<string, string>;
  /** `c/*` names of the package's components. */
  readonly components: readonly string[];
}

type Source = (match: RegExpExecArray, context: PlatformContext) => string;

const literal = (value: unknown): string => `export default ${JSON.stringify(value)};`;

function labelSource(name: string, context: PlatformContext): string {
  const value = context.labels.get(name);
  if (value === undefined) throw new Error(`There is no custom label ${name}`);
  return literal(value);
}

/** Components by the names that pages use: `c:panel`, and `panel` as a source project writes it. */
function registrySource(context: PlatformContext): string {
  const entries = context.components.flatMap((module) => {
    const name = module.replace('c/', '');
    const load = `() => import(${JSON.stringify(module)})`;
    return [`${JSON.stringify(`c:${name}`)}: ${load}`, `${JSON.stringify(name)}: ${load}`];
  });
  return `export const COMPONENTS = { ${entries.join(', ')} };`;
}

const SOURCES: readonly (readonly [pattern: RegExp, source: Source])[] = [
  [/^@salesforce\/apex$/, () => `export { refreshApex } from 'lma/apex';`],
  [
    /^@salesforce\/apex\/(\w+\.\w+)$/,
    (match) => `import { apexMethod } from 'lma/apex'; export default apexMethod(${JSON.stringify(match[1])});`,
  ],
  [/^@salesforce\/schema\/(\w+)$/, (match) => literal({ objectApiName: match[1] })],
  [/^@salesforce\/schema\/(\w+)\.([\w.]+)$/, (match) => literal({ objectApiName: match[1], fieldApiName: match[2] })],
  [/^@salesforce\/label\/c\.(\w+)$/, (match, context) => labelSource(match[1] ?? '', context)],
  [/^@salesforce\/user\/Id$/, () => 'export default globalThis.lmaUser.id;'],
  [/^@salesforce\/user\/isGuest$/, () => 'export default false;'],
  [/^@salesforce\/i18n\/(timeZone|locale|lang)$/, (match) => `export default globalThis.lmaUser.${match[1]};`],
  [/^lma\/registry$/, (_, context) => registrySource(context)],
];

function sourceOf(id: string): readonly [RegExpExecArray, Source] | undefined {
  for (const [pattern, source] of SOURCES) {
    const match = pattern.exec(id);
    if (match !== null) return [match, source];
  }
  return undefined;
}

/** Custom labels of a project, by name. */
export function readLabels(root: string): ReadonlyMap<string, string> {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'labels' });
  const labels = globSync('*/main/**/*.labels-meta.xml', { cwd: root }).flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const parsed = parser.parse(text) as { CustomLabels?: { labels?: { fullName: string; value: string }[] } };
    return parsed.CustomLabels?.labels ?? [];
  });
  return new Map(labels.map(({ fullName, value }) => [fullName, value]));
}

export function platformModules(context: PlatformContext): Plugin {
  return {
    name: 'platform-modules',
    resolveId: (id) => (sourceOf(id) === undefined ? null : PREFIX + id),
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const found = sourceOf(id.slice(PREFIX.length));
      return found === undefined ? null : found[1](found[0], context);
    },
  };
}
