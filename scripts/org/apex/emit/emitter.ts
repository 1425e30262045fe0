/** One function being emitted: its scopes, temporaries and lines, and the entry points to the visitors. */
import type { BlockContext, ExpressionContext, StatementContext, TypeRefContext } from '@apexdevtools/apex-parser';
import type { ClassModel, FieldModel, ParameterModel } from '../declare/model.ts';
import { requireType } from '../declare/members.ts';
import { isReserved } from '../declare/reserved.ts';
import { referenceOf } from '../declare/type-reference.ts';
import type { World } from '../declare/world.ts';
import { CompileError, fail, positionOf } from '../problems.ts';
import type { Located } from '../problems.ts';
import { conversion, distance } from '../type/conversion.ts';
import { elementOf } from '../type/text.ts';
import { refusal } from '../leniency.ts';
import { closed } from './expression.ts';
import type { Expression } from './expression.ts';
import { Lines } from './lines.ts';
import type { Unit } from './unit.ts';

export interface Local {
  readonly name: string;
  readonly type: string;
  readonly js: string;
  readonly isFinal: boolean;
}

export type FunctionKind = 'method' | 'constructor' | 'initializer' | 'accessor' | 'trigger' | 'anonymous';

export interface FunctionShape {
  readonly kind: FunctionKind;
  readonly model: ClassModel;
  readonly isStatic: boolean;
  readonly returnType: string;
  /** The property whose accessor this is: inside, the property is its backing field. */
  readonly property?: FieldModel;
}

/** Visitors, wired by `emit/visitors.ts` so that they can call each other through the emitter. */
export interface Visitors {
  expression(emitter: Emitter, node: ExpressionContext, expected: string | null): Expression;
  statement(emitter: Emitter, node: StatementContext): void;
}

export class Emitter {
  readonly unit: Unit;
  readonly shape: FunctionShape;
  readonly lines = new Lines();
  /** Problems of statements; one statement's error does not hide the next one's. */
  readonly problems: CompileError[];
  loopDepth = 0;
  /** Inside a `System.runAs` block `return` hands its value out of a closure. */
  returnsThroughClosure = false;
  private readonly visitors: Visitors;
  private readonly scopes: Map<string, Local>[] = [new Map()];
  private temporaries = 0;
  private names = 0;

  constructor(unit: Unit, shape: FunctionShape, visitors: Visitors, problems: CompileError[]) {
    this.unit = unit;
    this.shape = shape;
    this.visitors = visitors;
    this.problems = problems;
  }

  get world(): World {
    return this.unit.world;
  }

  get model(): ClassModel {
    return this.shape.model;
  }

  // Scopes

  scoped<T>(body: () => T): T {
    this.scopes.push(new Map());
    try {
      return body();
    } finally {
      this.scopes.pop();
    }
  }

  local(name: string): Local | undefined {
    const key = name.toLowerCase();
    for (let at = this.scopes.length - 1; at >= 0; at--) {
      const found = this.scopes[at]!.get(key);
      if (found) return found;
    }
    return undefined;
  }

  /** Every local that is visible now. */
  locals(): Local[] {
    return [...new Map(this.scopes.flatMap((scope) => [...scope])).values()];
  }

  declare(name: string, type: string, node: Located, isFinal = false): Local {
    if (this.local(name)) fail(`Duplicate variable: ${name}`, node);
    if (isReserved(name)) fail(`Identifier name is reserved: ${name}`, node);
    const local = { name, type, js: `v_${name.toLowerCase()}`, isFinal };
    this.scopes.at(-1)!.set(name.toLowerCase(), local);
    return local;
  }

  declareParameters(parameters: readonly ParameterModel[]): string {
    for (const each of parameters) {
      this.scopes[0]!.set(each.name.toLowerCase(), {
        name: each.name,
        type: each.type,
        js: `v_${each.name.toLowerCase()}`,
        isFinal: false,
      });
    }
    return parameters.map((each) => `v_${each.name.toLowerCase()}`).join(',');
  }

  /** A function-wide JavaScript variable. */
  temporary(): string {
    return `$t${this.temporaries++}`;
  }

  /** A block-scoped JavaScript name that no other has. */
  freshName(prefix: string): string {
    return `$${prefix}${this.names++}`;
  }

  temporaryDeclaration(): string {
    if (this.temporaries === 0) return '';
    return `let ${Array.from({ length: this.temporaries }, (_, at) => `$t${at}`).join(',')};`;
  }

  // Types

  type(context: TypeRefContext): string {
    const text = requireType(this.world, referenceOf(context), this.model, context);
    this.unit.mention(text);
    return text;
  }

  // Visiting

  /** A finished value; `expected` helps where the place decides (a query that stands for its row). */
  expression(node: ExpressionContext, expected: string | null = null): Expression {
    const found = closed(this.visitors.expression(this, node, expected));
    return found;
  }

  /** The value with its `?.` guards still open, for a member access on it. */
  chain(node: ExpressionContext): Expression {
    return this.visitors.expression(this, node, null);
  }

  /** Emits one statement; `false` where a lenient compile left it out, so that what follows it in its block cannot be reached. */
  statement(node: StatementContext): boolean {
    const { lines, loopDepth, returnsThroughClosure } = this;
    const { length } = lines;
    try {
      this.visitors.statement(this, node);
      return true;
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      const { leniency } = this.world;
      if (leniency === null) {
        this.problems.push(error);
        return true;
      }
      lines.cut(length);
      this.loopDepth = loopDepth;
      this.returnsThroughClosure = returnsThroughClosure;
      lines.push(refusal(leniency.report(this.unit.source, error)), positionOf(node).line);
      return false;
    }
  }

  /** Runs one step; its compile error is kept and the next step goes on. A lenient compile leaves out the whole statement. */
  attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof CompileError) || this.world.leniency !== null) throw error;
      this.problems.push(error);
    }
  }

  block(node: BlockContext): void {
    this.scoped(() => {
      for (const each of node.statement_list()) if (!this.statement(each)) return;
    });
  }

  /** Emits one line for a statement, counted for coverage. */
  line(node: Located, js: string): void {
    const { line } = positionOf(node);
    this.lines.push(this.unit.count(line) + js, line);
  }

  /** A line that belongs to the statement before it. */
  plain(js: string, node?: Located): void {
    this.lines.push(js, node ? positionOf(node).line : (this.lines.source.at(-1) ?? 0));
  }

  // Values

  /** The value as the target type; fails with `Illegal assignment`. */
  assign(expression: Expression, target: string, node: Located): string {
    const js = this.convert(expression, target);
    if (js === null) fail(`Illegal assignment from ${expression.type} to ${target}`, node);
    return js;
  }

  /** JavaScript of the value as the target type, or `null` where Apex does not convert. */
  convert(expression: Expression, target: string): string | null {
    if (expression.query && this.world.isRecordType(target)) {
      const element = elementOf(expression.type);
      if (element === target || target === 'SObject' || element === 'SObject') return `$.onlyRow(${expression.js})`;
    }
    if (distance(this.world, expression.type, target) === null) return null;
    return conversion(expression.js, expression.type, target);
  }

  /** A condition: JavaScript boolean, null throws. */
  condition(node: ExpressionContext): string {
    const value = this.expression(node);
    if (value.type !== 'Boolean') fail(`Condition expression must be of type Boolean: ${value.type}`, node);
    return value.nonNull ? value.js : `(${value.js}??$.npe())`;
  }
}
