/** `composite/tree/X`: new records with their children, all or nothing. */
import { OrgError } from '../../types.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { RecordError, SObjectRecord } from '../../store/record.ts';
import type { Call, Operation } from '../call.ts';
import { isObject, listOf, objectBody, objectOf as asObject, textOf } from '../json-body.ts';
import type { JsonObject } from '../json-body.ts';
import { json } from '../message.ts';
import { objectOfAttributes, readRecord } from '../record-input.ts';
import { errorJson } from '../save.ts';
import { objectOf } from './records.ts';

const MOST_RECORDS = 200;

interface Node {
  readonly referenceId: string;
  readonly object: ObjectSchema;
  readonly record: SObjectRecord;
  readonly parent?: { node: Node; field: string };
}

function readNodes(
  call: Call,
  inputs: readonly unknown[],
  object: ObjectSchema | null,
  parent: Node['parent'] | undefined,
  into: Node[],
): void {
  for (const entry of inputs) {
    const input = asObject(entry, 'records[]');
    const type = objectOfAttributes(call.hosted.org, input);
    if (object !== null && type.name !== object.name)
      throw new OrgError('INVALID_INPUT', `Include only records of type ${object.name}`);
    const attributes = input['attributes'] as JsonObject;
    const children = Object.entries(input).filter(([, value]) => isObject(value) && 'records' in value);
    const own = Object.fromEntries(
      Object.entries(input).filter(([name]) => !children.some(([child]) => child === name)),
    );
    const node: Node = {
      referenceId: textOf(attributes['referenceId'], 'attributes.referenceId'),
      object: type,
      record: readRecord(call.hosted.org, call.userId, type, own),
      ...(parent === undefined ? {} : { parent }),
    };
    into.push(node);
    for (const [name, value] of children) {
      const relation = type.childRelationship(name);
      if (relation === undefined)
        throw new OrgError('INVALID_FIELD', `No such relationship '${name}' on sobject of type ${type.name}`);
      readNodes(
        call,
        listOf((value as JsonObject)['records'], `${name}.records`),
        null,
        { node, field: relation.field },
        into,
      );
    }
  }
}

class TreeRefused extends Error {
  readonly results: readonly unknown[];
  constructor(results: readonly unknown[]) {
    super('A record of the tree was refused');
    this.results = results;
  }
}

/** Saves level by level, so that children know their parent's id. */
function saveNodes(call: Call, nodes: readonly Node[]): void {
  call.hosted.org.execute(call.userId, (transaction) => {
    let waiting = [...nodes];
    while (waiting.length > 0) {
      const ready = waiting.filter((node) => node.parent === undefined || node.parent.node.record.id !== null);
      const type = ready[0]?.object;
      const batch = ready.filter((node) => node.object === type);
      for (const node of batch)
        if (node.parent !== undefined) node.record.set(node.parent.field, node.parent.node.record.id);
      const results = transaction.dml(
        'insert',
        batch.map((node) => node.record),
        { allOrNone: false, mode: 'user', sharing: true },
      );
      const refused = batch.flatMap((node, index) => {
        const errors: readonly RecordError[] = results[index]?.errors ?? [];
        return results[index]?.success === true
          ? []
          : [{ referenceId: node.referenceId, errors: errors.map(errorJson) }];
      });
      if (refused.length > 0) throw new TreeRefused(refused);
      batch.forEach((node, index) => node.record.set('Id', results[index]?.id ?? null));
      waiting = waiting.filter((node) => !batch.includes(node));
    }
  });
}

export const createTree: Operation = (call) => {
  const nodes: Node[] = [];
  readNodes(call, listOf(objectBody(call.request)['records'], 'records'), objectOf(call), undefined, nodes);
  if (nodes.length > MOST_RECORDS)
    throw new OrgError('INVALID_INPUT', `The tree has more than ${MOST_RECORDS} records`);
  const names = new Set(nodes.map((node) => node.referenceId));
  if (names.size < nodes.length) throw new OrgError('INVALID_INPUT', 'Each referenceId must be unique within the tree');
  try {
    saveNodes(call, nodes);
  } catch (error) {
    if (error instanceof TreeRefused) return json({ hasErrors: true, results: error.results }, 400);
    throw error;
  }
  return json(
    { hasErrors: false, results: nodes.map((node) => ({ referenceId: node.referenceId, id: node.record.id })) },
    201,
  );
};
