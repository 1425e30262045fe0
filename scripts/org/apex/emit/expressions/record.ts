/** Fields, parents and children of records, typed by the schema. */
import type { FieldSchema, FieldType, ObjectSchema } from '../../../schema/model.ts';
import { TYPE_NAMES } from '../../runtime/values/raw.ts';
import { fail } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import type { Emitter } from '../emitter.ts';
import { checked } from '../expression.ts';
import type { Expression, Place } from '../expression.ts';

const TEXT_READ: ReadonlySet<FieldType> = new Set([
  'id',
  'reference',
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'picklist',
  'multipicklist',
  'combobox',
]);

interface FieldAccess {
  readonly type: string;
  /** Reader in `emit/support/fields.ts`; text needs no conversion. */
  readonly reader: 'readText' | 'readField';
}

const ID: FieldAccess = { type: 'Id', reader: 'readText' };

function accessOf(field: FieldSchema): FieldAccess {
  if (field.apexType !== undefined) return { type: field.apexType, reader: 'readField' };
  return { type: TYPE_NAMES[field.type], reader: TEXT_READ.has(field.type) ? 'readText' : 'readField' };
}

/** Object a parent relationship leads to; of several the user, who owns most records. */
export function parentObject(field: FieldSchema): string {
  return field.referenceTo.includes('User') ? 'User' : (field.referenceTo[0] ?? 'SObject');
}

/** Where a value for this member of a record goes, by name; `null` when the object has no such member. */
export function recordMember(
  object: ObjectSchema,
  name: string,
): { type: string; write(record: string, value: string): string } | null {
  const field = object.field(name);
  if (field) {
    return {
      type: accessOf(field).type,
      write: (record, value) => `$.writeField(${record},${JSON.stringify(field.name)},${value})`,
    };
  }
  const parent = object.parentRelationship(name);
  if (parent) {
    return {
      type: parentObject(parent),
      write: (record, value) => `$.writeParent(${record},${JSON.stringify(parent.relationshipName)},${value})`,
    };
  }
  return null;
}

/** `record.name`. */
export function readRecord(emitter: Emitter, receiver: Expression, name: string, node: Located): Expression {
  const type = receiver.type;
  if (type === 'SObject' || type === 'AggregateResult') {
    if (name.toLowerCase() === 'id') return fieldExpression(emitter, receiver, ID, 'Id');
    fail(`Field does not exist: ${name} on ${type}`, node);
  }
  const object = emitter.world.schema.requireObject(type);
  const field = object.field(name);
  if (field) return fieldExpression(emitter, receiver, accessOf(field), field.name);
  const parent = object.parentRelationship(name);
  if (parent) return parentExpression(emitter, receiver, parent);
  const child = object.childRelationship(name);
  if (child) {
    const js = `$.children(${checked(receiver)},${JSON.stringify(child.name)})`;
    return { js, type: `List<${child.childObject}>`, nonNull: true, ...guard(receiver) };
  }
  return fail(`Field does not exist: ${name} on ${type}`, node);
}

const guard = (receiver: Expression): Pick<Expression, 'guards'> =>
  receiver.guards === undefined ? {} : { guards: receiver.guards };

function fieldExpression(emitter: Emitter, receiver: Expression, access: FieldAccess, name: string): Expression {
  const key = JSON.stringify(name);
  const read = (record: string): string => `$.${access.reader}(${record},${key})`;
  const place: Place = {
    parts: [checked(receiver)],
    read: ([record]) => read(record!),
    write: ([record], value) => `$.writeField(${record},${key},${value})`,
  };
  return {
    js: throughParent(emitter, receiver, read),
    type: access.type,
    place,
    recordField: { record: checked(receiver), field: name },
    ...guard(receiver),
  };
}

/** A field behind an empty parent reads as null, other empty receivers throw. */
function throughParent(emitter: Emitter, receiver: Expression, read: (record: string) => string): string {
  if (!receiver.isParent) return read(checked(receiver));
  const held = emitter.temporary();
  return `((${held}=${receiver.js})===null?null:${read(held)})`;
}

function parentExpression(emitter: Emitter, receiver: Expression, field: FieldSchema): Expression {
  const key = JSON.stringify(field.relationshipName);
  const read = (record: string): string => `$.parent(${record},${key})`;
  const place: Place = {
    parts: [checked(receiver)],
    read: ([record]) => read(record!),
    write: ([record], value) => `$.writeParent(${record},${key},${value})`,
  };
  return {
    js: throughParent(emitter, receiver, read),
    type: parentObject(field),
    place,
    isParent: true,
    ...guard(receiver),
  };
}
