/** Every import of a component against the project: Apex methods, objects and fields, labels, resources, other components. */
import path from 'node:path';
import type { Finding } from '../finding.ts';
import type { ApexFile } from '../source/apex-files.ts';
import type { MethodFact } from '../source/apex-facts.ts';
import type { ProjectFiles } from '../source/files.ts';
import type { QuerySchema } from '../soql/query-schema.ts';
import type { Bundle } from './bundles.ts';
import { lightningNames, SALESFORCE_MODULES } from './platform-modules.ts';
import type { ImportFact, ScriptFacts } from './script.ts';

export const GATE = 'lwc';

export interface ProjectNames {
  readonly project: ProjectFiles;
  readonly schema: QuerySchema;
  readonly bundles: ReadonlyMap<string, Bundle>;
  readonly scripts: ReadonlyMap<string, ScriptFacts>;
  readonly apex: ReadonlyMap<string, ApexFile>;
  readonly labels: ReadonlySet<string>;
}

/** Folder and file ending by family of module, for what is one file each. */
const FILES: Readonly<Record<string, RegExp>> = {
  customPermission: /(?:^|\/)customPermissions\/([^/]+)\.customPermission(?:-meta\.xml)?$/,
  resourceUrl: /(?:^|\/)staticresources\/([^/]+)\.resource(?:-meta\.xml)?$/,
  messageChannel: /(?:^|\/)messageChannels\/([^/]+)\.messageChannel(?:-meta\.xml)?$/,
  contentAssetUrl: /(?:^|\/)contentassets\/([^/]+)\.asset(?:-meta\.xml)?$/,
};

const WHOLE_MODULES: ReadonlySet<string> = new Set(['lwc', '@lwc/engine', '@lwc/state', '@salesforce/apex']);

export function readLabels(project: ProjectFiles): Set<string> {
  const labels = new Set<string>();
  for (const file of project.files) {
    if (!/\.labels(-meta\.xml)?$/.test(file)) continue;
    for (const match of project.read(file).matchAll(/<labels>[\s\S]*?<fullName>([^<]+)<\/fullName>/g)) {
      labels.add(match[1]?.trim() ?? '');
    }
  }
  return labels;
}

export function checkImports(bundle: Bundle, file: string, facts: ScriptFacts, names: ProjectNames): Finding[] {
  const findings: Finding[] = [];
  for (const one of facts.imports) {
    if (one.isTypeOnly) continue;
    const message = problemOf(bundle, file, one, names);
    if (message !== null) findings.push({ file, line: one.line, column: one.column, gate: GATE, message });
  }
  for (const { adapter, line, column } of facts.wires) {
    const from = facts.imports.find((one) => Object.hasOwn(one.names, adapter));
    const method = from === undefined ? null : apexMethod(from.module, names);
    if (method === null || typeof method === 'string') continue;
    if (method.annotations.some((one) => /^auraenabled\(.*cacheable=true/.test(one))) continue;
    const message = `@wire needs a cacheable method: ${method.type}.${method.name} is not @AuraEnabled(cacheable=true)`;
    findings.push({ file, line, column, gate: GATE, message });
  }
  return findings;
}

function problemOf(bundle: Bundle, file: string, one: ImportFact, names: ProjectNames): string | null {
  const { module } = one;
  if (WHOLE_MODULES.has(module)) return null;
  if (module.startsWith('.')) return relativeProblem(bundle, file, module, names);
  const [scope = '', ...rest] = module.split('/');
  const name = rest.join('/');
  const { namespace } = names.project;
  if (scope === 'c' || (namespace !== null && scope === namespace)) return componentProblem(name, one, names);
  if (scope === '@salesforce') return salesforceProblem(name, names);
  if (scope === 'lightning') {
    const known = lightningNames();
    return known.size === 0 || known.has(name) ? null : `There is no module ${module}`;
  }
  const isPlain = /^[a-z][\w]*\/\w+$/i.test(module);
  return isPlain
    ? null
    : `${module} cannot be imported: components import lwc, c/…, lightning/… and @salesforce/… alone`;
}

/** A file of the own bundle; the platform adds the ending of scripts. */
function relativeProblem(bundle: Bundle, file: string, module: string, names: ProjectNames): string | null {
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), module));
  const endings = ['', '.js', '.ts', '.html', '.css'];
  const candidates = [...endings.map((ending) => target + ending), target.replace(/\.js$/, '.ts')];
  if (candidates.some((one) => bundle.files.includes(one))) return null;
  return candidates.some((one) => names.project.files.includes(one))
    ? `${module} lies outside the bundle`
    : `There is no file ${module} in the bundle`;
}

function componentProblem(name: string, one: ImportFact, names: ProjectNames): string | null {
  const bundle = names.bundles.get(name);
  if (bundle === undefined) {
    if (names.project.hasForeignPackages) return null;
    const close = [...names.bundles.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
    return `There is no component ${one.module}${close === undefined ? '' : `: it is written ${close}`}`;
  }
  const exported = bundle.main === null ? null : (names.scripts.get(bundle.main)?.exports ?? null);
  if (exported === null) return null;
  const missing = Object.values(one.names).find((wanted) => wanted !== '*' && !exported.includes(wanted));
  return missing === undefined ? null : `${one.module} has no export ${missing}`;
}

function salesforceProblem(name: string, names: ProjectNames): string | null {
  const [family = '', ...rest] = name.split('/');
  const member = rest.join('/');
  switch (family) {
    case 'apex':
    case 'apexContinuation': {
      const method = apexMethod(`@salesforce/${name}`, names);
      return typeof method === 'string' ? method : null;
    }
    case 'schema':
      return schemaProblem(member, names);
    case 'label':
      return labelProblem(member, names);
    default:
  }
  const pattern = FILES[family];
  if (pattern !== undefined) return fileProblem(family, pattern, member, names.project);
  const known = SALESFORCE_MODULES.get(family);
  if (known === undefined) return `There is no module @salesforce/${name}`;
  return known.test(member) ? null : `@salesforce/${family} has no ${member}`;
}

/** The method; text that says what is wrong; null when it belongs to another package. */
function apexMethod(module: string, names: ProjectNames): MethodFact | string | null {
  const match = /^@salesforce\/apex(?:Continuation)?\/(.+)$/.exec(module);
  if (match === null) return null;
  const parts = (match[1] ?? '').split('.');
  const { namespace, hasForeignPackages } = names.project;
  if (parts.length === 3 && parts[0] === namespace) parts.shift();
  if (parts.length === 3) return null;
  const [type = '', name = ''] = parts;
  const file = names.apex.get(type.toLowerCase());
  if (file === undefined) return hasForeignPackages ? null : `There is no Apex class ${type}`;
  if (!file.facts.isParsed) return null;
  const methods = file.facts.methods.filter((one) => one.type.toLowerCase() === type.toLowerCase());
  const method = methods.find((one) => one.name === name);
  if (method === undefined) {
    const close = methods.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return `${type} has no method ${name}${close === undefined ? '' : `: it is written ${close.name}`}`;
  }
  if (!method.annotations.some((one) => one.startsWith('auraenabled'))) return `${type}.${name} is not @AuraEnabled`;
  return method.isStatic ? method : `${type}.${name} is not static`;
}

function schemaProblem(member: string, names: ProjectNames): string | null {
  const [objectName = '', ...fields] = member.split('.');
  const { schema } = names;
  let object = schema.object(objectName);
  if (object === undefined) return `There is no object ${objectName}`;
  for (const [index, written] of fields.entries()) {
    if (object === null || object === undefined) return null;
    const key = schema.bare(written).toLowerCase();
    const isLast = index === fields.length - 1;
    const isUnknown = object.isOpen || (written.includes('__') && schema.isForeign(written));
    if (isLast) return object.fields.has(key) || isUnknown ? null : `${object.name} has no field ${written}`;
    const parent = object.parents.get(key);
    if (parent === undefined) return isUnknown ? null : `${object.name} has no relationship ${written}`;
    const target: string | undefined = parent.targets[0];
    object = target === undefined ? null : (schema.object(target) ?? null);
  }
  return null;
}

function labelProblem(member: string, names: ProjectNames): string | null {
  const [space = '', name = ''] = member.split('.');
  const isOwn = space === 'c' || space === names.project.namespace;
  if (!isOwn || names.project.hasForeignPackages) return null;
  return names.labels.has(name) ? null : `There is no custom label ${name}`;
}

function fileProblem(family: string, pattern: RegExp, member: string, project: ProjectFiles): string | null {
  const { namespace, hasForeignPackages, files } = project;
  const bare = namespace !== null && member.startsWith(`${namespace}__`) ? member.slice(namespace.length + 2) : member;
  const name = family === 'messageChannel' ? bare.replace(/__c$/, '') : bare;
  const isForeign = hasForeignPackages || name.includes('__');
  if (isForeign || files.some((file) => pattern.exec(file)?.[1] === name)) return null;
  return `There is no ${WORDS[family]} ${name}`;
}

const WORDS: Readonly<Record<string, string>> = {
  customPermission: 'custom permission',
  resourceUrl: 'static resource',
  messageChannel: 'message channel',
  contentAssetUrl: 'content asset',
};
