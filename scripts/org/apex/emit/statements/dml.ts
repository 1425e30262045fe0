/** DML statements and System.runAs. */
import type {
  AccessLevelContext,
  ExpressionContext,
  MergeStatementContext,
  QualifiedNameContext,
  RunAsStatementContext,
  UpsertStatementContext,
} from '@apexdevtools/apex-parser';
import { fail } from '../../problems.ts';
import { elementOf, typeParts } from '../../type/text.ts';
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';

interface DmlNode {
  readonly start: ExpressionContext['start'];
  expression(): ExpressionContext;
  accessLevel(): AccessLevelContext | null;
}

const mode = (level: AccessLevelContext | null): string => (level?.USER() ? '"user"' : '"system"');

/** Object of a record or list of records; `SObject` where generic. */
function recordType(emitter: Emitter, value: Expression, node: ExpressionContext): string {
  const type = typeParts(value.type).base === 'List' ? elementOf(value.type) : value.type;
  if (!emitter.world.isRecordType(type) || type === 'AggregateResult')
    fail(`DML requires SObject or SObject list type: ${value.type}`, node);
  return type;
}

export function simpleDml(operation: 'insert' | 'update' | 'delete' | 'undelete') {
  return (emitter: Emitter, node: DmlNode): void => {
    const value = emitter.expression(node.expression());
    recordType(emitter, value, node.expression());
    emitter.line(node, `$.dml("${operation}",${value.js},${mode(node.accessLevel())});`);
  };
}

export function upsert(emitter: Emitter, node: UpsertStatementContext): void {
  const value = emitter.expression(node.expression());
  const type = recordType(emitter, value, node.expression());
  const key = node.qualifiedName() as QualifiedNameContext | null;
  emitter.line(
    node,
    `$.dml("upsert",${value.js},${mode(node.accessLevel())}${key ? `,${externalId(emitter, type, key)}` : ''});`,
  );
}

function externalId(emitter: Emitter, type: string, key: QualifiedNameContext): string {
  if (type === 'SObject') fail('Upsert with a field specification requires a concrete SObject type', key);
  const name = key.id_list().at(-1)!.getText();
  const field = emitter.world.schema.requireObject(type).field(name);
  if (!field || (!field.externalId && field.type !== 'id' && !field.unique && !field.isNameField)) {
    fail(`Invalid field for upsert, must be an External Id custom or standard indexed field: ${name}`, key);
  }
  return JSON.stringify(field.name);
}

export function merge(emitter: Emitter, node: MergeStatementContext): void {
  const [masterNode, otherNode] = node.expression_list();
  const master = emitter.expression(masterNode!);
  if (!emitter.world.isRecordType(master.type) || master.type === 'SObject')
    fail(`Merge requires a concrete SObject type: ${master.type}`, masterNode!);
  const other = emitter.expression(otherNode!);
  emitter.line(node, `$.merge(${master.js},${other.js},${mode(node.accessLevel())});`);
}

/** The block runs as a closure; a `return` in it hands its value out in a list of one. */
export function runAs(emitter: Emitter, node: RunAsStatementContext): void {
  const list = node.expressionList();
  const users = list ? list.expression_list() : [];
  const user = users.length === 1 ? emitter.expression(users[0]!) : null;
  if (!user || (user.type !== 'User' && user.type !== 'Version'))
    fail("runAs requires a single argument of type 'User' or 'Version'", node);
  const result = emitter.freshName('result');
  const before = emitter.returnsThroughClosure;
  emitter.returnsThroughClosure = true;
  emitter.line(node, `const ${result}=$.runAs(${user.js},()=>{`);
  emitter.block(node.block());
  emitter.returnsThroughClosure = before;
  emitter.plain(`});if(${result}!==undefined)return ${before ? result : `${result}[0]`};`);
}
