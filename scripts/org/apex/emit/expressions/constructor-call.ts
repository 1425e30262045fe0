/** Constructor calls: `new`, `this(...)`, `super(...)`, and the constructors that exceptions have built in. */
import { constructorName, fieldsName } from '../../declare/members.ts';
import type { ClassModel } from '../../declare/model.ts';
import { hasAnnotation } from '../../declare/modifiers.ts';
import { fail } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import { distance } from '../../type/conversion.ts';
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';
import { convertArguments, resolveOverload, typesOf } from './arguments.ts';
import { isVisible } from './field.ts';

/** `super(...)`. */
export function superConstructor(emitter: Emitter, args: readonly Expression[], node: Located): Expression {
  const parent = emitter.world.superModel(emitter.model);
  if (parent) return constructorCall(emitter, parent, args, node);
  if (emitter.model.superclass === null) {
    if (args.length === 0) return { js: 'undefined', type: 'void' };
    fail(`No super type defined: ${emitter.model.name}`, node);
  }
  return { js: `$.initException(this,[${args.map((arg) => arg.js).join(',')}])`, type: 'void' };
}

/** `this(...)`, `super(...)` and `new`: the constructor method on an object that exists already. */
export function constructorCall(
  emitter: Emitter,
  model: ClassModel,
  args: readonly Expression[],
  node: Located,
  target = 'this',
): Expression {
  const call = resolveOverload(
    emitter,
    model.constructors,
    (each) => each.parameters.map((parameter) => parameter.type),
    args,
  );
  if (call) {
    const { found } = call;
    if (!isVisible(emitter, model, found.modifiers.visibility, hasAnnotation(found.modifiers, 'testvisible'))) {
      fail(`Constructor is not visible: void ${model.name}(${typesOf(args).join(', ')})`, node);
    }
    const given = convertArguments(
      call.args,
      found.parameters.map((each) => each.type),
    );
    return { js: `${target}[${JSON.stringify(found.js)}](${given.join(',')})`, type: model.name, nonNull: true };
  }
  const builtIn =
    emitter.world.isException(model.name) && model.constructors.every((each) => each.parameters.length !== args.length);
  if (builtIn && fitsException(emitter, args)) {
    const made =
      model.constructors.length === 0
        ? `[${JSON.stringify(constructorName(model, []))}]()`
        : initialisedFields(emitter, model);
    return {
      js: `$.initException(${target}${made},[${args.map((arg) => arg.js).join(',')}])`,
      type: model.name,
      nonNull: true,
    };
  }
  if (model.constructors.length === 0 && args.length === 0) {
    return { js: `${target}[${JSON.stringify(constructorName(model, []))}]()`, type: model.name, nonNull: true };
  }
  return fail(`Constructor not defined: [${model.name}].<Constructor>(${typesOf(args).join(', ')})`, node);
}

/** Calls of the field initialisers of a class and its user superclasses, outermost last. */
export function initialisedFields(emitter: Emitter, model: ClassModel): string {
  const parent = emitter.world.superModel(model);
  return `${parent ? initialisedFields(emitter, parent) : ''}[${JSON.stringify(fieldsName(model))}]()`;
}

/** The built-in constructors of exceptions: (), (String), (Exception), (String, Exception). */
function fitsException(emitter: Emitter, args: readonly Expression[]): boolean {
  const isText = (at: number): boolean => distance(emitter.world, args[at]!.type, 'String') !== null;
  const isCause = (at: number): boolean => args[at]!.type === 'null' || emitter.world.isException(args[at]!.type);
  if (args.length === 0) return true;
  if (args.length === 1) return isText(0) || isCause(0);
  return args.length === 2 && isText(0) && isCause(1);
}
