/** `Test.createStub`: an instance whose methods all answer through a `StubProvider`. */
import type { PlatformType, UserClass, UserMethod } from '../contract.ts';
import { host } from '../host.ts';
import { invokeMethod } from '../invoke.ts';
import { TypeToken } from './type.ts';
import { ApexList } from './values/collections.ts';
import { requireArgument, throwException } from './values/exception.ts';
import type { NumberValue } from './values/operators.ts';
import { toDecimal, toDouble } from './values/operators.ts';

export const STUB_PROVIDER: PlatformType = {
  name: 'StubProvider',
  kind: 'interface',
  abstractMembers: ['Object handleMethodCall(Object,String,Type,List<Type>,List<String>,List<Object>)'],
};

type Instance = Record<string, unknown>;

/** Methods of a class and of everything above it, the most derived of each signature first. */
function methodsOf(type: UserClass): UserMethod[] {
  const found = new Map<string, UserMethod>();
  const line = [type, ...[...type.supertypes].map((name) => host().userClass(name))];
  for (const each of line) {
    for (const method of each?.methods ?? []) {
      if (method.isStatic || method.visibility === 'private') continue;
      const key = signatureOf(method);
      if (!found.has(key)) found.set(key, method);
    }
  }
  return [...found.values()];
}

/** Property that emitted code calls a method by. */
function signatureOf(method: UserMethod): string {
  return `${method.name}(${method.parameters.map((each) => each.type).join(',')})`.toLowerCase();
}

/** What the provider returned as the method's own type. */
function converted(value: unknown, type: string): unknown {
  if (value === null || value === undefined || type === 'void') return null;
  if (type === 'Decimal') return toDecimal(value as NumberValue);
  if (type === 'Double') return toDouble(value as NumberValue);
  return type === 'Long' && typeof value === 'number' ? BigInt(value) : value;
}

function answer(stub: unknown, provider: unknown, method: UserMethod, args: readonly unknown[]): unknown {
  const { parameters, returnType } = method;
  const types = parameters.map((each) => new TypeToken(each.type));
  const names = parameters.map((each) => each.name);
  const result = invokeMethod(provider, 'handleMethodCall', [
    stub,
    method.name,
    returnType === 'void' ? null : new TypeToken(returnType),
    new ApexList('List<Type>', types),
    new ApexList('List<String>', names),
    new ApexList('List<Object>', [...args]),
  ]);
  return converted(result, returnType);
}

/** No constructor runs; fields are null. Throws TypeException for what is no class of Apex code. */
export function createStub(type: TypeToken | null, provider: unknown): unknown {
  const name = requireArgument(type).type;
  requireArgument(provider);
  const user = host().userClass(name);
  if (user === undefined || user.kind === 'enum')
    return throwException('TypeException', `Type cannot be stubbed: ${name}`);
  const base = user.js as new () => Instance;
  const stub = new base();
  Object.defineProperty(stub, 'apexString', { value: () => `${name.split('.').at(-1)!}__sfdc_ApexStub:[]` });
  for (const method of methodsOf(user)) {
    Object.defineProperty(stub, signatureOf(method), {
      value: (...args: readonly unknown[]) => answer(stub, provider, method, args),
    });
  }
  return stub;
}
