/** Which columns a row query reads and how a database row becomes a record with its parents. */
import type { Raw } from '../types.ts';
import type { FieldSchema, FieldType, ObjectSchema, OrgSchema } from '../schema/model.ts';
import { SObjectRecord } from '../store/record.ts';
import type { SqlValue } from '../store/contract.ts';
import type { FormulaHook } from './contract.ts';
import type { Position } from './ast.ts';
import { formatValue } from './format.ts';
import type { Clause, Node, Scope } from './scope.ts';
import type { Emit, Run, TypedSql } from './statement.ts';

type Row = Record<string, SqlValue>;

interface Column {
  readonly name: string;
  readonly key: string;
  readonly type: FieldType;
  readonly formatted: boolean;
}

/** One record of the answer: base or parent. */
export interface OutputNode {
  readonly node: Node;
  readonly idKey: string;
  readonly columns: Column[];
  readonly parents: Map<string, OutputNode>;
  readonly formulas: FieldSchema[];
  /** What the formulas of this node read; kept apart, so that the record shows what was selected alone. */
  inputs: OutputNode | null;
  /** TYPEOF: fields by object name. */
  variants: Map<string, OutputNode> | null;
}

export class Output {
  readonly root: OutputNode;
  private readonly scope: Scope;
  private readonly keys = new Map<string, string>();
  private readonly parts: { readonly emit: Emit; readonly key: string }[] = [];

  constructor(scope: Scope) {
    this.scope = scope;
    this.root = this.open(scope.base);
  }

  private open(node: Node): OutputNode {
    return {
      node,
      idKey: node.isBase ? 'Id' : this.key(node.idSql, () => node.idSql, null),
      columns: [],
      parents: new Map(),
      formulas: [],
      inputs: null,
      variants: null,
    };
  }

  /** Adds the base row's id, which every record has. Last, so that the fields keep the order in which they were asked for. */
  close(): void {
    this.key(this.root.node.idSql, () => this.root.node.idSql, 'Id');
  }

  private key(identity: string, emit: Emit, preferred: string | null): string {
    const known = this.keys.get(identity);
    if (known !== undefined && (preferred === null || known === preferred)) return known;
    const key = preferred ?? `#${this.parts.length}`;
    this.keys.set(identity, key);
    this.parts.push({ emit, key });
    return key;
  }

  /** The SELECT list. */
  sql(run: Run): string {
    return this.parts.map(({ emit, key }) => `${emit(run)} AS "${key}"`).join(', ');
  }

  /** Selects a field by path from the base or from the given node. */
  addPath(names: readonly string[], at: Position, clause: Clause = 'select', from: OutputNode = this.root): void {
    let out = from;
    for (const name of names.slice(0, -1)) out = this.parent(out, name, at, clause);
    this.addField(out, names.at(-1) ?? '', at, clause);
  }

  parent(out: OutputNode, name: string, at: Position, clause: Clause): OutputNode {
    const node = this.scope.parent(out.node, name, at, clause);
    let parent = out.parents.get(node.relationship);
    if (parent === undefined) {
      parent = this.open(node);
      out.parents.set(node.relationship, parent);
    }
    return parent;
  }

  /** TYPEOF: the fields to show when the parent is of this object. */
  variant(out: OutputNode, object: string): OutputNode | null {
    const target = out.node.targets?.find((one) => one.object.name.toLowerCase() === object.toLowerCase());
    if (target === undefined) return null;
    out.variants ??= new Map();
    const variant = this.open(target);
    out.variants.set(target.object.name, variant);
    return variant;
  }

  addField(out: OutputNode, name: string, at: Position, clause: Clause): void {
    const { node } = out;
    if (node.targets !== null) {
      this.addColumn(out, this.scope.fieldOf(node, name, at, clause), null, false);
      return;
    }
    const field = this.scope.schemaField(node, name, at, clause);
    if (field.formula === undefined) {
      const sql = `${node.alias}."${field.name}"`;
      this.addColumn(out, { emit: () => sql, type: field.type, name: field.name, field }, sql, false);
      return;
    }
    if (out.formulas.includes(field)) return;
    out.formulas.push(field);
    const { formulas, errors } = this.scope.statement;
    if (formulas === null) throw errors.unsupported(`The formula field ${field.name} in this query`, at);
    out.inputs ??= this.open(node);
    for (const path of formulas.references(node.object, field))
      this.addPath(path.split('.'), at, 'unchecked', out.inputs);
  }

  /** Selects an expression under the field's name or an alias. */
  addExpression(expression: TypedSql, alias: string | null, formatted: boolean): void {
    this.addColumn(this.root, { ...expression, name: alias ?? expression.name }, null, formatted);
  }

  private addColumn(out: OutputNode, value: TypedSql, identity: string | null, formatted: boolean): void {
    if (out.columns.some((column) => column.name === value.name)) return;
    const own = out === this.root ? value.name : null;
    const key = this.key(identity ?? `${value.name}:${this.parts.length}`, value.emit, own);
    out.columns.push({ name: value.name, key, type: value.type, formatted });
  }

  /** Whether a database row can be the record's value bag as it is. */
  private get isFlat(): boolean {
    const { root } = this;
    return root.parents.size === 0 && root.formulas.length === 0 && this.parts.every(({ key }) => !key.startsWith('#'));
  }

  /** A reader for the rows of one run. */
  reader(run: Run): (row: Row) => SObjectRecord {
    const { schema, formulas } = run.context;
    const formatted = this.root.columns.filter((column) => column.formatted);
    if (this.isFlat) {
      const booleans = this.root.columns.filter((column) => column.type === 'boolean').map((column) => column.key);
      const { object } = this.root.node;
      return (row) => {
        const values = row as Record<string, Raw>;
        for (const key of booleans) values[key] = values[key] === 1;
        for (const { key, type } of formatted)
          values[key] = formatValue(values[key] ?? null, type, run.context.timeZone);
        return new SObjectRecord(object, values, true);
      };
    }
    const reader = new RowReader(schema, formulas ?? null, run.context);
    return (row) => reader.base(this.root, row);
  }
}

class RowReader {
  private readonly schema: OrgSchema;
  private readonly formulas: FormulaHook | null;
  private readonly zone: { readonly timeZone: string };
  constructor(schema: OrgSchema, formulas: FormulaHook | null, zone: { readonly timeZone: string }) {
    this.schema = schema;
    this.formulas = formulas;
    this.zone = zone;
  }

  base(out: OutputNode, row: Row): SObjectRecord {
    return this.record(out, out.node.object, (row['Id'] ?? null) as string | null, row);
  }

  private parent(out: OutputNode, row: Row): SObjectRecord | null {
    const id = (row[out.idKey] ?? null) as string | null;
    if (id === null) return null;
    if (out.node.targets === null) return this.record(out, out.node.object, id, row);
    const object = this.schema.objectByKeyPrefix(id.slice(0, 3)) ?? out.node.object;
    return this.record(out.variants?.get(object.name) ?? out, object, id, row);
  }

  private record(out: OutputNode, object: ObjectSchema, id: string | null, row: Row): SObjectRecord {
    const record = new SObjectRecord(object, Object.create(null) as Record<string, Raw>, true);
    const { values } = record;
    for (const { name, key, type, formatted } of out.columns) {
      const value = row[key] as Raw;
      const raw = type === 'boolean' ? value === 1 : value;
      values[name] = formatted ? formatValue(raw, type, this.zone.timeZone) : raw;
    }
    if (id !== null) values['Id'] ??= id;
    for (const [relationship, parent] of out.parents) {
      (record.parents ??= Object.create(null) as Record<string, SObjectRecord | null>)[relationship] = this.parent(
        parent,
        row,
      );
    }
    if (out.formulas.length > 0 && out.inputs !== null && this.formulas !== null) {
      const inputs = this.record(out.inputs, object, id, row);
      for (const field of out.formulas) values[field.name] = this.formulas.evaluate(inputs, field);
    }
    return record;
  }
}
