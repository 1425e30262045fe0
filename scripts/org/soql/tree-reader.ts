/** Parse tree → our tree, one method per grammar rule that matters. What is not read here is refused by name. */
import type {
  BoundExpressionContext,
  ComparisonOperatorContext,
  ConditionalExpressionContext,
  DateFormulaContext,
  FieldExpressionContext,
  FieldNameContext,
  FieldOrderContext,
  ForClausesContext,
  FromNameListContext,
  GroupByClauseContext,
  LimitClauseContext,
  LogicalExpressionContext,
  OffsetClauseContext,
  QueryContext,
  SelectEntryContext,
  SoqlFunctionContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
  ValueContext,
  ValueListContext,
  WhereConditionalExpressionContext,
  WhereLogicalExpressionContext,
  WithClauseContext,
} from '@apexdevtools/apex-parser';
import type {
  Amount,
  Comparison,
  Condition,
  FieldPath,
  FunctionCall,
  Operand,
  Operator,
  OrderItem,
  Position,
  Query,
  SelectItem,
  Value,
} from './ast.ts';
import type { QueryErrors } from './errors.ts';
import { parseDatetime, parseTime } from './literals.ts';

interface Placed {
  readonly start: { readonly line: number; readonly column: number };
}

function positionOf(context: unknown): Position {
  const { start } = context as Placed;
  return { line: start.line, column: start.column + 1 };
}

/** The place behind a word. */
function after(context: { getText(): string }): Position {
  const { line, column } = positionOf(context);
  return { line, column: column + context.getText().length };
}

const CLAUSE_WORDS: ReadonlySet<string> = new Set([
  'SELECT',
  'FROM',
  'WHERE',
  'WITH',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FOR',
  'USING',
  'ALL',
  'UPDATE',
]);

/** The generated typings promise what the grammar makes optional. */
function optional<T>(value: T): T | null {
  return value ?? null;
}

export class TreeReader {
  readonly binds: string[] = [];
  private readonly errors: QueryErrors;
  constructor(errors: QueryErrors) {
    this.errors = errors;
  }

  query(context: QueryContext): Query {
    const from = this.from(context);
    const select = context
      .selectList()
      .selectEntry_list()
      .map((entry) => this.selectEntry(entry));
    const where = optional(context.whereClause());
    const group = optional(context.groupByClause());
    const order = optional(context.orderByClause());
    const update = optional(context.updateList());
    if (update !== null) throw this.errors.unsupported(`UPDATE ${update.getText()}`, positionOf(update));
    const having = group === null ? null : optional(group.logicalExpression());
    const scope = optional(context.usingScope());
    return {
      select,
      ...from,
      scope: scope === null ? null : { name: scope.soqlId().getText(), at: positionOf(scope.soqlId()) },
      where: where === null ? null : this.whereLogical(where.whereLogicalExpression()),
      mode: this.mode(optional(context.withClause())),
      groupBy:
        group === null
          ? []
          : group
              .fieldGroupByList()
              .fieldGroupBy_list()
              .map((entry) => this.operand(entry)),
      ...(group === null ? {} : this.subtotals(group)),
      having: having === null ? null : this.logical(having),
      orderBy:
        order === null
          ? []
          : order
              .fieldOrderList()
              .fieldOrder_list()
              .map((entry) => this.orderItem(entry)),
      limit: this.amount(optional(context.limitClause())),
      offset: this.amount(optional(context.offsetClause())),
      allRows: optional(context.allRowsClause()) !== null,
      forUpdate: this.forUpdate(context.forClauses()),
    };
  }

  private subtotals(group: GroupByClauseContext): Pick<Query, 'subtotals'> {
    if (optional(group.ROLLUP()) !== null) return { subtotals: 'rollup' };
    return optional(group.CUBE()) === null ? {} : { subtotals: 'cube' };
  }

  private subQuery(context: SubQueryContext): Query {
    const where = optional(context.whereClause());
    const order = optional(context.orderByClause());
    return {
      select: context
        .subFieldList()
        .subFieldEntry_list()
        .map((entry) => this.selectEntry(entry)),
      ...this.from(context),
      scope: null,
      where: where === null ? null : this.whereLogical(where.whereLogicalExpression()),
      mode: null,
      groupBy: [],
      having: null,
      orderBy:
        order === null
          ? []
          : order
              .fieldOrderList()
              .fieldOrder_list()
              .map((entry) => this.orderItem(entry)),
      limit: this.amount(optional(context.limitClause())),
      offset: null,
      allRows: false,
      forUpdate: false,
    };
  }

  private from(context: QueryContext | SubQueryContext): Pick<Query, 'from' | 'fromAt' | 'alias'> {
    const list = context.fromNameList();
    const names = list.fieldName_list();
    const [first, second] = names;
    if (first === undefined) throw this.errors.malformed('unexpected token: <EOF>', positionOf(list));
    if (second !== undefined) throw this.errors.unsupported('More than one object in FROM', positionOf(second));
    return { from: first.getText(), fromAt: positionOf(first), alias: this.alias(list) };
  }

  /** The grammar takes any word for an alias, also one that begins a clause whose rest is missing. */
  private alias(list: FromNameListContext): string | null {
    const name = list.soqlId_list()[0];
    if (name === undefined) return null;
    if (CLAUSE_WORDS.has(name.getText().toUpperCase()))
      throw this.errors.malformed('unexpected token: <EOF>', after(name));
    return name.getText();
  }

  private forUpdate(context: ForClausesContext): boolean {
    return context.UPDATE_list().length > 0;
  }

  private mode(context: WithClauseContext | null): Query['mode'] {
    if (context === null) return null;
    if (optional(context.USER_MODE()) !== null) return 'user';
    if (optional(context.SYSTEM_MODE()) !== null) return 'system';
    if (optional(context.SECURITY_ENFORCED()) !== null) return 'security_enforced';
    throw this.errors.unsupported(`The clause ${context.getText()}`, positionOf(context));
  }

  private selectEntry(entry: SelectEntryContext | SubFieldEntryContext): SelectItem {
    const at = positionOf(entry);
    const alias = optional(entry.soqlId())?.getText() ?? null;
    const name = optional(entry.fieldName());
    if (name !== null) return { kind: 'operand', operand: this.path(name), alias, at };
    const sub = optional(entry.subQuery());
    if (sub !== null) return { kind: 'query', query: this.subQuery(sub), at };
    const type = optional(entry.typeOf());
    if (type !== null) return this.typeOf(type);
    const call = entry.soqlFunction();
    const group = optional(call.soqlFieldsParameter());
    if (group !== null)
      return { kind: 'fields', group: group.getText().toUpperCase() as 'ALL' | 'CUSTOM' | 'STANDARD', at };
    return { kind: 'operand', operand: this.call(call), alias, at };
  }

  private typeOf(context: TypeOfContext): SelectItem {
    const otherwise = optional(context.elseClause());
    return {
      kind: 'typeof',
      path: this.path(context.fieldName()),
      branches: context.whenClause_list().map((when) => ({
        object: when.fieldName().getText(),
        fields: when
          .fieldNameList()
          .fieldName_list()
          .map((name) => this.path(name)),
        at: positionOf(when.fieldName()),
      })),
      otherwise:
        otherwise === null
          ? null
          : otherwise
              .fieldNameList()
              .fieldName_list()
              .map((name) => this.path(name)),
      at: positionOf(context),
    };
  }

  path(context: FieldNameContext): FieldPath {
    return { kind: 'path', names: context.soqlId_list().map((name) => name.getText()), at: positionOf(context) };
  }

  private operand(context: { fieldName(): FieldNameContext; soqlFunction(): SoqlFunctionContext }): Operand {
    const name = optional(context.fieldName());
    return name === null ? this.call(context.soqlFunction()) : this.path(name);
  }

  call(context: SoqlFunctionContext): FunctionCall {
    const name = context.getChild(0).getText().toUpperCase();
    const at = positionOf(context);
    const inner = optional(context.soqlFunction());
    if (inner !== null) return { kind: 'call', name, argument: this.call(inner), at };
    const field = optional(context.fieldName());
    if (field !== null) return { kind: 'call', name, argument: this.path(field), at };
    const date = optional(context.dateFieldName());
    if (date === null) return { kind: 'call', name, argument: null, at };
    const path = this.path(date.fieldName());
    if (optional(date.CONVERT_TIMEZONE()) === null) return { kind: 'call', name, argument: path, at };
    return {
      kind: 'call',
      name,
      argument: { kind: 'call', name: 'CONVERTTIMEZONE', argument: path, at: positionOf(date) },
      at,
    };
  }

  private whereLogical(context: WhereLogicalExpressionContext): Condition {
    const terms = context.whereConditionalExpression_list().map((term) => this.whereTerm(term));
    return this.combine(terms, optional(context.NOT()) !== null, context.SOQLOR_list().length > 0);
  }

  private whereTerm(context: WhereConditionalExpressionContext): Condition {
    const nested = optional(context.whereLogicalExpression());
    if (nested !== null) return this.whereLogical(nested);
    const field = context.whereFieldExpression();
    const expression = optional(field.fieldExpression());
    if (expression === null) throw this.errors.unsupported('FORMULA() in WHERE', positionOf(field));
    return this.comparison(expression);
  }

  logical(context: LogicalExpressionContext): Condition {
    const terms = context.conditionalExpression_list().map((term) => this.term(term));
    return this.combine(terms, optional(context.NOT()) !== null, context.SOQLOR_list().length > 0);
  }

  private term(context: ConditionalExpressionContext): Condition {
    const nested = optional(context.logicalExpression());
    return nested === null ? this.comparison(context.fieldExpression()) : this.logical(nested);
  }

  private combine(terms: Condition[], negated: boolean, either: boolean): Condition {
    const only = terms[0];
    if (terms.length === 1 && only !== undefined) return negated ? { kind: 'not', term: only } : only;
    return { kind: either ? 'or' : 'and', terms };
  }

  private comparison(context: FieldExpressionContext): Comparison {
    return {
      kind: 'compare',
      left: this.operand(context),
      operator: this.operator(context.comparisonOperator()),
      value: this.value(context.value()),
      at: positionOf(context),
    };
  }

  private operator(context: ComparisonOperatorContext): Operator {
    const text = context.getText().toUpperCase();
    if (text === '<>') return '!=';
    return (text === 'NOTIN' ? 'NOT IN' : text) as Operator;
  }

  private value(context: ValueContext): Value {
    const at = positionOf(context);
    const text = context.getText();
    const number = optional(context.signedNumber());
    if (number !== null) return { kind: 'number', value: Number(number.getText()), at };
    if (optional(context.NULL()) !== null) return { kind: 'null', at };
    if (optional(context.BooleanLiteral()) !== null)
      return { kind: 'boolean', value: text.toLowerCase() === 'true', at };
    if (optional(context.StringLiteral()) !== null) return { kind: 'string', raw: text.slice(1, -1), at };
    if (optional(context.DateLiteral()) !== null) return { kind: 'date', value: text, at };
    if (optional(context.DateTimeLiteral()) !== null) return { kind: 'datetime', value: parseDatetime(text), at };
    if (optional(context.TimeLiteral()) !== null) return { kind: 'time', value: parseTime(text), at };
    const formula = optional(context.dateFormula());
    if (formula !== null) return this.dateLiteral(formula, at);
    const bound = optional(context.boundExpression());
    if (bound !== null) return { kind: 'bind', name: this.bind(bound), at };
    const sub = optional(context.subQuery());
    if (sub !== null) return { kind: 'query', query: this.subQuery(sub), at };
    const list = optional(context.valueList());
    if (list !== null) return this.list(list, at);
    throw this.errors.unsupported(`The value ${text}`, at);
  }

  private list(context: ValueListContext, at: Position): Value {
    return { kind: 'list', values: context.value_list().map((value) => this.value(value)), at };
  }

  private dateLiteral(context: DateFormulaContext, at: Position): Value {
    const [name, count] = context.getText().toUpperCase().split(':');
    return { kind: 'dateLiteral', name: name ?? '', count: Number(count ?? 0), at };
  }

  private bind(context: BoundExpressionContext): string {
    const name = context.expression().getText();
    this.binds.push(name);
    return name;
  }

  orderItem(context: FieldOrderContext): OrderItem {
    return {
      operand: this.operand(context),
      descending: optional(context.DESC()) !== null,
      nulls: optional(context.LAST()) === null ? 'FIRST' : 'LAST',
      at: positionOf(context),
    };
  }

  amount(context: LimitClauseContext | OffsetClauseContext | null): Amount | null {
    if (context === null) return null;
    const bound = optional(context.boundExpression());
    if (bound !== null) return { kind: 'bind', name: this.bind(bound), at: positionOf(context) };
    return { kind: 'number', value: Number(context.IntegerLiteral().getText()), at: positionOf(context) };
  }
}
