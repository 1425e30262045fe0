/** `switch on`: values, enum constants, SObject types. */
import type { SwitchStatementContext, WhenControlContext, WhenLiteralContext } from '@apexdevtools/apex-parser';
import { literalText } from '../../parse/literals.ts';
import { fail } from '../../problems.ts';
import type { Emitter } from '../emitter.ts';

const SWITCHABLE = new Set(['Integer', 'Long', 'String', 'Id']);

export function switchStatement(emitter: Emitter, node: SwitchStatementContext): void {
  const value = emitter.expression(node.expression());
  const { world } = emitter;
  const isEnum = enumConstants(emitter, value.type) !== null;
  if (!SWITCHABLE.has(value.type) && !isEnum && !world.isRecordType(value.type))
    fail(`${value.type} is not a valid switch expression type`, node);
  const held = emitter.freshName('switch');
  emitter.line(node, `{const ${held}=${value.js};`);
  const whens = node.whenControl_list();
  const seen = new Set<string>();
  for (const [at, when] of whens.entries()) {
    if (when.whenValue().ELSE() && at < whens.length - 1) fail("'when else' must be the last when block", when);
    emitter.scoped(() => {
      emitter.plain(`${at === 0 ? '' : '}else '}${condition(emitter, when, held, value.type, seen)}`, when);
      emitter.block(when.block());
    });
  }
  emitter.plain(whens.length > 0 ? '}}' : '}');
}

function enumConstants(emitter: Emitter, type: string): readonly string[] | null {
  const user = emitter.world.userClass(type);
  if (user) return user.kind === 'enum' ? user.constants : null;
  const platform = emitter.world.platform(type);
  return platform?.type.kind === 'enum' ? (platform.type.values ?? []) : null;
}

function condition(emitter: Emitter, when: WhenControlContext, held: string, type: string, seen: Set<string>): string {
  const value = when.whenValue();
  if (value.ELSE()) return '{';
  if (value.typeRef()) {
    const target = emitter.type(value.typeRef());
    const local = emitter.declare(value.id().getText(), target, value);
    return `if($.isInstance(${held},${JSON.stringify(target)})){let ${local.js}=${held};`;
  }
  const tests = value.whenLiteral_list().map((each) => {
    const js = whenLiteral(emitter, each, type);
    if (seen.has(js)) fail(`${each.getText()} occurs as more than one when branch for this switch statement`, each);
    seen.add(js);
    return js === 'null' ? `${held}===null` : type === 'Id' ? `$.equal(${held},${js})` : `${held}===${js}`;
  });
  return `if(${tests.join('||')}){`;
}

function whenLiteral(emitter: Emitter, node: WhenLiteralContext, type: string): string {
  const inner = node.whenLiteral() as WhenLiteralContext | null;
  if (inner) return whenLiteral(emitter, inner, type);
  const text = node.getText();
  if (node.NULL()) return 'null';
  if (node.StringLiteral() ?? node.MultilineStringLiteral()) {
    if (type !== 'String' && type !== 'Id')
      fail(
        `String value in 'when expression' cannot be implicitly converted to the ${type} type in switch expression`,
        node,
      );
    return JSON.stringify(literalText(text));
  }
  if (node.IntegerLiteral() ?? node.LongLiteral()) {
    if (type !== 'Integer' && type !== 'Long')
      fail(
        `Integer value in 'when expression' cannot be implicitly converted to the ${type} type in switch expression`,
        node,
      );
    const digits = text.replace(/l$/i, '').replace(/^\+/, '');
    return type === 'Long' ? `${digits}n` : digits;
  }
  return constant(emitter, node, type, text);
}

function constant(emitter: Emitter, node: WhenLiteralContext, type: string, text: string): string {
  const constants = enumConstants(emitter, type);
  if (constants) {
    if (text.includes('.')) fail("Enum value used in 'when expression' should be unqualified", node);
    const name = constants.find((each) => each.toLowerCase() === text.toLowerCase());
    if (name === undefined) fail(`Variable does not exist: ${text}`, node);
    const user = emitter.world.userClass(type);
    return user
      ? `${emitter.unit.classReference(user)}.${name}`
      : emitter.unit.enumConstant(emitter.world.platform(type)!.name, name);
  }
  const path = text.split('.');
  const owner =
    path.length > 1
      ? emitter.world.userClass(emitter.world.resolvePath(path.slice(0, -1), emitter.model) ?? '')
      : emitter.model;
  const field = owner && emitter.world.findField(owner, path.at(-1)!);
  if (!field?.modifiers.isStatic || !field.modifiers.isFinal)
    fail(`Field must be a static final constant: ${text}`, node);
  return `${emitter.unit.classReference(field.owner)}.$S().${field.js}`;
}
