/** Blocks, conditions, loops, return, break and continue. */
import type {
  BlockContext,
  BreakStatementContext,
  ContinueStatementContext,
  DoWhileStatementContext,
  EnhancedForControlContext,
  ExpressionContext,
  ExpressionListContext,
  ExpressionStatementContext,
  FieldDeclarationContext,
  ForStatementContext,
  IfStatementContext,
  LocalVariableDeclarationContext,
  LocalVariableDeclarationStatementContext,
  ReturnStatementContext,
  StatementContext,
  WhileStatementContext,
} from '@apexdevtools/apex-parser';
import {
  AssignExpressionContext,
  DotExpressionContext,
  MethodCallExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
} from '@apexdevtools/apex-parser';
import { fail } from '../../problems.ts';
import { distance } from '../../type/conversion.ts';
import { elementOf, typeParts } from '../../type/text.ts';
import type { Emitter } from '../emitter.ts';
import { increment } from '../expressions/assignment.ts';

export function block(emitter: Emitter, node: BlockContext): void {
  emitter.plain('{', node);
  emitter.block(node);
  emitter.plain('}');
}

export function localDeclaration(emitter: Emitter, node: LocalVariableDeclarationStatementContext): void {
  emitter.line(node, `${declarations(emitter, node.localVariableDeclaration())};`);
}

/** A wrong initialiser is reported, yet the variable exists for the statements after it. */
function initialValue(emitter: Emitter, node: ExpressionContext, type: string): string {
  let js = 'null';
  emitter.attempt(() => {
    js = emitter.assign(emitter.expression(node, type), type, node);
  });
  return js;
}

/** A declaration between the statements of a trigger or an anonymous block, which the grammar takes for a field. */
export function looseDeclaration(emitter: Emitter, node: FieldDeclarationContext): void {
  emitter.line(node, `${declarations(emitter, node)};`);
}

/** `let a=..,b=..` of a declaration. */
function declarations(emitter: Emitter, node: LocalVariableDeclarationContext | FieldDeclarationContext): string {
  const type = emitter.type(node.typeRef());
  const isFinal = 'modifier_list' in node && node.modifier_list().some((each) => each.FINAL());
  const parts = node
    .variableDeclarators()
    .variableDeclarator_list()
    .map((each) => {
      const initial = each.expression() as ExpressionContext | null;
      const js = initial ? initialValue(emitter, initial, type) : 'null';
      const local = emitter.declare(each.id().getText(), type, each, isFinal && initial !== null);
      return `${local.js}=${js}`;
    });
  return `let ${parts.join(',')}`;
}

export function expressionStatement(emitter: Emitter, node: ExpressionStatementContext): void {
  emitter.line(node, `${sideEffect(emitter, node.expression())};`);
}

function sideEffect(emitter: Emitter, node: ExpressionContext): string {
  if (node instanceof PostOpExpressionContext)
    return increment(emitter, node.expression(), node.INC() ? '+' : '-', false).js;
  const isPrefix = node instanceof PreOpExpressionContext && Boolean(node.INC() ?? node.DEC());
  const isCall =
    node instanceof MethodCallExpressionContext ||
    (node instanceof DotExpressionContext && Boolean(node.dotMethodCall()));
  if (!isPrefix && !isCall && !(node instanceof AssignExpressionContext) && !(node instanceof NewExpressionContext)) {
    fail('Expression cannot be a statement.', node);
  }
  return emitter.expression(node).js;
}

function body(emitter: Emitter, node: StatementContext | null): void {
  if (!node) return;
  emitter.loopDepth++;
  emitter.scoped(() => emitter.statement(node));
  emitter.loopDepth--;
}

export function ifStatement(emitter: Emitter, node: IfStatementContext): void {
  emitter.line(node, `if(${emitter.condition(node.parExpression().expression())}){`);
  const [then, otherwise] = node.statement_list();
  emitter.scoped(() => emitter.statement(then!));
  if (otherwise) {
    emitter.plain('}else{');
    emitter.scoped(() => emitter.statement(otherwise));
  }
  emitter.plain('}');
}

/** What counts a loop's rounds, so that one without an end is noticed. */
function roundsOf(emitter: Emitter): { readonly start: string; readonly step: string } {
  const name = emitter.freshName('rounds');
  return { start: `let ${name}=128;`, step: `if((${name}=${name}-1|0)<0)${name}=$step()|0;` };
}

export function whileStatement(emitter: Emitter, node: WhileStatementContext): void {
  const rounds = roundsOf(emitter);
  emitter.line(node, `${rounds.start}while(${emitter.condition(node.parExpression().expression())}){${rounds.step}`);
  body(emitter, node.statement());
  emitter.plain('}');
}

export function doWhileStatement(emitter: Emitter, node: DoWhileStatementContext): void {
  const rounds = roundsOf(emitter);
  emitter.line(node, `${rounds.start}do{${rounds.step}`);
  emitter.loopDepth++;
  emitter.block(node.block());
  emitter.loopDepth--;
  emitter.plain(`}while(${emitter.condition(node.parExpression().expression())});`);
}

export function forStatement(emitter: Emitter, node: ForStatementContext): void {
  emitter.scoped(() => {
    const control = node.forControl();
    const each = control.enhancedForControl();
    if (each) return forEach(emitter, node, each);
    const init = control.forInit();
    const declared = init?.localVariableDeclaration();
    const first = declared ? declarations(emitter, declared) : sideEffects(emitter, init?.expressionList() ?? null);
    const condition = control.expression() ? emitter.condition(control.expression()) : '';
    const update = sideEffects(emitter, control.forUpdate()?.expressionList() ?? null);
    const rounds = roundsOf(emitter);
    emitter.line(node, `${rounds.start}for(${first};${condition};${update}){${rounds.step}`);
    body(emitter, node.statement());
    emitter.plain('}');
  });
}

function sideEffects(emitter: Emitter, list: ExpressionListContext | null): string {
  return (list ? list.expression_list() : []).map((each: ExpressionContext) => sideEffect(emitter, each)).join(',');
}

function forEach(emitter: Emitter, node: ForStatementContext, control: EnhancedForControlContext): void {
  const type = emitter.type(control.typeRef());
  const source = emitter.expression(control.expression());
  const inBatches = source.query === true && typeParts(type).base === 'List';
  const element = inBatches ? source.type : elementType(emitter, source.type, control.expression());
  if (distance(emitter.world, element, type) === null && !(element === 'SObject' && emitter.world.isRecordType(type))) {
    fail(
      source.query
        ? `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${element}`
        : `Invalid loop variable type expected ${element} was ${type}`,
      control,
    );
  }
  const local = emitter.declare(control.id().getText(), type, control);
  const held = emitter.freshName('each');
  emitter.line(
    node,
    `for(const ${held} of $.${inBatches ? 'batches' : 'iterate'}(${source.js})){$.step();let ${local.js}=${emitter.convert({ js: held, type: element }, type) ?? held};`,
  );
  body(emitter, node.statement());
  emitter.plain('}');
}

function elementType(emitter: Emitter, type: string, node: ExpressionContext): string {
  const { base } = typeParts(type);
  if (base === 'List' || base === 'Set' || base === 'Iterable') return elementOf(type);
  const iterable = [...emitter.world.supertypes(type)].find((each) => typeParts(each).base === 'Iterable');
  if (iterable === undefined) fail(`Loop must iterate over collection: ${type}`, node);
  return elementOf(iterable);
}

export function returnStatement(emitter: Emitter, node: ReturnStatementContext): void {
  const value = node.expression() as ExpressionContext | null;
  const { kind, returnType } = emitter.shape;
  if (kind === 'constructor' && value) fail('Constructors must not return a value', node);
  if (kind === 'trigger' && value) fail('Trigger bodies must not return a value', node);
  if (kind === 'initializer') fail('Return must be called from a method', node);
  if (returnType === 'void' && value) fail('Void method must not return a value', node);
  if (returnType !== 'void' && !value) fail(`Missing return statement required return type: ${returnType}`, node);
  const js = value ? emitter.assign(emitter.expression(value, returnType), returnType, value) : emptyReturn(emitter);
  emitter.line(node, emitter.returnsThroughClosure ? `return [${js}];` : `return ${js};`);
}

/** What a bare `return` gives back in JavaScript. */
export function emptyReturn(emitter: Emitter): string {
  if (emitter.shape.kind === 'constructor') return 'this';
  return emitter.shape.kind === 'accessor' ? 'v_value' : '';
}

export function breakStatement(emitter: Emitter, node: BreakStatementContext): void {
  if (emitter.loopDepth === 0) fail('Break statement must be in loop', node);
  emitter.line(node, 'break;');
}

export function continueStatement(emitter: Emitter, node: ContinueStatementContext): void {
  if (emitter.loopDepth === 0) fail('Continue statement must be in loop', node);
  emitter.line(node, 'continue;');
}
