/** What names mean inside one query: fields, parent paths (as joins) and polymorphic parents. */
import type { FieldSchema, FieldType, ObjectSchema } from '../schema/model.ts';
import type { Condition, FieldPath, Operand, Position } from './ast.ts';
import { fixed, quoted } from './statement.ts';
import type { Statement, TypedSql, Usage } from './statement.ts';

const MAXIMUM_PARENT_LEVELS = 5;

/** One joined object. A polymorphic parent has one target per object it may be. */
export interface Node {
  readonly alias: string;
  readonly object: ObjectSchema;
  readonly targets: readonly Node[] | null;
  /** SQL of the record's id; NULL where there is no such record. */
  readonly idSql: string;
  readonly isBase: boolean;
  readonly parents: Map<string, Node>;
  /** Exact relationship name that led here; empty for the base. */
  readonly relationship: string;
  readonly formulaAliases: Map<string, string>;
}

/** Fields of the platform's `Name` object, which stands for any polymorphic parent. */
export const NAME_FIELDS: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['Name', 'string'],
  ['FirstName', 'string'],
  ['LastName', 'string'],
  ['Alias', 'string'],
  ['Email', 'email'],
  ['IsActive', 'boolean'],
  ['Phone', 'phone'],
  ['ProfileId', 'reference'],
  ['Title', 'string'],
  ['UserRoleId', 'reference'],
  ['Username', 'string'],
]);

export type Clause = Usage['clause'] | 'unchecked';

export class Scope {
  readonly statement: Statement;
  readonly base: Node;
  readonly joins: string[] = [];
  /** Terms of WHERE that every row must meet and that read no formula; set before anything is resolved. */
  narrowing: Condition | null = null;
  private readonly queryAlias: string | null;

  constructor(statement: Statement, object: ObjectSchema, queryAlias: string | null) {
    this.statement = statement;
    this.queryAlias = queryAlias?.toLowerCase() ?? null;
    this.base = this.node(object, '', true);
  }

  private node(object: ObjectSchema, relationship: string, isBase = false): Node {
    const alias = this.statement.nextAlias('t');
    return {
      alias,
      object,
      targets: null,
      idSql: `${alias}."Id"`,
      isBase,
      parents: new Map(),
      relationship,
      formulaAliases: new Map(),
    };
  }

  /** Path without a leading alias or object name. */
  names(path: FieldPath): readonly string[] {
    const first = path.names[0]?.toLowerCase();
    if (path.names.length < 2 || first === undefined) return path.names;
    if (first === this.queryAlias) return path.names.slice(1);
    const { object } = this.base;
    if (first === object.name.toLowerCase() && object.parentRelationship(first) === undefined)
      return path.names.slice(1);
    return path.names;
  }

  /** The node a path's relationships lead to. */
  walk(relationships: readonly string[], at: Position, clause: Clause, from: Node = this.base): Node {
    if (relationships.length > MAXIMUM_PARENT_LEVELS) {
      throw this.statement.errors.malformed(
        'SOQL relationship paths can have at most 5 levels from child to parent',
        at,
      );
    }
    return relationships.reduce((node, name) => this.parent(node, name, at, clause), from);
  }

  parent(node: Node, name: string, at: Position, clause: Clause): Node {
    const holder = node.targets?.find((target) => target.object.parentRelationship(name) !== undefined) ?? node;
    const reference = holder.targets === null ? holder.object.parentRelationship(name) : undefined;
    if (reference === undefined) throw this.statement.errors.noSuchParent(name, at);
    const relationship = reference.relationshipName ?? name;
    const known = holder.parents.get(relationship);
    if (known !== undefined) return known;
    const objects = reference.referenceTo
      .map((target) => this.statement.schema.object(target))
      .filter((target) => target !== undefined);
    const [first] = objects;
    if (first === undefined) throw this.statement.errors.noSuchParent(name, at);
    this.use(holder.object, reference.name, name, clause, at);
    const foreignKey = `${holder.alias}.${quoted(reference.name)}`;
    const targets = objects.map((object) => this.join(object, relationship, foreignKey));
    const [only] = targets;
    const parent =
      targets.length === 1 && only !== undefined
        ? only
        : { ...this.polymorphic(first, relationship), targets, idSql: foreignKey };
    if (parent.targets === null) this.use(parent.object, null, name, clause, at, 'parent');
    holder.parents.set(relationship, parent);
    return parent;
  }

  private join(object: ObjectSchema, relationship: string, foreignKey: string): Node {
    const node = this.node(object, relationship);
    this.joins.push(` LEFT JOIN ${quoted(object.name)} ${node.alias} ON ${node.idSql} = ${foreignKey}`);
    return node;
  }

  private polymorphic(object: ObjectSchema, relationship: string): Omit<Node, 'targets' | 'idSql'> {
    return { alias: '', object, isBase: false, parents: new Map(), relationship, formulaAliases: new Map() };
  }

  private use(
    object: ObjectSchema,
    field: string | null,
    written: string,
    clause: Clause,
    at: Position,
    through: Usage['through'] = 'from',
  ): void {
    if (clause === 'unchecked') return;
    this.statement.usages.push({ object, field, written, clause, through, at });
  }

  /** A field as an expression that filters, sorts and groups can use; formulas come from a joined table. */
  field(path: FieldPath, clause: Clause): TypedSql {
    const names = this.names(path);
    const node = this.walk(names.slice(0, -1), path.at, clause);
    return this.fieldOf(node, names.at(-1) ?? '', path.at, clause);
  }

  fieldOf(node: Node, name: string, at: Position, clause: Clause): TypedSql {
    if (node.targets !== null) return this.polymorphicField(node, node.targets, name, at);
    const field = this.schemaField(node, name, at, clause);
    if (field.formula !== undefined)
      return { emit: fixed(this.formula(node, field, at)), type: field.type, name: field.name, field };
    const column = `${node.alias}.${quoted(field.name)}`;
    const sql = field.type === 'boolean' && !node.isBase ? `COALESCE(${column}, 0)` : column;
    return { emit: fixed(sql), type: field.type, name: field.name, field, owner: node.object };
  }

  schemaField(node: Node, name: string, at: Position, clause: Clause): FieldSchema {
    const field = node.object.field(name);
    if (field === undefined) throw this.statement.errors.noSuchColumn(name, node.object.name, at);
    this.use(node.object, field.name, name, clause, at);
    return field;
  }

  private polymorphicField(node: Node, targets: readonly Node[], name: string, at: Position): TypedSql {
    const wanted = name.toLowerCase();
    if (wanted === 'id') return { emit: fixed(node.idSql), type: 'reference', name: 'Id', field: null };
    if (wanted === 'type') {
      const cases = targets.map((target) => ` WHEN ${target.idSql} IS NOT NULL THEN '${target.object.name}'`).join('');
      return { emit: fixed(`(CASE${cases} END COLLATE NOCASE)`), type: 'string', name: 'Type', field: null };
    }
    for (const [known, type] of NAME_FIELDS) {
      if (known.toLowerCase() !== wanted) continue;
      const columns = targets.flatMap((target) => this.nameColumn(target, known));
      if (columns.length === 0) break;
      const sql = columns.length === 1 ? columns.join('') : `COALESCE(${columns.join(', ')})`;
      return {
        emit: fixed(type === 'boolean' ? `COALESCE(${sql}, 0)` : `(${sql} COLLATE NOCASE)`),
        type,
        name: known,
        field: null,
      };
    }
    throw this.statement.errors.noSuchColumn(name, 'Name', at);
  }

  private nameColumn(target: Node, name: string): string[] {
    const column = target.object.field(name === 'Name' ? target.object.nameField : name);
    return column === undefined || column.formula !== undefined ? [] : [`${target.alias}.${quoted(column.name)}`];
  }

  private formula(node: Node, field: FieldSchema, at: Position): string {
    if (this.statement.formulas === null)
      throw this.statement.errors.unsupported(`The formula field ${field.name} in this query`, at);
    let alias = node.formulaAliases.get(field.name);
    if (alias === undefined) {
      alias = this.statement.nextAlias('f');
      node.formulaAliases.set(field.name, alias);
      const narrowing = node.isBase ? this.narrowing : null;
      this.statement.formulaTables.push({
        name: `v${alias}`,
        object: node.object,
        field,
        narrowing,
        queryAlias: this.queryAlias,
      });
      this.joins.push(` LEFT JOIN v${alias} ${alias} ON ${alias}.id = ${node.idSql}`);
    }
    const text = field.type === 'string' || field.type === 'picklist';
    return text ? `(${alias}.value COLLATE NOCASE)` : `${alias}.value`;
  }

  /** Whether a condition reads a formula field anywhere. */
  readsFormula(condition: Condition): boolean {
    if (condition.kind === 'not') return this.readsFormula(condition.term);
    if (condition.kind === 'compare') return this.operandReadsFormula(condition.left);
    return condition.terms.some((term) => this.readsFormula(term));
  }

  private operandReadsFormula(operand: Operand): boolean {
    if (operand.kind === 'call') return operand.argument !== null && this.operandReadsFormula(operand.argument);
    const names = this.names(operand);
    let object: ObjectSchema | undefined = this.base.object;
    for (const name of names.slice(0, -1)) {
      const target: string | undefined = object?.parentRelationship(name)?.referenceTo[0];
      object = target === undefined ? undefined : this.statement.schema.object(target);
    }
    return object?.field(names.at(-1) ?? '')?.formula !== undefined;
  }
}
