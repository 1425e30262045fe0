/** Names: what a bare identifier and `a.b` stand for, in the platform's order of resolution. */
import type { ClassModel } from '../../declare/model.ts';
import { failMember } from '../../leniency.ts';
import { fail } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import type { Emitter } from '../emitter.ts';
import { checked } from '../expression.ts';
import type { Expression, Operand } from '../expression.ts';
import { fieldExpression } from './field.ts';
import { platformProperty } from './platform.ts';
import { readRecord } from './record.ts';
import { readTrigger } from './trigger.ts';

const value = (expression: Expression): Operand => ({ kind: 'value', value: expression });

/** A bare identifier: local, field, class, platform type, SObject, namespace. */
export function resolveIdentifier(emitter: Emitter, name: string, node: Located): Operand {
  const local = emitter.local(name);
  if (local) {
    const { js, type } = local;
    const write = (_: readonly string[], stored: string): string => {
      if (local.isFinal)
        fail(`Final members can only be assigned in their declaration, init blocks, or constructors: ${name}`, node);
      return `(${js}=${stored})`;
    };
    return value({ js, type, place: { parts: [], read: () => js, write } });
  }
  const field = findField(emitter, name);
  if (field) return value(fieldExpression(emitter, field, null, node));
  const type = emitter.world.resolvePath([name], emitter.model);
  if (type !== null) return { kind: 'type', type, path: [name] };
  if (SPECIAL.has(name.toLowerCase()) || emitter.world.isNamespace(name)) return { kind: 'namespace', path: [name] };
  return fail(`Variable does not exist: ${name}`, node);
}

/** Names that are no types but lead to values. */
const SPECIAL = new Set(['label', 'trigger']);

function findField(emitter: Emitter, name: string): ReturnType<Emitter['world']['findField']> {
  const own = emitter.world.findField(emitter.model, name);
  if (own) return own;
  for (let outer: ClassModel | null = emitter.model.outer; outer; outer = outer.outer) {
    const field = emitter.world.findField(outer, name);
    if (field?.modifiers.isStatic) return field;
  }
  return undefined;
}

/** `left.name`. */
export function resolveMember(emitter: Emitter, left: Operand, name: string, node: Located): Operand {
  if (left.kind === 'value') return value(memberOfValue(emitter, left.value, name, node));
  const path = [...left.path, name];
  const first = path[0]!.toLowerCase();
  const head = first === 'system' && path.length > 2 ? path[1]!.toLowerCase() : first;
  if (head === 'label') return label(emitter, path, node);
  if (head === 'trigger' && !emitter.world.classes.has('trigger')) return value(readTrigger(emitter, name, node));
  if (left.kind === 'type') {
    const member = memberOfType(emitter, left.type, name, node);
    if (member) return value(member);
  }
  const type = emitter.world.resolvePath(path, emitter.model);
  if (type !== null) return { kind: 'type', type, path };
  if (first === 'system' && name.toLowerCase() === 'label') return { kind: 'namespace', path };
  if (left.kind === 'namespace' && emitter.world.isNamespace(name)) return { kind: 'namespace', path };
  if (left.kind === 'type' && emitter.world.object(left.type))
    fail(`Field does not exist: ${name} on ${left.type}`, node);
  const message = `Variable does not exist: ${left.kind === 'namespace' ? left.path.join('.') : name}`;
  return left.kind === 'type' ? failMember(emitter.world, left.type, name, message, node) : fail(message, node);
}

function label(emitter: Emitter, path: readonly string[], node: Located): Operand {
  const name = path.at(-1)!;
  if (
    name.toLowerCase() === 'label' ||
    (name.toLowerCase() === emitter.world.schema.namespace?.toLowerCase() && path.length < 4)
  ) {
    return { kind: 'namespace', path: ['Label'] };
  }
  if (emitter.world.schema.label(name) === undefined) fail(`External string does not exist: ${name}`, node);
  return value({ js: `$.label(${JSON.stringify(name)})`, type: 'String', nonNull: true });
}

/** Static member of a type as a value, or `null` where the name may still be a type. */
function memberOfType(emitter: Emitter, type: string, name: string, node: Located): Expression | null {
  const user = emitter.world.userClass(type);
  if (user) return memberOfUserType(emitter, user, name, node);
  if (type === 'Schema.SObjectType' || type === 'SObjectType') return describeToken(emitter, name);
  const platform = emitter.world.platform(type);
  if (platform) {
    const constant = platform.type.values?.find((each) => each.toLowerCase() === name.toLowerCase());
    if (constant !== undefined)
      return { js: emitter.unit.enumConstant(platform.name, constant), type: platform.name, nonNull: true };
    const property = platformProperty(emitter, type, name, true);
    if (property) {
      const js = `${emitter.unit.property(property.owner, property.key, 'get')}()`;
      const place = property.writable
        ? {
            parts: [],
            read: () => js,
            write: (_: readonly string[], stored: string) =>
              `${emitter.unit.property(property.owner, property.key, 'set')}(${stored})`,
          }
        : undefined;
      return { js, type: property.type, ...(place ? { place } : {}) };
    }
  }
  const object = emitter.world.object(type);
  if (!object) return null;
  const lower = name.toLowerCase();
  if (lower === 'sobjecttype') {
    const js = `$.sobjectType(${JSON.stringify(object.name)})`;
    return { js, type: 'Schema.SObjectType', nonNull: true, describes: object.name };
  }
  const field = object.field(name);
  if (field) {
    return {
      js: `$.sobjectField(${JSON.stringify(object.name)},${JSON.stringify(field.name)})`,
      type: 'Schema.SObjectField',
      nonNull: true,
    };
  }
  return null;
}

/** `Schema.SObjectType.License__c`. */
function describeToken(emitter: Emitter, name: string): Expression | null {
  const object = emitter.world.schema.object(name);
  if (!object) return null;
  return {
    js: `$.describeObject(${JSON.stringify(object.name)})`,
    type: 'Schema.DescribeSObjectResult',
    nonNull: true,
    describes: object.name,
  };
}

function memberOfUserType(emitter: Emitter, user: ClassModel, name: string, node: Located): Expression | null {
  if (user.kind === 'enum') {
    const constant = user.constants.find((each) => each.toLowerCase() === name.toLowerCase());
    if (constant === undefined) fail(`Variable does not exist: ${name}`, node);
    return { js: `${emitter.unit.classReference(user)}.${constant}`, type: user.name, nonNull: true };
  }
  const field = emitter.world.findField(user, name);
  if (!field) return null;
  if (!field.modifiers.isStatic) {
    if (
      emitter.world.sameFile(emitter.model, user) &&
      !emitter.shape.isStatic &&
      emitter.world.findField(emitter.model, name) === field
    ) {
      return fieldExpression(emitter, field, null, node);
    }
    fail(`Non static field cannot be referenced from a static context: ${field.name} from the type ${user.name}`, node);
  }
  return fieldExpression(emitter, field, null, node);
}

/** `value.name`. */
export function memberOfValue(emitter: Emitter, receiver: Expression, name: string, node: Located): Expression {
  const { world } = emitter;
  if (receiver.query) return memberOfValue(emitter, oneRow(receiver), name, node);
  if (receiver.describes !== undefined) return memberOfDescribe(emitter, receiver, name, node);
  const user = world.userClass(receiver.type);
  if (user) {
    const field = world.findField(user, name);
    if (field && field.modifiers.isStatic)
      fail(`Static field cannot be referenced from a non static context: ${name} from the type ${user.name}`, node);
    if (field) return fieldExpression(emitter, field, receiver, node);
  }
  if (world.isRecordType(receiver.type)) return readRecord(emitter, receiver, name, node);
  const property = platformProperty(emitter, receiver.type, name, false);
  if (property) {
    const read = `${emitter.unit.property(property.owner, property.key, 'get')}`;
    const write = property.writable ? emitter.unit.property(property.owner, property.key, 'set') : null;
    return {
      js: `${read}(${checked(receiver)})`,
      type: property.type,
      ...(receiver.guards === undefined ? {} : { guards: receiver.guards }),
      ...(write === null
        ? {}
        : {
            place: {
              parts: [checked(receiver)],
              read: ([each]) => `${read}(${each})`,
              write: ([each], stored) => `$.set(${write},${each},${stored})`,
            },
          }),
    };
  }
  if (!user && world.platform(receiver.type)) fail(`${receiver.type}.${name} is not supported by the local org`, node);
  return failMember(world, receiver.type, name, `Variable does not exist: ${name}`, node);
}

/** An inline query where one record is meant. */
export function oneRow(receiver: Expression): Expression {
  const type = receiver.type.slice('List<'.length, -1);
  const js = `$.onlyRow(${receiver.js})`;
  return { js, type, ...(receiver.guards === undefined ? {} : { guards: receiver.guards }) };
}

/** `License__c.SObjectType.fields.Status__c`: the token of the field. */
function memberOfToken(emitter: Emitter, receiver: Expression, name: string, node: Located): Expression {
  const object = emitter.world.schema.requireObject(receiver.describes!);
  if (!receiver.describesFields) {
    if (name.toLowerCase() === 'fields') return { ...receiver, describesFields: true };
    return memberOfValue(emitter, { js: receiver.js, type: receiver.type, nonNull: true }, name, node);
  }
  const field = object.field(name);
  if (!field) fail(`Field does not exist: ${name} on ${object.name}`, node);
  const js = `$.sobjectField(${JSON.stringify(object.name)},${JSON.stringify(field.name)})`;
  return { js, type: 'Schema.SObjectField', nonNull: true };
}

/** `Schema.SObjectType.License__c.fields.Status__c`. */
function memberOfDescribe(emitter: Emitter, receiver: Expression, name: string, node: Located): Expression {
  const object = receiver.describes!;
  if (receiver.type === 'Schema.SObjectType') return memberOfToken(emitter, receiver, name, node);
  if (name.toLowerCase() === 'fields') {
    const property = platformProperty(emitter, receiver.type, name, false)!;
    const read = emitter.unit.property(property.owner, property.key, 'get');
    return { ...receiver, js: `${read}(${receiver.js})`, type: property.type, describesFields: true };
  }
  if (receiver.describesFields) {
    const field = emitter.world.schema.requireObject(object).field(name);
    if (!field) fail(`Field does not exist: ${name} on ${object}`, node);
    return {
      js: `$.describeField(${JSON.stringify(object)},${JSON.stringify(field.name)})`,
      type: 'Schema.DescribeFieldResult',
      nonNull: true,
    };
  }
  return memberOfValue(emitter, { js: receiver.js, type: receiver.type, nonNull: true }, name, node);
}
