/** Table of expression nodes. A node that is not here fails by name. */
import * as Apex from '@apexdevtools/apex-parser';
import type { AnyIdContext, DotMethodCallContext, ExpressionContext, PrimaryContext } from '@apexdevtools/apex-parser';
import { CompileError, fail } from '../../problems.ts';
import { castable, conversion, distance } from '../../type/conversion.ts';
import { elementOf, isNumeric, typeParts } from '../../type/text.ts';
import type { Emitter } from '../emitter.ts';
import { checked } from '../expression.ts';
import type { Expression, Operand } from '../expression.ts';
import { assignment, increment } from './assignment.ts';
import { dotCall, ownCall } from './call.ts';
import { create } from './create.ts';
import { literal } from './literal.ts';
import { resolveIdentifier, resolveMember } from './name.ts';
import { arithmetic, bits, commonType, comparison, equality, logic, negation, shift } from './operator.ts';
import { query, search } from './query.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table pairs each node class with the visitor of that class
type Visitor = (emitter: Emitter, node: any, expected: string | null) => Expression;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- constructors of unlike nodes
type NodeClass = abstract new (...args: any[]) => object;

function entry<T extends NodeClass>(
  node: T,
  visit: (emitter: Emitter, node: InstanceType<T>, expected: string | null) => Expression,
): [NodeClass, Visitor] {
  return [node, visit];
}

const pair = (emitter: Emitter, node: { expression_list(): ExpressionContext[] }): [Expression, Expression] => {
  const [left, right] = node.expression_list();
  return [emitter.expression(left!), emitter.expression(right!)];
};

const EXPRESSIONS = new Map<NodeClass, Visitor>([
  entry(Apex.PrimaryExpressionContext, (emitter, node) => primary(emitter, node.primary())),
  entry(Apex.SubExpressionContext, (emitter, node, expected) => {
    const { js, type, nonNull, query: isQuery } = emitter.expression(node.expression(), expected);
    return { js: `(${js})`, type, ...(nonNull ? { nonNull } : {}), ...(isQuery ? { query: isQuery } : {}) };
  }),
  entry(Apex.DotExpressionContext, (emitter, node) => asValue(emitter, operand(emitter, node), node)),
  entry(Apex.ArrayExpressionContext, arrayAccess),
  entry(Apex.MethodCallExpressionContext, (emitter, node) => ownCall(emitter, node.methodCall())),
  entry(Apex.NewExpressionContext, (emitter, node) => create(emitter, node.creator())),
  entry(Apex.CastExpressionContext, cast),
  entry(Apex.InstanceOfExpressionContext, instanceOf),
  entry(Apex.AssignExpressionContext, assignment),
  entry(Apex.PostOpExpressionContext, (emitter, node) =>
    increment(emitter, node.expression(), node.INC() ? '+' : '-', true),
  ),
  entry(Apex.PreOpExpressionContext, (emitter, node) => {
    if (node.INC() || node.DEC()) return increment(emitter, node.expression(), node.INC() ? '+' : '-', false);
    const value = emitter.expression(node.expression());
    return node.SUB() ? negation(value, node) : value;
  }),
  entry(Apex.NegExpressionContext, not),
  entry(Apex.Arth1ExpressionContext, (emitter, node) =>
    arithmetic(emitter, node.getChild(1).getText(), ...pair(emitter, node), node),
  ),
  entry(Apex.Arth2ExpressionContext, (emitter, node) =>
    arithmetic(emitter, node.getChild(1).getText(), ...pair(emitter, node), node),
  ),
  entry(Apex.BitExpressionContext, (emitter, node) => {
    const operator = node
      .getText()
      .slice(node.expression_list()[0]!.getText().length, -node.expression_list()[1]!.getText().length);
    return shift(operator, ...pair(emitter, node), node);
  }),
  entry(Apex.CmpExpressionContext, (emitter, node) =>
    comparison(emitter, `${node.GT() ? '>' : '<'}${node.ASSIGN() ? '=' : ''}`, ...pair(emitter, node), node),
  ),
  entry(Apex.EqualityExpressionContext, (emitter, node) => {
    const isNegated = Boolean(node.NOTEQUAL() ?? node.LESSANDGREATER() ?? node.TRIPLENOTEQUAL());
    return equality(
      emitter,
      Boolean(node.TRIPLEEQUAL() ?? node.TRIPLENOTEQUAL()),
      isNegated,
      ...pair(emitter, node),
      node,
    );
  }),
  entry(Apex.BitAndExpressionContext, (emitter, node) => bits('&', ...pair(emitter, node), node)),
  entry(Apex.BitOrExpressionContext, (emitter, node) => bits('|', ...pair(emitter, node), node)),
  entry(Apex.BitNotExpressionContext, (emitter, node) => bits('^', ...pair(emitter, node), node)),
  entry(Apex.LogAndExpressionContext, (emitter, node) => logic('&&', ...pair(emitter, node), node)),
  entry(Apex.LogOrExpressionContext, (emitter, node) => logic('||', ...pair(emitter, node), node)),
  entry(Apex.CoalExpressionContext, coalesce),
  entry(Apex.CondExpressionContext, ternary),
]);

export function visitExpression(emitter: Emitter, node: ExpressionContext, expected: string | null): Expression {
  const visit = EXPRESSIONS.get(node.constructor as NodeClass);
  if (!visit) fail(`Expressions of kind ${node.constructor.name} are not supported by the local org`, node);
  return visit(emitter, node, expected);
}

const PRIMARIES = new Map<NodeClass, Visitor>([
  entry(Apex.ThisPrimaryContext, (emitter, node) => {
    if (emitter.shape.isStatic) fail('This cannot be referenced in a static context', node);
    return { js: 'this', type: emitter.model.name, nonNull: true };
  }),
  entry(Apex.SuperPrimaryContext, (emitter, node) => {
    if (emitter.shape.isStatic) fail('Super cannot be referenced in a static context', node);
    return { js: 'this', type: emitter.model.superclass ?? 'Object', nonNull: true, isSuper: true };
  }),
  entry(Apex.LiteralPrimaryContext, (emitter, node) => literal(emitter, node.literal())),
  entry(Apex.TypeRefPrimaryContext, (emitter, node) => ({
    js: `$.typeToken(${JSON.stringify(emitter.type(node.typeRef()))})`,
    type: 'Type',
    nonNull: true,
  })),
  entry(Apex.VoidPrimaryContext, () => ({ js: '$.typeToken("void")', type: 'Type', nonNull: true })),
  entry(Apex.IdPrimaryContext, (emitter, node) =>
    asValue(emitter, resolveIdentifier(emitter, node.id().getText(), node), node),
  ),
  entry(Apex.SoqlPrimaryContext, (emitter, node) => query(emitter, node.soqlLiteral().query())),
  entry(Apex.SoslPrimaryContext, (emitter, node) => search(emitter, node.soslLiteral())),
]);

function primary(emitter: Emitter, node: PrimaryContext): Expression {
  const visit = PRIMARIES.get(node.constructor as NodeClass);
  if (!visit) fail(`Expressions of kind ${node.constructor.name} are not supported by the local org`, node);
  return visit(emitter, node, null);
}

function asValue(emitter: Emitter, found: Operand, node: ExpressionContext | PrimaryContext): Expression {
  if (found.kind === 'value') return found.value;
  return fail(`Variable does not exist: ${found.path.join('.')}`, node);
}

/** Left side of a dot: a value, or a name that leads on. */
function operand(emitter: Emitter, node: ExpressionContext): Operand {
  if (node instanceof Apex.PrimaryExpressionContext) {
    const inner = node.primary();
    if (inner instanceof Apex.IdPrimaryContext) return resolveIdentifier(emitter, inner.id().getText(), inner);
  }
  if (!(node instanceof Apex.DotExpressionContext)) return { kind: 'value', value: emitter.chain(node) };
  const type = shadowedType(emitter, node);
  if (type === null) return member(emitter, node, null);
  try {
    return member(emitter, node, null);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    try {
      return member(emitter, node, type);
    } catch {
      throw error;
    }
  }
}

/** The type that a variable of the same name hides: where the variable has no such member, the type is meant. */
function shadowedType(emitter: Emitter, node: InstanceType<typeof Apex.DotExpressionContext>): Operand | null {
  const left = node.expression();
  if (!(left instanceof Apex.PrimaryExpressionContext)) return null;
  const inner = left.primary();
  if (!(inner instanceof Apex.IdPrimaryContext)) return null;
  const name = inner.id().getText();
  const type = emitter.world.resolvePath([name], emitter.model);
  return type === null ? null : { kind: 'type', type, path: [name] };
}

function member(emitter: Emitter, node: InstanceType<typeof Apex.DotExpressionContext>, as: Operand | null): Operand {
  const call = node.dotMethodCall() as DotMethodCallContext | null;
  if (as !== null) {
    if (call) return { kind: 'value', value: dotCall(emitter, as, call) };
    const id = node.anyId() as AnyIdContext;
    return resolveMember(emitter, as, id.getText(), id);
  }
  const left = guarded(emitter, operand(emitter, node.expression()), Boolean(node.QUESTIONDOT()), node);
  if (call) return { kind: 'value', value: dotCall(emitter, left, call) };
  const id = node.anyId() as AnyIdContext;
  return resolveMember(emitter, left, id.getText(), id);
}

/** `?.` puts the receiver into a temporary and ends the chain with null where it is null. */
function guarded(emitter: Emitter, left: Operand, isSafe: boolean, node: ExpressionContext): Operand {
  if (!isSafe) return left;
  if (left.kind !== 'value') fail(`Variable does not exist: ${left.path.join('.')}`, node);
  const { value } = left;
  const name = emitter.temporary();
  const row = value.query ? `$.onlyRowOrNull(${value.js})` : value.js;
  const type = value.query ? elementOf(value.type) : value.type;
  return {
    kind: 'value',
    value: { js: name, type, nonNull: true, guards: `${value.guards ?? ''}(${name}=${row})==null?null:` },
  };
}

function arrayAccess(emitter: Emitter, node: InstanceType<typeof Apex.ArrayExpressionContext>): Expression {
  const [listNode, indexNode] = node.expression_list();
  const list = emitter.chain(listNode!);
  if (typeParts(list.type).base !== 'List') fail(`Expression must be a list type: ${list.type}`, listNode!);
  const index = emitter.expression(indexNode!);
  if (index.type !== 'Integer') fail(`List index must be of type Integer: ${index.type}`, indexNode!);
  const parts = [checked(list), index.js];
  return {
    js: `${parts[0]}.get(${parts[1]})`,
    type: elementOf(list.type),
    place: {
      parts,
      read: ([on, at]) => `${on}.get(${at})`,
      write: ([on, at], value) => `$.setAt(${on},${at},${value})`,
    },
    ...(list.guards === undefined ? {} : { guards: list.guards }),
  };
}

function cast(emitter: Emitter, node: InstanceType<typeof Apex.CastExpressionContext>): Expression {
  const type = emitter.type(node.typeRef());
  const value = emitter.expression(node.expression(), type);
  if (value.query && emitter.world.isRecordType(type)) return { js: `$.onlyRow(${value.js})`, type };
  if (isNumeric(value.type) && isNumeric(type))
    return { js: value.type === type ? value.js : `$.castNumber(${value.js},${JSON.stringify(type)})`, type };
  if (!castable(emitter.world, value.type, type))
    fail(`Incompatible types since an instance of ${value.type} is never an instance of ${type}`, node);
  if (distance(emitter.world, value.type, type) !== null && !isNarrowing(value.type, type)) {
    return { js: conversion(value.js, value.type, type), type, ...(value.nonNull ? { nonNull: true } : {}) };
  }
  return { js: `$.cast(${value.js},${JSON.stringify(type)})`, type };
}

/** Collections convert freely while compiling but are checked while running. */
const isNarrowing = (from: string, to: string): boolean => from !== to && from.includes('<') && to !== 'Object';

function instanceOf(emitter: Emitter, node: InstanceType<typeof Apex.InstanceOfExpressionContext>): Expression {
  const type = emitter.type(node.typeRef());
  const value = emitter.expression(node.expression());
  if (!castable(emitter.world, value.type, type)) {
    fail(
      `Operation instanceof is always false since an instance of ${value.type} is never an instance of ${type}`,
      node,
    );
  }
  return { js: `$.isInstance(${value.js},${JSON.stringify(type)})`, type: 'Boolean', nonNull: true };
}

function not(emitter: Emitter, node: InstanceType<typeof Apex.NegExpressionContext>): Expression {
  const value = emitter.expression(node.expression());
  if (node.BANG()) {
    if (value.type !== 'Boolean') fail('! operator can only be applied to boolean expressions', node);
    return { js: `!${checked(value)}`, type: 'Boolean', nonNull: true };
  }
  if (value.type !== 'Integer' && value.type !== 'Long') fail(`Invalid type for bitwise negate: ${value.type}`, node);
  return { js: `(~${checked(value)})`, type: value.type, nonNull: true };
}

function coalesce(
  emitter: Emitter,
  node: InstanceType<typeof Apex.CoalExpressionContext>,
  expected: string | null,
): Expression {
  const [leftNode, rightNode] = node.expression_list();
  const left = emitter.expression(leftNode!, expected);
  const right = emitter.expression(rightNode!, expected);
  const isRow = left.query && emitter.world.isRecordType(right.type);
  const first: Expression = isRow ? { js: `$.onlyRowOrNull(${left.js})`, type: elementOf(left.type) } : left;
  const type = commonType(emitter, first.type, right.type);
  if (type === null) fail(`Incompatible types in null coalescing operator: ${first.type}, ${right.type}`, node);
  const js = `(${emitter.assign(first, type, leftNode!)}??${emitter.assign(right, type, rightNode!)})`;
  return { js, type, ...(right.nonNull ? { nonNull: true } : {}) };
}

function ternary(
  emitter: Emitter,
  node: InstanceType<typeof Apex.CondExpressionContext>,
  expected: string | null,
): Expression {
  const [conditionNode, leftNode, rightNode] = node.expression_list();
  const condition = emitter.condition(conditionNode!);
  const left = rowWhereExpected(emitter, emitter.expression(leftNode!, expected), expected);
  const right = rowWhereExpected(emitter, emitter.expression(rightNode!, expected), expected);
  const type = commonType(emitter, left.type, right.type);
  if (type === null) fail(`Incompatible types in ternary operator: ${left.type}, ${right.type}`, node);
  const js = `(${condition}?${emitter.assign(left, type, leftNode!)}:${emitter.assign(right, type, rightNode!)})`;
  return { js, type, ...(left.nonNull && right.nonNull ? { nonNull: true } : {}) };
}

function rowWhereExpected(emitter: Emitter, value: Expression, expected: string | null): Expression {
  if (!value.query || expected === null || !emitter.world.isRecordType(expected)) return value;
  return { js: `$.onlyRow(${value.js})`, type: elementOf(value.type) };
}
