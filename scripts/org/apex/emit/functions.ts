/** Functions of a class: methods, constructors, accessors, initialisers. Each is one JavaScript method. */
import type { BlockContext, FieldDeclarationContext } from '@apexdevtools/apex-parser';
import {
  DotExpressionContext,
  ExpressionStatementContext,
  MethodCallExpressionContext,
  StatementContext,
} from '@apexdevtools/apex-parser';
import { constructorName, fieldsName } from '../declare/members.ts';
import type {
  AccessorModel,
  ClassModel,
  ConstructorModel,
  FieldModel,
  InitializerModel,
  MethodModel,
  ParameterModel,
} from '../declare/model.ts';
import { refusal } from '../leniency.ts';
import { CompileError, fail } from '../problems.ts';
import { Emitter } from './emitter.ts';
import type { FunctionShape } from './emitter.ts';
import { initialisedFields } from './expressions/constructor-call.ts';
import { visitExpression } from './expressions/index.ts';
import { Lines } from './lines.ts';
import { blockCompletes, completes } from './statements/completion.ts';
import { looseDeclaration } from './statements/control.ts';
import { visitStatement } from './statements/index.ts';
import type { Unit } from './unit.ts';

const VISITORS = { expression: visitExpression, statement: visitStatement };
const SHARING = { none: 0, with: 1, without: 2, inherited: 3 } as const;

/** Where a class's functions go, with the first JavaScript line of each for stack traces. */
export class ClassBody {
  readonly lines = new Lines();
  readonly frames: [number, string][] = [];
  readonly unit: Unit;
  readonly model: ClassModel;
  readonly problems: CompileError[];

  constructor(unit: Unit, model: ClassModel, problems: CompileError[]) {
    this.unit = unit;
    this.model = model;
    this.problems = problems;
  }

  /** Static state must exist before code of the class runs. */
  private get ensureStatics(): string {
    return this.model.initializers.some((each) => each.isStatic) ? `${this.model.js}.$S();` : '';
  }

  private emitter(shape: Omit<FunctionShape, 'model'>): Emitter {
    return new Emitter(this.unit, { ...shape, model: this.model }, VISITORS, this.problems);
  }

  /** Writes one function; `fill` emits its statements and returns what it hands back at its end. */
  private write(
    head: string,
    label: string,
    line: number,
    shape: Omit<FunctionShape, 'model'>,
    parameters: readonly ParameterModel[],
    fill: (emitter: Emitter) => string,
    prologue = '',
  ): void {
    const emitter = this.emitter(shape);
    const names = emitter.declareParameters(parameters);
    const end = this.filled(emitter, fill, line);
    const keyword = SHARING[this.model.modifiers.sharing];
    this.frames.push([this.lines.length, label]);
    this.lines.push(
      `${head}(${names}){const $h=$.enter(${keyword});${emitter.temporaryDeclaration()}try{${prologue}`,
      line,
    );
    this.lines.append(emitter.lines);
    this.lines.push(`${end}}finally{$.leave($h);}}`, emitter.lines.source.at(-1) ?? line);
  }

  private filled(emitter: Emitter, fill: (emitter: Emitter) => string, line: number): string {
    const before = this.problems.length;
    let end = '';
    try {
      end = fill(emitter);
    } catch (error) {
      const { leniency } = this.unit.world;
      if (error instanceof CompileError) this.problems.push(error);
      else if (leniency === null) throw error;
      else
        this.problems.push(new CompileError(`Internal error of the local org: ${String(error)}`, { line, column: 1 }));
    }
    return this.refused(emitter, before, line) ? '' : end;
  }

  /** In a lenient compile a function with an error of its own, or of a class with one, ends the test when it is called. */
  private refused(emitter: Emitter, before: number, line: number): boolean {
    const { leniency } = this.unit.world;
    if (leniency === null) return false;
    const own = this.problems.splice(before).map((error) => leniency.report(this.unit.source, error));
    const problem = leniency.brokenBy(this.unit.source.name) ?? own[0];
    if (problem === undefined) return false;
    emitter.lines.cut(0);
    emitter.lines.push(refusal(problem), line);
    return true;
  }

  method(method: MethodModel): void {
    if (!method.body) return;
    const { isStatic } = method.modifiers;
    const body = method.body;
    this.write(
      `${isStatic ? 'static ' : ''}[${JSON.stringify(method.js)}]`,
      this.frameLabel(method.name),
      method.position.line,
      { kind: 'method', isStatic, returnType: method.returnType },
      method.parameters,
      (emitter) => {
        this.requireReturn(method.returnType, body);
        emitter.block(body);
        return '';
      },
      isStatic ? this.ensureStatics : '',
    );
  }

  private requireReturn(returnType: string, body: BlockContext): void {
    this.reachable(body);
    if (returnType === 'void' || !blockCompletes(body)) return;
    const position = { line: body.stop?.line ?? body.start.line, column: (body.stop?.column ?? 0) + 1 };
    this.problems.push(new CompileError(`Missing return statement required return type: ${returnType}`, position));
  }

  private reachable(body: BlockContext): void {
    const statements = body.statement_list();
    const at = statements.findIndex((each, index) => index < statements.length - 1 && !completes(each));
    if (at >= 0)
      this.problems.push(
        new CompileError('Unreachable statement', {
          line: statements[at + 1]!.start.line,
          column: statements[at + 1]!.start.column + 1,
        }),
      );
  }

  constructors(): void {
    if (this.model.constructors.length === 0) return this.defaultConstructor();
    for (const each of this.model.constructors) this.constructor_(each);
  }

  private defaultConstructor(): void {
    const { model } = this;
    this.write(
      `[${JSON.stringify(constructorName(model, []))}]`,
      this.frameLabel('<init>'),
      model.position.line,
      { kind: 'constructor', isStatic: false, returnType: 'void' },
      [],
      (emitter) => `this[${JSON.stringify(fieldsName(model))}]();${this.implicitSuper(emitter)}return this;`,
      this.ensureStatics,
    );
  }

  private implicitSuper(emitter: Emitter): string {
    const parent = emitter.world.superModel(this.model);
    if (!parent) return '';
    if (parent.constructors.length > 0 && !parent.constructors.some((each) => each.parameters.length === 0)) {
      if (emitter.world.isException(parent.name)) return `this${initialisedFields(emitter, parent)};`;
      fail(`No default constructor available in super type: ${parent.name}`, this.model.position);
    }
    return `this[${JSON.stringify(constructorName(parent, []))}]();`;
  }

  private constructor_(constructor: ConstructorModel): void {
    const { model } = this;
    const block = constructor.context!.block();
    const statements = block.statement_list();
    const first = invocation(statements[0]);
    const initFields = `this[${JSON.stringify(fieldsName(model))}]();`;
    this.write(
      `[${JSON.stringify(constructor.js)}]`,
      this.frameLabel('<init>'),
      constructor.position.line,
      { kind: 'constructor', isStatic: false, returnType: 'void' },
      constructor.parameters,
      (emitter) => {
        if (first === null) emitter.plain(`${initFields}${this.implicitSuper(emitter)}`, block);
        if (first === 'super') emitter.plain(initFields, block);
        for (const [at, each] of statements.entries()) {
          if (at > 0 && invocation(each) !== null)
            fail(`Call to '${invocation(each)}()' must be the first statement in a constructor method`, each);
          if (!emitter.statement(each)) break;
        }
        return 'return this;';
      },
      this.ensureStatics,
    );
  }

  /** Field initialisers and instance blocks, in order. */
  instanceInitializers(): void {
    const steps = this.model.initializers.filter((each) => !each.isStatic && hasWork(each));
    this.initializer(`[${JSON.stringify(fieldsName(this.model))}]`, '<init>', steps, false);
  }

  staticInitializers(): void {
    const steps = this.model.initializers.filter((each) => each.isStatic && hasWork(each));
    this.initializer('static $I', '<clinit>', steps, true);
  }

  private initializer(head: string, label: string, steps: readonly InitializerModel[], isStatic: boolean): void {
    if (steps.length === 0) {
      this.lines.push(isStatic ? `${head}(){}` : `${head}(){return this;}`);
      return;
    }
    this.write(
      head,
      this.frameLabel(label),
      this.model.position.line,
      { kind: 'initializer', isStatic, returnType: 'void' },
      [],
      (emitter) => {
        for (const step of steps) {
          if (step.kind === 'block') {
            emitter.plain('{', step.block);
            emitter.block(step.block);
            emitter.plain('}');
          } else this.fieldInitializer(emitter, step.field);
        }
        return isStatic ? '' : 'return this;';
      },
    );
  }

  private fieldInitializer(emitter: Emitter, field: FieldModel): void {
    const node = field.initializer!;
    try {
      const value = emitter.assign(emitter.expression(node, field.type), field.type, node);
      const holder = field.modifiers.isStatic ? `${this.model.js}.$S()` : 'this';
      emitter.lines.push(`${this.unit.count(field.position.line)}${holder}.${field.js}=${value};`, field.position.line);
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      const { leniency } = this.unit.world;
      if (leniency === null) this.problems.push(error);
      else emitter.lines.push(refusal(leniency.report(this.unit.source, error)), field.position.line);
    }
  }

  accessors(field: FieldModel): void {
    const property = field.property;
    if (!property?.isCalled || field.modifiers.isAbstract) return;
    if (property.getter) this.accessor(field, property.getter, false);
    if (property.setter) this.accessor(field, property.setter, true);
  }

  private accessor(field: FieldModel, accessor: AccessorModel, isSetter: boolean): void {
    const { isStatic } = field.modifiers;
    const holder = `${isStatic ? `${this.model.js}.$S()` : 'this'}.${field.js}`;
    const parameters = isSetter ? [{ name: 'value', type: field.type }] : [];
    const shape = {
      kind: isSetter ? 'accessor' : 'method',
      isStatic,
      returnType: isSetter ? 'void' : field.type,
      property: field,
    } as const;
    this.write(
      `${isStatic ? 'static ' : ''}[${JSON.stringify(accessor.js)}]`,
      this.frameLabel(accessor.js),
      field.position.line,
      shape,
      parameters,
      (emitter) => {
        if (!accessor.body) return isSetter ? `${holder}=v_value;return v_value;` : `return ${holder};`;
        if (!isSetter) this.requireReturn(field.type, accessor.body);
        emitter.block(accessor.body);
        return isSetter ? 'return v_value;' : '';
      },
    );
  }

  /** The statements of a trigger or an anonymous block. */
  run(statements: readonly (StatementContext | FieldDeclarationContext)[], kind: 'trigger' | 'anonymous'): void {
    this.write(
      'static ["run()"]',
      this.model.name,
      1,
      { kind, isStatic: true, returnType: 'void' },
      [],
      (emitter) => {
        for (const each of statements) {
          if (each instanceof StatementContext) {
            if (!emitter.statement(each)) break;
          } else emitter.attempt(() => looseDeclaration(emitter, each));
        }
        return '';
      },
      this.ensureStatics,
    );
  }

  private frameLabel(name: string): string {
    if (this.model.source.kind === 'anonymous' && !this.model.outer) return `AnonymousBlock.${name}`;
    if (this.model.source.kind === 'trigger') return `${this.model.name}.${name}`;
    return `Class.${this.model.name}.${name}`;
  }
}

function hasWork(step: InitializerModel): boolean {
  return step.kind === 'block' || step.field.initializer !== null;
}

/** `this` or `super` where a statement is a constructor invocation. */
function invocation(node: StatementContext | undefined): 'this' | 'super' | null {
  const statement = node?.getChild(0) as unknown;
  if (!(statement instanceof ExpressionStatementContext)) return null;
  const expression = statement.expression();
  if (expression instanceof DotExpressionContext || !(expression instanceof MethodCallExpressionContext)) return null;
  const call = expression.methodCall();
  return call.THIS() ? 'this' : call.SUPER() ? 'super' : null;
}
