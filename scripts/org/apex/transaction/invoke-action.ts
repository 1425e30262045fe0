/** Invocable actions by class name: one list of inputs in, one outcome per input out. */
import { OrgError } from '../../types.ts';
import type { Id } from '../../types.ts';
import type { UserMethod } from '../contract.ts';
import { ApexList, typeArguments } from '../runtime/values/collections.ts';
import type { InvocableOutcome, OrgState } from './contract.ts';
import { fromJson, toJson } from './json-values.ts';
import { runTransaction } from './run.ts';
import type { Transaction } from './transaction.ts';
import { errorText } from './uncaught.ts';

export function invokeAction(
  org: OrgState,
  name: string,
  inputs: readonly Readonly<Record<string, unknown>>[],
  userId: Id,
): InvocableOutcome[] {
  const method = findAction(org, name, userId);
  try {
    return runTransaction(org, { userId, label: `action ${name}` }, (transaction) =>
      run(transaction, name, method, inputs),
    );
  } catch (error) {
    const errors = [{ statusCode: 'UNKNOWN_EXCEPTION', message: errorText(error) }];
    return inputs.map(() => ({ actionName: name, isSuccess: false, outputValues: null, errors }));
  }
}

function findAction(org: OrgState, name: string, userId: Id): UserMethod {
  const type = org.program.class(name);
  const method = type?.methods.find(
    (one) => one.isStatic && one.annotations.some((each) => each.name === 'invocablemethod'),
  );
  if (type === undefined || method === undefined || !org.rules.canAccessClass(userId, type.name)) {
    throw new OrgError('NOT_FOUND', `Invocable action does not exist: ${name}`, { status: 404 });
  }
  return method;
}

function run(
  transaction: Transaction,
  name: string,
  method: UserMethod,
  inputs: readonly Readonly<Record<string, unknown>>[],
): InvocableOutcome[] {
  const parameter = method.parameters[0];
  const args: unknown[] = [];
  if (parameter !== undefined) {
    const element = typeArguments(parameter.type)[0] ?? 'Object';
    const isRequest = transaction.userClass(element) !== undefined;
    const values = inputs.map((input) =>
      fromJson(isRequest ? input : input[parameter.name], element, transaction, 'invocable'),
    );
    args.push(new ApexList(parameter.type, values));
  }
  const result = method.invoke(null, args);
  const outputs = result instanceof ApexList ? result.items : [];
  return inputs.map((_, index) => {
    const value = toJson(outputs[index] ?? null, transaction, 'invocable');
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const outputValues = value === null ? null : isObject ? (value as Record<string, unknown>) : { output: value };
    return { actionName: name, isSuccess: true, outputValues, errors: null };
  });
}
