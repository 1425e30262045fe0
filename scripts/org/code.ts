/** The org's Apex: sources from components, compiled units kept by content hash, programs loaded from them. */
import { createHash } from 'node:crypto';
import type { ComponentProblem, MetadataComponent } from './types.ts';
import type { OrgSchema } from './schema/model.ts';
import type { Store } from './store/contract.ts';
import { analyze } from './soql/index.ts';
import { createCompiler } from './apex/compiler.ts';
import type { ApexProgram, ApexSource, CompiledUnit } from './apex/contract.ts';
import { loadProgram } from './apex/emit/loader.ts';
import { PLATFORM_TYPES } from './apex/runtime/index.ts';

/** Changes when emitted code of an earlier version of the tooling must not be used again. */
const EMIT_VERSION = '1';
const KINDS: Readonly<Record<string, ApexSource['kind']>> = { ApexClass: 'class', ApexTrigger: 'trigger' };

const compiler = createCompiler({ platformTypes: PLATFORM_TYPES, analyze });

export interface Code {
  readonly sources: readonly ApexSource[];
  readonly units: readonly CompiledUnit[];
  readonly program: ApexProgram;
}

export function sourcesOf(components: Iterable<MetadataComponent>, namespace: string | undefined): ApexSource[] {
  const sources: ApexSource[] = [];
  for (const component of components) {
    const kind = KINDS[component.type];
    if (kind === undefined) continue;
    const version = /<apiVersion>\s*([\d.]+)/.exec(component.meta ?? '')?.[1];
    const apiVersion = version === undefined ? 66 : Number(version);
    sources.push({
      kind,
      name: component.fullName,
      text: component.content,
      apiVersion,
      ...(namespace === undefined ? {} : { namespace }),
    });
  }
  return sources;
}

/** Hash of everything the emitted code depends on: all Apex and every object, since calls and fields are typed with them. */
function codeHash(components: Iterable<MetadataComponent>, namespace: string | undefined): string {
  const hash = createHash('sha256').update(`${EMIT_VERSION}\n${namespace ?? ''}\n`);
  for (const component of components) {
    if (KINDS[component.type] === undefined && component.type !== 'CustomObject') continue;
    hash.update(`${component.type}/${component.fullName}\n${component.content}\n${component.meta ?? ''}\n`);
  }
  return hash.digest('hex');
}

/** Units from the store when nothing changed, else compiled; problems name the component's path. */
export function compileCode(
  store: Store,
  components: readonly MetadataComponent[],
  schema: OrgSchema,
  namespace: string | undefined,
  lenient: { readonly missing: ReadonlySet<string> } | null = null,
): { code: Code | null; problems: ComponentProblem[]; hash: string } {
  const sources = sourcesOf(components, namespace);
  const hash = `${codeHash(components, namespace)}${lenient === null ? '' : ' lenient'}`;
  const kept = store.get('SELECT "Payload" FROM "OrgCode" WHERE "Hash" = ?', [hash]);
  if (kept !== undefined) {
    const units = JSON.parse(kept['Payload'] as string) as CompiledUnit[];
    return { code: { sources, units, program: loadProgram(units, schema, PLATFORM_TYPES) }, problems: [], hash };
  }
  const { units, problems } = compiler.compile(sources, schema, lenient === null ? {} : { lenient: true, ...lenient });
  const told = problems.map((one) => located(one, components));
  if (told.length > 0 && lenient === null) return { code: null, problems: told, hash };
  return { code: { sources, units, program: loadProgram(units, schema, PLATFORM_TYPES) }, problems: told, hash };
}

export function keepCode(store: Store, hash: string, units: readonly CompiledUnit[]): void {
  if (store.get('SELECT 1 AS "kept" FROM "OrgCode" WHERE "Hash" = ?', [hash]) !== undefined) return;
  store.run('DELETE FROM "OrgCode"');
  store.run('INSERT INTO "OrgCode" ("Hash", "Payload") VALUES (?, ?)', [hash, JSON.stringify(units)]);
}

function located(
  problem: {
    readonly name: string;
    readonly kind: string;
    readonly message: string;
    readonly line: number;
    readonly column: number;
    readonly unsupported?: true;
  },
  components: readonly MetadataComponent[],
): ComponentProblem {
  const type = problem.kind === 'trigger' ? 'ApexTrigger' : 'ApexClass';
  const path = components.find((one) => one.type === type && one.fullName === problem.name)?.path ?? problem.name;
  const { name: fullName, message, line, column, unsupported } = problem;
  return { type, fullName, path, message, line, column, ...(unsupported === undefined ? {} : { unsupported }) };
}

/** Compiles an anonymous block against the org's classes. */
export function compileAnonymous(
  text: string,
  code: Code,
  schema: OrgSchema,
): { unit: CompiledUnit | null; problem: { message: string; line: number; column: number } | null } {
  const namespace = schema.namespace === undefined ? {} : { namespace: schema.namespace };
  const source: ApexSource = { kind: 'anonymous', name: 'AnonymousBlock', text, apiVersion: 66, ...namespace };
  const { units, problems } = compiler.compile([...code.sources, source], schema);
  const problem = problems.find((one) => one.kind === 'anonymous') ?? problems[0] ?? null;
  return { unit: units.find((one) => one.kind === 'anonymous') ?? null, problem };
}

/** Lines that coverage counts, by class or trigger. */
export function coverableLines(code: Code): Map<string, { kind: 'class' | 'trigger'; lines: readonly number[] }> {
  const lines = new Map<string, { kind: 'class' | 'trigger'; lines: readonly number[] }>();
  for (const unit of code.units) {
    if (unit.kind !== 'anonymous') lines.set(unit.name, { kind: unit.kind, lines: unit.coverable });
  }
  return lines;
}
