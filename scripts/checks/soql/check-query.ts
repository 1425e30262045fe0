/** One query against the schema: names, relationships, grouping, types of literals. Every fault is reported, not only the first. */
import type {
  FieldExpressionContext,
  FieldNameContext,
  FieldOrderContext,
  FieldSpecContext,
  FromNameListContext,
  LogicalExpressionContext,
  QueryContext,
  SelectEntryContext,
  SoqlFunctionContext,
  SoslClausesContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
  ValueContext,
  WhereFieldExpressionContext,
  WhereLogicalExpressionContext,
} from '@apexdevtools/apex-parser';
import type { Place } from '../source/apex-facts.ts';
import {
  DATE_FUNCTIONS,
  FUNCTIONS,
  operatorProblem,
  UNFILTERABLE,
  UNGROUPABLE,
  UNSORTABLE,
  wantedInstead,
} from './field-rules.ts';
import type { QueryProblem } from './problem.ts';
import { functionName, literalKind, namesOf, optional, placeOf, targetsOf, UNKNOWN } from './query-parts.ts';
import type { Node, Operand, Scope } from './query-parts.ts';
import type { QueryField, QueryObject, QuerySchema, QueryType } from './query-schema.ts';

const MOST_LEVELS = 5;
const MOST_OFFSET = 2000;

type Use = 'select' | 'filter' | 'group' | 'order' | 'having';

export class QueryCheck {
  readonly problems: QueryProblem[] = [];
  /** Fields that WHERE reads, for the house rules. */
  readonly filtered: { readonly field: QueryField; readonly place: Place }[] = [];
  private readonly schema: QuerySchema;

  constructor(schema: QuerySchema) {
    this.schema = schema;
  }

  private report(context: unknown, message: string): void {
    this.problems.push({ ...placeOf(context), message });
  }

  /** @returns the object the query reads; `null` when unknown or wrong */
  query(context: QueryContext): QueryObject | null {
    const scope = this.from(context.fromNameList(), (name) => this.rootObject(name));
    if (scope === null) return null;
    const entries = context.selectList().selectEntry_list();
    const group = optional(context.groupByClause());
    const order = optional(context.orderByClause());
    const where = optional(context.whereClause());
    const grouped = group === null ? null : this.grouping(scope, group.fieldGroupByList().fieldGroupBy_list());
    const isRollup = group !== null && (optional(group.ROLLUP()) ?? optional(group.CUBE())) !== null;
    this.selectList(scope, entries, grouped, context, isRollup);
    if (where !== null) this.logical(scope, where.whereLogicalExpression(), true);
    const having = group === null ? null : optional(group.logicalExpression());
    if (having !== null && grouped !== null) this.having(scope, having, grouped);
    const aliases = new Set(entries.map((entry) => optional(entry.soqlId())?.getText().toLowerCase()));
    for (const item of order?.fieldOrderList().fieldOrder_list() ?? []) this.orderItem(scope, item, grouped, aliases);
    const forUpdate = context.forClauses().UPDATE_list().length > 0;
    if (forUpdate && order !== null) this.report(order, 'ORDER BY is not allowed with FOR UPDATE');
    if (forUpdate && group !== null) this.report(group, 'GROUP BY is not allowed with FOR UPDATE');
    const offset = optional(context.offsetClause());
    const skipped = offset === null ? null : optional(offset.IntegerLiteral());
    if (offset !== null && skipped !== null && Number(skipped.getText()) > MOST_OFFSET) {
      this.report(offset, `OFFSET can be at most ${MOST_OFFSET}`);
    }
    return scope.object;
  }

  /** The RETURNING part of a search. */
  search(context: SoslClausesContext): void {
    const lists = [optional(context.fieldSpecList())];
    for (let list = lists.pop(); list !== undefined; list = lists.pop()) {
      if (list === null) continue;
      this.returning(list.fieldSpec());
      lists.push(...list.fieldSpecList_list());
    }
  }

  private returning(spec: FieldSpecContext): void {
    const [name] = spec.soslId_list();
    if (name === undefined) return;
    const object = this.rootObject(name);
    if (object === undefined) return;
    const scope: Scope = { object, alias: null };
    const lists = [optional(spec.fieldList())];
    for (let list = lists.pop(); list !== undefined; list = lists.pop()) {
      const field = list?.soslId_list()[0];
      if (field !== undefined) this.path(scope, field.getText().split('.'), field);
      lists.push(...(list?.fieldList_list() ?? []));
    }
    const where = optional(spec.logicalExpression());
    if (where !== null) this.soslLogical(scope, where);
    for (const item of optional(spec.fieldOrderList())?.fieldOrder_list() ?? [])
      this.orderItem(scope, item, null, new Set());
  }

  private soslLogical(scope: Scope, context: LogicalExpressionContext): void {
    for (const term of context.conditionalExpression_list()) {
      const nested = optional(term.logicalExpression());
      if (nested === null) this.comparison(scope, term.fieldExpression(), 'filter');
      else this.soslLogical(scope, nested);
    }
  }

  /** `undefined` when it was reported. */
  private rootObject(name: Node): QueryObject | null | undefined {
    const object = this.schema.object(name.getText());
    if (object === undefined) {
      this.report(name, `sObject type '${name.getText()}' is not supported: no object of that name`);
    } else if (object?.kind === 'event') {
      this.report(name, `${object.name} cannot be queried: events are not stored`);
      return undefined;
    }
    return object;
  }

  private from(list: FromNameListContext, find: (name: Node) => QueryObject | null | undefined): Scope | null {
    const [first, second] = list.fieldName_list();
    if (first === undefined || second !== undefined) return null; // the old form with several objects
    const object = find(first);
    if (object === undefined) return null;
    const alias = list.soqlId_list()[0]?.getText() ?? null;
    return { object, alias };
  }

  private selectList(
    scope: Scope,
    entries: readonly SelectEntryContext[],
    grouped: ReadonlySet<string> | null,
    query: QueryContext,
    isRollup: boolean,
  ): void {
    const operands = entries.map((entry) => ({ entry, operand: this.selectEntry(scope, entry) }));
    const counts = operands.filter(({ operand }) => operand?.text === 'count()');
    const [bare] = counts;
    if (bare !== undefined) {
      if (entries.length > 1) this.report(bare.entry, 'COUNT() must be the only element of SELECT');
      if (grouped !== null) this.report(bare.entry, 'COUNT() cannot be grouped: count a field, such as COUNT(Id)');
      const order = optional(query.orderByClause());
      if (order !== null) this.report(order, 'ORDER BY is not allowed with COUNT()');
      return;
    }
    const isAggregate = grouped !== null || operands.some(({ operand }) => operand?.isAggregate === true);
    if (!isAggregate) {
      this.plainList(operands);
      return;
    }
    const aliases = new Set<string>();
    for (const { entry, operand } of operands) {
      if (operand === null) {
        if (optional(entry.subQuery()) !== null) this.report(entry, 'A sub-query cannot stand in an aggregate query');
        continue;
      }
      const alias = optional(entry.soqlId())?.getText().toLowerCase();
      if (alias !== undefined && aliases.has(alias)) this.report(entry, `duplicate alias: ${alias}`);
      if (alias !== undefined) aliases.add(alias);
      if (operand.isAggregate || grouped?.has(operand.text) === true) continue;
      this.report(entry, `Field must be grouped or aggregated: ${operand.name}`);
    }
    const limit = optional(query.limitClause());
    if (grouped === null && limit !== null) {
      this.report(limit, 'LIMIT with an aggregate function needs GROUP BY');
    }
    if (isRollup && (grouped?.size ?? 0) > 3) this.report(query, 'ROLLUP and CUBE take at most 3 fields');
  }

  private plainList(
    operands: readonly { entry: SelectEntryContext | SubFieldEntryContext; operand: Operand | null }[],
  ): void {
    const seen = new Set<string>();
    for (const { entry, operand } of operands) {
      if (operand === null) continue;
      const call = optional(entry.soqlFunction());
      if (call === null && optional(entry.soqlId()) !== null) {
        this.report(entry, 'only aggregate expressions use field aliasing');
      }
      if (call !== null && DATE_FUNCTIONS.has(functionName(call))) {
        this.report(entry, `${operand.name} in SELECT needs GROUP BY`);
      }
      if (call === null && seen.has(operand.text)) this.report(entry, `duplicate field selected: ${operand.name}`);
      seen.add(operand.text);
    }
  }

  /** `null` for what is no single value: a sub-query, TYPEOF, FIELDS(). */
  private selectEntry(scope: Scope, entry: SelectEntryContext | SubFieldEntryContext): Operand | null {
    const sub = optional(entry.subQuery());
    if (sub !== null) {
      this.childQuery(scope, sub, 1);
      return null;
    }
    const type = optional(entry.typeOf());
    if (type !== null) {
      this.typeOf(scope, type);
      return null;
    }
    const call = optional(entry.soqlFunction());
    const group = call === null ? null : optional(call.soqlFieldsParameter());
    if (group !== null) {
      if (group.getText().toUpperCase() !== 'STANDARD') {
        this.report(entry, `FIELDS(${group.getText().toUpperCase()}) cannot be used in Apex`);
      }
      return null;
    }
    return call === null ? this.fieldOperand(scope, entry.fieldName(), 'select') : this.call(scope, call, 'select');
  }

  private childQuery(parent: Scope, context: SubQueryContext, level: number): void {
    const scope = this.from(context.fromNameList(), (name) => this.childObject(parent.object, name));
    if (scope === null) return;
    const operands = context
      .subFieldList()
      .subFieldEntry_list()
      .map((entry) => {
        const sub = optional(entry.subQuery());
        if (sub !== null && level + 1 > MOST_LEVELS) this.report(sub, 'Sub-queries can be at most 5 levels deep');
        if (sub === null) return { entry, operand: this.selectEntry(scope, entry) };
        this.childQuery(scope, sub, level + 1);
        return { entry, operand: null };
      });
    for (const { entry, operand } of operands) {
      if (operand?.isAggregate === true) this.report(entry, `${operand.name} cannot stand in a sub-query`);
    }
    this.plainList(operands);
    const where = optional(context.whereClause());
    if (where !== null) this.logical(scope, where.whereLogicalExpression(), true);
    for (const item of optional(context.orderByClause())?.fieldOrderList().fieldOrder_list() ?? []) {
      this.orderItem(scope, item, null, new Set());
    }
  }

  private childObject(parent: QueryObject | null, name: Node): QueryObject | null | undefined {
    if (parent === null) return null;
    const relationship = this.schema.bare(name.getText().split('.').at(-1) ?? '');
    const child = parent.children.get(relationship.toLowerCase());
    if (child !== undefined) return child === '' ? null : (this.schema.object(child) ?? null);
    if (parent.isOpen || this.mayBeElsewhere(relationship)) return null;
    this.report(
      name,
      `Didn't understand relationship '${name.getText()}': ${parent.name} has no such child relationship`,
    );
    return undefined;
  }

  private mayBeElsewhere(name: string): boolean {
    return name.includes('__') && this.schema.isForeign(name);
  }

  private typeOf(scope: Scope, context: TypeOfContext): void {
    const path = namesOf(context.fieldName());
    const parent = scope.object?.parents.get((path[0] ?? '').toLowerCase());
    if (path.length === 1 && scope.object !== null && !scope.object.isOpen) {
      if (parent === undefined) {
        if (!this.mayBeElsewhere(path[0] ?? '')) this.noParent(context.fieldName(), path[0] ?? '', scope.object);
        return;
      }
      if (parent.targets.length === 1 && parent.targets[0] !== 'Name') {
        this.report(context.fieldName(), `TYPEOF needs a polymorphic relationship, ${parent.name} is not`);
      }
    }
    for (const when of context.whenClause_list()) {
      const object = this.rootObject(when.fieldName());
      for (const name of when.fieldNameList().fieldName_list()) {
        if (object !== undefined) this.path({ object, alias: null }, namesOf(name), name);
      }
    }
    const otherwise = optional(context.elseClause())?.fieldNameList().fieldName_list() ?? [];
    const base: Scope = { object: this.schema.object('Name') ?? null, alias: null };
    for (const name of otherwise) this.path(base, namesOf(name), name);
  }

  private noParent(node: unknown, name: string, object: QueryObject): void {
    const hint = object.fields.has(name.toLowerCase()) ? ', it is a field' : '';
    this.report(
      node,
      `Didn't understand relationship '${name}' in field path: ${object.name} has no such parent${hint}`,
    );
  }

  /** @returns what the path means; unknown where it is reported or cannot be known */
  private path(scope: Scope, names: readonly string[], node: unknown): Omit<Operand, 'text' | 'name'> {
    let object = scope.object;
    if (names.length - 1 > MOST_LEVELS) this.report(node, 'SOQL relationship paths can have at most 5 levels');
    for (const written of names.slice(0, -1)) {
      if (object === null) return UNKNOWN;
      const parent = object.parents.get(this.schema.bare(written).toLowerCase());
      if (parent === undefined) {
        if (!object.isOpen && !this.mayBeElsewhere(written)) this.noParent(node, written, object);
        return UNKNOWN;
      }
      const target: string | undefined = parent.targets.length > 1 ? 'Name' : parent.targets[0];
      object = target === undefined ? null : (this.schema.object(target) ?? null);
    }
    if (object === null) return UNKNOWN;
    const written = names.at(-1) ?? '';
    const field = object.fields.get(this.schema.bare(written).toLowerCase());
    if (field === undefined) {
      if (!object.isOpen && !this.isOptional(written)) this.noField(node, written, object);
      return UNKNOWN;
    }
    return { type: field.type, field, isAggregate: false, targets: targetsOf(object, field) };
  }

  private isOptional(name: string): boolean {
    return /__pc$|^Person|^IsPersonAccount$/i.test(name) || this.mayBeElsewhere(name);
  }

  private noField(node: unknown, name: string, object: QueryObject): void {
    const isRelationship = object.parents.has(name.toLowerCase());
    const hint = isRelationship ? ': it is a relationship, name a field of it' : '';
    this.report(node, `No such column '${name}' on entity '${object.name}'${hint}`);
  }

  private withoutAlias(scope: Scope, names: readonly string[]): readonly string[] {
    const first = names[0]?.toLowerCase();
    if (names.length < 2 || first === undefined) return names;
    if (first === scope.alias?.toLowerCase()) return names.slice(1);
    const isOwnName = first === scope.object?.name.toLowerCase() && !scope.object.parents.has(first);
    return isOwnName ? names.slice(1) : names;
  }

  private fieldOperand(scope: Scope, context: FieldNameContext, use: Use): Operand {
    const names = this.withoutAlias(scope, namesOf(context));
    const found = this.path(scope, names, context);
    const name = names.join('.');
    this.checkUse(context, found.type, name, use);
    if (use === 'filter' && found.field !== null) this.filtered.push({ field: found.field, place: placeOf(context) });
    return { ...found, text: name.toLowerCase(), name };
  }

  private checkUse(node: unknown, type: QueryType, name: string, use: Use): void {
    if (use === 'filter' && UNFILTERABLE.has(type))
      this.report(node, `field '${name}' can not be filtered in a query call`);
    if (use === 'order' && UNSORTABLE.has(type)) this.report(node, `field '${name}' can not be sorted in a query call`);
    if (use === 'group' && UNGROUPABLE.has(type))
      this.report(node, `field '${name}' can not be grouped in a query call`);
  }

  private call(scope: Scope, context: SoqlFunctionContext, use: Use): Operand {
    const name = functionName(context);
    const rule = FUNCTIONS.get(name);
    const inner = optional(context.soqlFunction());
    const date = optional(context.dateFieldName());
    const field = optional(context.fieldName()) ?? (date === null ? null : date.fieldName());
    const argument =
      inner !== null ? this.call(scope, inner, use) : field === null ? null : this.fieldOperand(scope, field, 'select');
    const text = context.getText().toLowerCase();
    const base = { field: null, targets: [], text, name: context.getText() };
    if (rule === undefined) return { ...base, type: 'unknown', isAggregate: false };
    if (rule.isAggregate && use === 'filter') this.report(context, `${name} cannot stand in WHERE`);
    if (argument !== null && rule.takes !== null && !rule.takes.has(argument.type)) {
      this.report(context, `field ${argument.name} does not support function ${name}`);
    }
    const type = rule.gives === 'same' ? (argument?.type ?? 'unknown') : rule.gives;
    return { ...base, type, isAggregate: rule.isAggregate || (argument?.isAggregate ?? false) };
  }

  private operand(
    scope: Scope,
    context: { fieldName(): FieldNameContext; soqlFunction(): SoqlFunctionContext },
    use: Use,
  ): Operand {
    const call = optional(context.soqlFunction());
    return call === null ? this.fieldOperand(scope, context.fieldName(), use) : this.call(scope, call, use);
  }

  private grouping(
    scope: Scope,
    items: readonly { fieldName(): FieldNameContext; soqlFunction(): SoqlFunctionContext }[],
  ): ReadonlySet<string> {
    const texts = new Set<string>();
    for (const item of items) {
      const operand = this.operand(scope, item, 'group');
      if (operand.isAggregate) this.report(item, `${operand.name} cannot stand in GROUP BY`);
      if (operand.field?.type === 'double' && operand.field.name.endsWith('__c')) {
        this.report(item, `field '${operand.name}' can not be grouped in a query call`);
      }
      texts.add(operand.text);
    }
    return texts;
  }

  private having(scope: Scope, context: LogicalExpressionContext, grouped: ReadonlySet<string>): void {
    for (const term of context.conditionalExpression_list()) {
      const nested = optional(term.logicalExpression());
      if (nested !== null) {
        this.having(scope, nested, grouped);
        continue;
      }
      const left = this.comparison(scope, term.fieldExpression(), 'having');
      if (left.isAggregate || grouped.has(left.text)) continue;
      this.report(term, `Field must be grouped or aggregated: ${left.name}`);
    }
  }

  private orderItem(
    scope: Scope,
    item: FieldOrderContext,
    grouped: ReadonlySet<string> | null,
    aliases: ReadonlySet<string | undefined>,
  ): void {
    if (grouped !== null && aliases.has(item.getText().toLowerCase())) return;
    const operand = this.operand(scope, item, 'order');
    if (operand.isAggregate && grouped === null) this.report(item, `${operand.name} in ORDER BY needs GROUP BY`);
    if (grouped === null || operand.isAggregate || grouped.has(operand.text)) return;
    this.report(item, `Ordered field must be grouped or aggregated: ${operand.name}`);
  }

  private logical(scope: Scope, context: WhereLogicalExpressionContext, mayJoin: boolean): void {
    const isEither = context.SOQLOR_list().length > 0;
    for (const term of context.whereConditionalExpression_list()) {
      const nested = optional(term.whereLogicalExpression());
      if (nested === null) this.whereField(scope, term.whereFieldExpression(), mayJoin && !isEither);
      else this.logical(scope, nested, mayJoin && !isEither);
    }
  }

  private whereField(scope: Scope, context: WhereFieldExpressionContext, mayJoin: boolean): void {
    const expression = optional(context.fieldExpression());
    if (expression === null) return; // FORMULA(): its text is the formula gate's
    const left = this.comparison(scope, expression, 'filter');
    const sub = optional(expression.value().subQuery());
    if (sub === null) return;
    if (!mayJoin) this.report(sub, 'Semi join sub-selects are only allowed at the top level of WHERE');
    this.semiJoin(scope, expression, left, sub);
  }

  private comparison(scope: Scope, context: FieldExpressionContext, use: Use): Operand {
    const left = this.operand(scope, context, use);
    const written = context.comparisonOperator().getText().toUpperCase();
    const operator = written === 'NOTIN' ? 'NOT IN' : written;
    const problem = operatorProblem(left.type, operator);
    if (problem !== null) this.report(context, `${left.name}: ${problem}`);
    else this.value(context.value(), left, operator);
    return left;
  }

  private value(context: ValueContext, left: Operand, operator: string): void {
    const list = optional(context.valueList());
    const takesList = ['IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'].includes(operator);
    if (list !== null) {
      if (!takesList) this.report(context, `${operator} takes one value, not a list`);
      for (const one of list.value_list()) this.literal(one, left, operator);
      return;
    }
    const isBound = optional(context.boundExpression()) !== null;
    const isQuery = optional(context.subQuery()) !== null;
    if (isQuery && operator !== 'IN' && operator !== 'NOT IN')
      this.report(context, `${operator} cannot take a sub-query`);
    if (takesList && !isBound && !isQuery) this.report(context, `${operator} needs a list in brackets`);
    if (!isBound && !isQuery) this.literal(context, left, operator);
  }

  private literal(context: ValueContext, left: Operand, operator: string): void {
    const kind = literalKind(context);
    if (kind === null) return;
    const wanted = wantedInstead(left.type, kind);
    if (wanted !== null) {
      this.report(context, `value of filter criterion for field '${left.name}' must be ${wanted}, not ${kind}`);
      return;
    }
    if ((left.type === 'id' || left.type === 'reference') && left.field !== null && operator !== 'LIKE') {
      const text = context.getText().slice(1, -1);
      if (text !== '' && !/^[a-z0-9]{15}([a-z0-9]{3})?$/i.test(text)) this.report(context, `invalid ID field: ${text}`);
    }
  }

  private semiJoin(scope: Scope, comparison: FieldExpressionContext, left: Operand, context: SubQueryContext): void {
    const inner = this.from(context.fromNameList(), (name) => this.rootObject(name));
    if (inner === null) return;
    const [entry, second] = context.subFieldList().subFieldEntry_list();
    if (second !== undefined) this.report(second, 'semi join sub-selects can only query one field');
    const field = entry === undefined ? null : this.selectEntry(inner, entry);
    const where = optional(context.whereClause());
    if (where !== null) this.logical(inner, where.whereLogicalExpression(), true);
    const isId = (type: QueryType): boolean => type === 'id' || type === 'reference' || type === 'unknown';
    if (!isId(left.type))
      this.report(comparison, `${left.name}: only an id or a reference can be compared with a sub-query`);
    if (field === null || field.isAggregate) return;
    if (!isId(field.type)) {
      this.report(entry, `The selected field '${field.name}' in the semi join must be an id or reference field`);
      return;
    }
    if (scope.object !== null && inner.object === scope.object) {
      this.report(context, 'The inner and outer selects should not be on the same object type');
      return;
    }
    if (left.targets.length === 0 || field.targets.length === 0) return;
    if (!left.targets.some((target) => field.targets.includes(target))) {
      this.report(
        entry,
        `${field.name} refers to ${field.targets.join(', ')}, ${left.name} to ${left.targets.join(', ')}`,
      );
    }
  }
}
