/** Method calls. */
import type { DotMethodCallContext, MethodCallContext } from '@apexdevtools/apex-parser';
import type { ClassModel, MethodModel } from '../../declare/model.ts';
import { hasAnnotation } from '../../declare/modifiers.ts';
import { fail } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import type { Emitter } from '../emitter.ts';
import { checked } from '../expression.ts';
import type { Expression, Operand } from '../expression.ts';
import { compileArguments, convertArguments, resolveOverload, typesOf } from './arguments.ts';
import { constructorCall, superConstructor } from './constructor-call.ts';
import { isVisible } from './field.ts';
import { oneRow } from './name.ts';
import { platformMethods } from './platform.ts';
import type { FoundMethod } from './platform.ts';
import { settingCall } from './setting.ts';
import { bindsVariables, variables } from './variables.ts';

function signature(name: string, args: readonly Expression[]): string {
  return `void ${name}(${args.map((arg) => (arg.type === 'null' ? 'Object' : arg.type)).join(', ')})`;
}

/** `name(args)`, `this(args)`, `super(args)`. */
export function ownCall(emitter: Emitter, node: MethodCallContext): Expression {
  const args = compileArguments(emitter, node.expressionList());
  if (node.THIS()) return constructorCall(emitter, emitter.model, args, node);
  if (node.SUPER()) return superConstructor(emitter, args, node);
  const name = node.id().getText();
  for (let model: ClassModel | null = emitter.model; model; model = model.outer) {
    const isOuter = model !== emitter.model;
    const candidates = emitter.world.findMethods(model, name).filter((each) => !isOuter || each.modifiers.isStatic);
    const call = resolveOverload(emitter, candidates, parameterTypes, args);
    if (call) return userCall(emitter, call.found, null, call.args, node);
    if (!isOuter) {
      const inherited = platformCall(emitter, { js: 'this', type: model.name, nonNull: true }, name, args);
      if (inherited && !emitter.shape.isStatic) return inherited;
    }
  }
  return fail(
    `Method does not exist or incorrect signature: ${signature(name, args)} from the type ${emitter.model.name}`,
    node,
  );
}

const parameterTypes = (method: MethodModel): string[] => method.parameters.map((each) => each.type);

/** Call of a method that Apex code defines; `receiver` is `null` for the own instance and for statics. */
function userCall(
  emitter: Emitter,
  method: MethodModel,
  receiver: Expression | null,
  args: readonly Expression[],
  node: Located,
): Expression {
  const { owner, modifiers } = method;
  if (!isVisible(emitter, owner, modifiers.visibility, hasAnnotation(modifiers, 'testvisible'))) {
    fail(
      `Method is not visible: ${method.returnType} ${owner.name}.${method.name}(${parameterTypes(method).join(', ')})`,
      node,
    );
  }
  const given = convertArguments(args, parameterTypes(method)).join(',');
  const key = JSON.stringify(method.js);
  if (modifiers.isStatic) {
    if (hasAnnotation(modifiers, 'future'))
      return { js: `$.future(${JSON.stringify(owner.name)},${JSON.stringify(method.name)},[${given}])`, type: 'void' };
    return { js: `${emitter.unit.classReference(owner)}[${key}](${given})`, type: method.returnType };
  }
  if (receiver === null && emitter.shape.isStatic) {
    fail(
      `Non static method cannot be referenced from a static context: ${method.returnType} ${owner.name}.${method.name}(${parameterTypes(method).join(', ')})`,
      node,
    );
  }
  if (receiver?.isSuper && modifiers.isAbstract)
    fail(`Abstract method cannot be called directly: ${method.name}`, node);
  const on = receiver === null ? 'this' : receiver.isSuper ? 'super' : checked(receiver);
  return {
    js: `${on}[${key}](${given})`,
    type: method.returnType,
    ...(receiver?.guards === undefined ? {} : { guards: receiver.guards }),
  };
}

/** `left.name(args)`. */
export function dotCall(emitter: Emitter, left: Operand, node: DotMethodCallContext): Expression {
  const name = node.anyId().getText();
  if (left.kind === 'value') return instanceCall(emitter, left.value, name, node);
  const args = compileArguments(emitter, node.expressionList());
  if (left.kind === 'type') return staticCall(emitter, left.type, name, args, node);
  return fail(`Variable does not exist: ${left.path.join('.')}`, node);
}

function instanceCall(emitter: Emitter, given: Expression, name: string, node: DotMethodCallContext): Expression {
  if (name.toLowerCase() === 'adderror' && given.recordField) return fieldError(emitter, given, node);
  const args = compileArguments(emitter, node.expressionList());
  const user = emitter.world.userClass(given.type);
  if (user) {
    const candidates = emitter.world.findMethods(user, name);
    const call = resolveOverload(emitter, candidates, parameterTypes, args);
    const method = call?.found;
    if (method?.modifiers.isStatic) {
      fail(
        `Static method cannot be referenced from a non static context: ${method.returnType} ${user.name}.${method.name}(${parameterTypes(method).join(', ')})`,
        node,
      );
    }
    if (call) return userCall(emitter, call.found, given, call.args, node);
    if (name.toLowerCase() === 'clone' && args.length === 0 && user.kind === 'class') return copyOf(given);
  }
  const found =
    platformCall(emitter, given, name, args) ?? (given.query ? platformCall(emitter, oneRow(given), name, args) : null);
  if (found) return found;
  return unknownMethod(emitter, given.type, name, args, node);
}

/** `clone()`, which every object has: the same values in a new instance. */
function copyOf(given: Expression): Expression {
  const guards = given.guards === undefined ? {} : { guards: given.guards };
  return { js: `$.copyInstance(${checked(given)})`, type: given.type, ...guards };
}

function unknownMethod(
  emitter: Emitter,
  type: string,
  name: string,
  args: readonly Expression[],
  node: Located,
): never {
  const known = platformMethods(emitter.world, type, name);
  if (emitter.world.platform(type) && !emitter.world.userClass(type) && known.length === 0) {
    fail(`${type}.${name}(${typesOf(args).join(', ')}) is not supported by the local org`, node);
  }
  return fail(`Method does not exist or incorrect signature: ${signature(name, args)} from the type ${type}`, node);
}

function choosePlatform(
  emitter: Emitter,
  type: string,
  name: string,
  args: readonly Expression[],
  isStatic: boolean,
): { readonly found: FoundMethod; readonly args: readonly Expression[] } | undefined {
  const candidates = platformMethods(emitter.world, type, name).filter((each) => each.method.isStatic === isStatic);
  return resolveOverload(emitter, candidates, (each) => each.parameters, args);
}

/** Call of a platform instance method, or `null` when the type has none that fits. */
function platformCall(
  emitter: Emitter,
  receiver: Expression,
  name: string,
  args: readonly Expression[],
): Expression | null {
  const call = choosePlatform(emitter, receiver.type, name, args, false);
  if (!call) return null;
  const { found } = call;
  const guards = receiver.guards === undefined ? {} : { guards: receiver.guards };
  const given = convertArguments(call.args, found.parameters);
  const on = receiver.isSuper ? 'this' : checked(receiver);
  const type = resultType(emitter, receiver.type, name, found.returnType);
  emitter.unit.mention(type);
  if (found.isAbstract)
    return { js: `$.invoke(${on},${JSON.stringify(found.method.name)},[${given.join(',')}])`, type, ...guards };
  const member = emitter.unit.member(found.owner, found.method.key);
  return { js: `${member}(${[on, ...given].join(',')})`, type, ...guards };
}

/** Methods whose result has the receiver's own type where the table can only say the general one. */
function resultType(emitter: Emitter, receiver: string, name: string, declared: string): string {
  const lower = name.toLowerCase();
  if (lower === 'clone' && emitter.world.isRecordType(receiver)) return receiver;
  if ((lower === 'clone' || lower === 'deepclone') && receiver.includes('<')) return receiver;
  return declared;
}

function staticCall(
  emitter: Emitter,
  type: string,
  name: string,
  args: readonly Expression[],
  node: Located,
): Expression {
  const { world } = emitter;
  const user = world.userClass(type);
  if (user) {
    if (user.kind === 'enum') return enumCall(emitter, user, name, args, node);
    const call = resolveOverload(emitter, world.findMethods(user, name), parameterTypes, args);
    const method = call?.found;
    if (call && method && !method.modifiers.isStatic) {
      const isOwn =
        !emitter.shape.isStatic && (emitter.model === user || world.supertypes(emitter.model.name).has(user.name));
      if (isOwn) return userCall(emitter, method, null, call.args, node);
      fail(
        `Non static method cannot be referenced from a static context: ${method.returnType} ${user.name}.${method.name}(${parameterTypes(method).join(', ')})`,
        node,
      );
    }
    if (call) return userCall(emitter, call.found, null, call.args, node);
    return fail(`Method does not exist or incorrect signature: ${signature(name, args)} from the type ${type}`, node);
  }
  const setting = settingCall(emitter, type, name, args);
  if (setting) return setting;
  const object = world.object(type);
  if (object && name.toLowerCase() === 'getsobjecttype' && args.length === 0)
    return { js: `$.sobjectType(${JSON.stringify(object.name)})`, type: 'Schema.SObjectType', nonNull: true };
  const call = choosePlatform(emitter, type, name, args, true);
  if (!call) return platformEnumCall(emitter, type, name, args) ?? unknownMethod(emitter, type, name, args, node);
  const { found } = call;
  emitter.unit.mention(found.returnType);
  const member = emitter.unit.member(found.owner, found.method.key);
  const isQuery = found.owner === 'Database' && /^query/i.test(name) && found.returnType === 'List<SObject>';
  const js = `${member}(${convertArguments(call.args, found.parameters).join(',')})`;
  return {
    js: bindsVariables(found) ? `$.withVariables(${variables(emitter, node)},()=>${js})` : js,
    type: found.returnType,
    ...(isQuery ? { query: true } : {}),
  };
}

function platformEnumCall(
  emitter: Emitter,
  type: string,
  name: string,
  args: readonly Expression[],
): Expression | undefined {
  const platform = emitter.world.platform(type);
  if (platform?.type.kind !== 'enum') return undefined;
  const all = emitter.unit.constant(`$.platformEnum(${JSON.stringify(platform.name)})`);
  return enumMember(all, platform.name, name, args);
}

function enumCall(
  emitter: Emitter,
  model: ClassModel,
  name: string,
  args: readonly Expression[],
  node: Located,
): Expression {
  const found = enumMember(emitter.unit.classReference(model), model.name, name, args);
  return (
    found ??
    fail(`Method does not exist or incorrect signature: ${signature(name, args)} from the type ${model.name}`, node)
  );
}

function enumMember(table: string, type: string, name: string, args: readonly Expression[]): Expression | undefined {
  const lower = name.toLowerCase();
  if (lower === 'values' && args.length === 0)
    return { js: `$.enumValues(${table},${JSON.stringify(type)})`, type: `List<${type}>`, nonNull: true };
  if (lower === 'valueof' && args.length === 1)
    return { js: `$.enumValueOf(${table},${JSON.stringify(type)},${args[0]!.js})`, type };
  return undefined;
}

/** `record.Field.addError(message)`. */
function fieldError(emitter: Emitter, given: Expression, node: DotMethodCallContext): Expression {
  if (given.guards !== undefined)
    fail('Safe navigation operator is not allowed between SObject field and addError', node);
  const args = compileArguments(emitter, node.expressionList());
  const { record, field } = given.recordField!;
  return { js: `$.fieldError(${record},${JSON.stringify(field)},${args[0]?.js ?? 'null'})`, type: 'void' };
}
