/** Compiles Apex and runs it over a host that holds its rows in memory. */
import { analyze } from '../../../../scripts/org/soql/index.ts';
import { buildSchema } from '../../../../scripts/org/schema/index.ts';
import type { OrgSchema } from '../../../../scripts/org/schema/model.ts';
import { SObjectRecord } from '../../../../scripts/org/store/record.ts';
import { createCompiler } from '../../../../scripts/org/apex/compiler.ts';
import type {
  ApexHost,
  ApexProgram,
  ApexSource,
  CompiledUnit,
  CompileProblem,
} from '../../../../scripts/org/apex/contract.ts';
import { loadProgram } from '../../../../scripts/org/apex/emit/loader.ts';
import { withHost } from '../../../../scripts/org/apex/host.ts';
import { exception } from '../../../../scripts/org/apex/runtime/values/exception.ts';
import type { MetadataComponent, Raw } from '../../../../scripts/org/types.ts';
import { LICENSE, objectFile, PACKAGE, SEAT, TEXT_NAME } from '../../dml/harness.ts';
import { takeOutput, TEST_TYPES } from './platform.ts';

const PART = objectFile(
  'Part__c',
  `<fields><fullName>Active__c</fullName><label>Active</label><type>Checkbox</type><defaultValue>false</defaultValue></fields>
  <fields><fullName>Count__c</fullName><label>Count</label><type>Number</type><precision>9</precision><scale>0</scale></fields>
  <fields><fullName>Due__c</fullName><label>Due</label><type>Date</type></fields>
  <fields><fullName>At__c</fullName><label>At</label><type>DateTime</type></fields>
  <fields><fullName>License__c</fullName><label>License</label><type>Lookup</type><referenceTo>License__c</referenceTo><relationshipName>Parts</relationshipName></fields>${TEXT_NAME}`,
);
const SETTINGS: MetadataComponent = {
  type: 'CustomObject',
  fullName: 'Limits__c',
  path: 'objects/Limits__c.object',
  content:
    '<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><customSettingsType>Hierarchy</customSettingsType><label>Limits</label><visibility>Public</visibility><fields><fullName>Most__c</fullName><label>Most</label><type>Number</type><precision>4</precision><scale>0</scale></fields></CustomObject>',
};
const LABELS: MetadataComponent = {
  type: 'CustomLabels',
  fullName: 'CustomLabels',
  path: 'labels/CustomLabels.labels',
  content:
    '<?xml version="1.0" encoding="UTF-8"?><CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata"><labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected><shortDescription>Greeting</shortDescription><value>Hello</value></labels></CustomLabels>',
};

export const schema: OrgSchema = buildSchema([PACKAGE, LICENSE, SEAT, PART, SETTINGS, LABELS], { version: 1 }).schema;

/** A queried row. */
export function row(object: string, values: Record<string, Raw>, queried = true): SObjectRecord {
  const bag = Object.assign(Object.create(null) as Record<string, Raw>, values);
  return new SObjectRecord(schema.requireObject(object), bag, queried);
}

export interface FakeHost {
  readonly host: ApexHost;
  /** Rows each query on an object answers with. */
  readonly rows: Map<string, SObjectRecord[]>;
  /** Queries and DML in order, as text. */
  readonly log: string[];
}

let transactions = 0;

export function fakeHost(overrides: Partial<Record<keyof ApexHost, unknown>> = {}): FakeHost {
  const rows = new Map<string, SObjectRecord[]>();
  const log: string[] = [];
  let user = '005000000000001AAA';
  let ticks = 0;
  const host = {
    schema,
    transactionId: ++transactions,
    statics: new Map(),
    orgId: '00D000000000001AAA',
    timeZone: 'GMT',
    locale: 'en_US',
    trigger: null,
    get userId() {
      return user;
    },
    tick() {
      if (++ticks > 200) throw exception('LimitException', 'Apex CPU time limit exceeded');
    },
    query(text: string, binds: unknown, options: { sharing: boolean }) {
      log.push(`${text} ${JSON.stringify(binds)} sharing=${options.sharing}`);
      const shape = analyze(text, schema);
      const found = rows.get(shape.object) ?? [];
      return shape.kind === 'count' ? { kind: 'count', count: found.length } : { kind: shape.kind, records: found };
    },
    dml(
      operation: string,
      records: SObjectRecord[],
      options: { mode: string; sharing: boolean; externalIdField?: string; mergeIds?: string[] },
    ) {
      const key = options.externalIdField ? ` by ${options.externalIdField}` : '';
      const merged = options.mergeIds ? ` with ${options.mergeIds.join(',')}` : '';
      log.push(`${operation} ${records.map((each) => each.object.name).join(',')}${key}${merged} as ${options.mode}`);
      return [];
    },
    runAs(id: string, body: () => void) {
      const before = user;
      user = id;
      try {
        body();
      } finally {
        user = before;
      }
    },
    setting: (object: string, owner: string | null) =>
      owner === '00D000000000001AAA' ? row(object, { Most__c: 7 }, false) : null,
    enqueueFuture(className: string, method: string, args: readonly unknown[]) {
      log.push(`future ${className}.${method}(${args.join(',')})`);
    },
  };
  Object.defineProperties(host, Object.getOwnPropertyDescriptors(overrides));
  return { host: host as unknown as ApexHost, rows, log };
}

const compiler = createCompiler({ platformTypes: TEST_TYPES, analyze });

export function source(kind: ApexSource['kind'], name: string, text: string): ApexSource {
  return { kind, name, text, apiVersion: 66 };
}

/** Sources from texts: the kind and the name stand in the text; a text without declaration is an anonymous block. */
export function sources(texts: readonly string[]): ApexSource[] {
  return texts.map((text) => {
    const trigger = /^\s*trigger\s+(\w+)/i.exec(text);
    if (trigger) return source('trigger', trigger[1]!, text);
    const type =
      /^\s*(?:@\w+(?:\([^)]*\))?\s*)*(?:(?:public|global|private|virtual|abstract|with|without|inherited|sharing)\s+)+(?:class|interface|enum)\s+(\w+)/i.exec(
        text,
      );
    return type ? source('class', type[1]!, text) : source('anonymous', 'AnonymousBlock', text);
  });
}

export function compileAll(texts: readonly string[]): { units: CompiledUnit[]; problems: CompileProblem[] } {
  return compiler.compile(sources(texts), schema);
}

/** Loads what compiles without problems; throws the first problem otherwise. */
export function load(texts: readonly string[]): { program: ApexProgram; units: CompiledUnit[] } {
  const { units, problems } = compileAll(texts);
  const [first] = problems;
  if (first) throw new Error(`${first.name}:${first.line}:${first.column} ${first.message}`);
  const stored = JSON.parse(JSON.stringify(units)) as CompiledUnit[];
  return {
    program: loadProgram(
      stored.filter((unit) => unit.kind !== 'anonymous'),
      schema,
      TEST_TYPES,
    ),
    units: stored,
  };
}

/** Runs an anonymous block beside classes; answers what `System.debug` printed, joined by `|`, or the exception. */
export function run(anonymous: string, classes: readonly string[] = [], fake: FakeHost = fakeHost()): string {
  const { program, units } = load([...classes, anonymous]);
  takeOutput();
  try {
    withHost(fake.host, () => program.runAnonymous(units.at(-1)!));
  } catch (error) {
    return [...takeOutput(), `!${String(error)}`].join('|');
  }
  return takeOutput().join('|');
}
