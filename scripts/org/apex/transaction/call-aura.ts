/** Calls an @AuraEnabled method the way a Lightning component does: JSON parameters by name, JSON or an error back. */
import type { Id } from '../../types.ts';
import type { UserMethod } from '../contract.ts';
import { ApexException } from '../runtime/values/exception.ts';
import type { AuraOutcome, OrgState } from './contract.ts';
import { fromJson, toJson } from './json-values.ts';
import { runTransaction } from './run.ts';
import { describeError } from './uncaught.ts';

export function callAura(
  org: OrgState,
  className: string,
  methodName: string,
  params: Readonly<Record<string, unknown>>,
  userId: Id,
): AuraOutcome {
  try {
    return runTransaction(org, { userId, label: `aura ${className}.${methodName}` }, (transaction) => {
      const method = findMethod(org, className, methodName, userId);
      const args = method.parameters.map((one) => fromJson(params[one.name], one.type, transaction, 'aura'));
      const value = toJson(method.invoke(null, args), transaction, 'aura');
      const cacheable = auraAnnotation(method)?.arguments['cacheable']?.toLowerCase() === 'true';
      return { ok: true as const, value, cacheable };
    });
  } catch (error) {
    return { ok: false, error: auraError(error) };
  }
}

function auraAnnotation(method: UserMethod): UserMethod['annotations'][number] | undefined {
  return method.annotations.find((one) => one.name === 'auraenabled');
}

function findMethod(org: OrgState, className: string, methodName: string, userId: Id): UserMethod {
  const type = org.program.class(className);
  const method = type?.methods.find(
    (one) => one.isStatic && one.name.toLowerCase() === methodName.toLowerCase() && auraAnnotation(one) !== undefined,
  );
  if (type === undefined || method === undefined) {
    throw new ApexException(
      'NoAccessException',
      `Apex method ${className}.${methodName} is not there or not @AuraEnabled`,
    );
  }
  if (!org.rules.canAccessClass(userId, type.name)) {
    throw new ApexException('NoAccessException', `You do not have access to the Apex class named '${type.name}'.`);
  }
  return method;
}

/** Components see the message of an AuraHandledException, and type and message of every other exception. */
function auraError(error: unknown): Extract<AuraOutcome, { ok: false }>['error'] {
  const told = describeError(error);
  const handled = told.type === 'System.AuraHandledException';
  return {
    exceptionType: told.type,
    isUserDefinedException: told.isUser,
    message: handled ? ((error as ApexException).componentMessage ?? told.message) : told.message,
    stackTrace: handled ? '' : told.stackTrace,
  };
}
