/** `new`: objects, records, collections. */
import type {
  AssignExpressionContext,
  ClassCreatorRestContext,
  CreatorContext,
  ExpressionContext,
} from '@apexdevtools/apex-parser';
import { AssignExpressionContext as AssignExpression } from '@apexdevtools/apex-parser';
import { requireType } from '../../declare/members.ts';
import { createdReference } from '../../declare/type-reference.ts';
import { fail } from '../../problems.ts';
import { distance } from '../../type/conversion.ts';
import { elementOf, listOf, substitute, typeParts } from '../../type/text.ts';
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';
import { compileArguments, convertArguments, resolveOverload } from './arguments.ts';
import { constructorCall } from './constructor-call.ts';
import { recordMember } from './record.ts';

const COLLECTIONS = new Set(['List', 'Set', 'Map']);

export function create(emitter: Emitter, node: CreatorContext): Expression {
  const type = requireType(emitter.world, createdReference(node.createdName()), emitter.model, node);
  emitter.unit.mention(type);
  const array = node.arrayCreatorRest();
  if (array) {
    const size = array.expression() as ExpressionContext | null;
    if (size)
      return {
        js: `$.sizedList(${text(listOf(type))},${emitter.assign(emitter.expression(size), 'Integer', size)})`,
        type: listOf(type),
        nonNull: true,
      };
    return listLiteral(emitter, listOf(type), array.arrayInitializer()?.expression_list() ?? []);
  }
  const map = node.mapCreatorRest();
  if (map)
    return mapLiteral(
      emitter,
      type,
      map.mapCreatorRestPair_list().map((pair) => pair.expression_list()),
    );
  const items = node.setCreatorRest();
  if (items) {
    if (typeParts(type).base === 'List') return listLiteral(emitter, type, items.expression_list());
    const values = itemValues(emitter, type, items.expression_list());
    return { js: `new $.ApexSet(${text(type)},[${values}])`, type, nonNull: true };
  }
  if (node.noRest()) return empty(type);
  return construct(emitter, type, node.classCreatorRest(), node);
}

const text = (value: string): string => JSON.stringify(value);

function empty(type: string): Expression {
  return { js: `new $.Apex${typeParts(type).base}(${text(type)})`, type, nonNull: true };
}

function itemValues(emitter: Emitter, type: string, nodes: readonly ExpressionContext[]): string {
  const element = elementOf(type);
  return nodes
    .map((node) => {
      const value = emitter.expression(node, element);
      const js = emitter.convert(value, element);
      if (js === null)
        fail(`Initial expression is of incorrect type, expected: ${element} but was: ${value.type}`, node);
      return js;
    })
    .join(',');
}

function listLiteral(emitter: Emitter, type: string, nodes: readonly ExpressionContext[]): Expression {
  return { js: `new $.ApexList(${text(type)},[${itemValues(emitter, type, nodes)}])`, type, nonNull: true };
}

function mapLiteral(emitter: Emitter, type: string, pairs: readonly (readonly ExpressionContext[])[]): Expression {
  const [key, value] = typeParts(type).args;
  const entries = pairs.map(([keyNode, valueNode]) => {
    const left = emitter.expression(keyNode!);
    const leftJs = emitter.convert(left, key!);
    if (leftJs === null) fail(`Invalid key type ${left.type} for ${type}`, keyNode!);
    const right = emitter.expression(valueNode!, value!);
    const rightJs = emitter.convert(right, value!);
    if (rightJs === null) fail(`Invalid value type ${right.type} for ${type}`, valueNode!);
    return `[${leftJs},${rightJs}]`;
  });
  return { js: `new $.ApexMap(${text(type)},[${entries.join(',')}])`, type, nonNull: true };
}

function construct(emitter: Emitter, type: string, rest: ClassCreatorRestContext, node: CreatorContext): Expression {
  const list = rest.arguments().expressionList();
  const { world } = emitter;
  if (world.leniency?.isHollow(type) === true) fail(`Invalid type: ${type}`, node);
  const user = world.userClass(type);
  if (user) {
    if (user.kind !== 'class') fail(`Type cannot be constructed: ${type}`, node);
    if (user.modifiers.isAbstract) fail(`Abstract classes cannot be constructed: ${type}`, node);
    const args = compileArguments(emitter, list);
    return constructorCall(emitter, user, args, node, `new (${emitter.unit.classReference(user)})()`);
  }
  if (COLLECTIONS.has(typeParts(type).base))
    return collectionFrom(emitter, type, compileArguments(emitter, list), node);
  if (world.isRecordType(type)) return record(emitter, type, list ? list.expression_list() : [], node);
  const args = compileArguments(emitter, list);
  const platform = world.platform(type);
  const parameters = Object.fromEntries(
    (platform?.type.typeParameters ?? []).map((name, at) => [name, typeParts(type).args[at] ?? 'Object']),
  );
  const call = resolveOverload(
    emitter,
    platform?.constructors ?? [],
    (each) => each.parameters.map((parameter) => substitute(parameter, parameters)),
    args,
  );
  if (!platform || !call) {
    const shown = args.map((arg) => arg.type).join(', ');
    if (platform && platform.constructors.length === 0)
      fail(`new ${type}(${shown}) is not supported by the local org`, node);
    fail(`Constructor not defined: [${type}].<Constructor>(${shown})`, node);
  }
  const { found } = call;
  const given = convertArguments(
    call.args,
    found.parameters.map((parameter) => substitute(parameter, parameters)),
  );
  return { js: `${emitter.unit.constructorOf(platform.name, found.key)}(${given.join(',')})`, type, nonNull: true };
}

function collectionFrom(emitter: Emitter, type: string, args: readonly Expression[], node: CreatorContext): Expression {
  if (args.length === 0) return empty(type);
  const {
    base,
    args: [first, second],
  } = typeParts(type);
  const given = args[0]!;
  const source = typeParts(given.type);
  const fits = (element: string, target: string): boolean =>
    distance(emitter.world, element, target) !== null || element === 'SObject';
  if (args.length === 1 && base === 'List' && given.type === 'Integer')
    return { js: `$.sizedList(${text(type)},${given.js})`, type, nonNull: true };
  if (
    args.length === 1 &&
    base !== 'Map' &&
    ['List', 'Set', 'Iterable'].includes(source.base) &&
    fits(source.args[0]!, first!)
  ) {
    return { js: `$.collectionFrom(${text(type)},${given.js})`, type, nonNull: true };
  }
  if (args.length === 1 && base === 'Map') {
    const sameMap = source.base === 'Map' && fits(source.args[0]!, first!) && fits(source.args[1]!, second!);
    const rows =
      source.base === 'List' && emitter.world.isRecordType(source.args[0]!) && (first === 'Id' || first === 'String');
    if (sameMap || rows) return { js: `$.mapFrom(${text(type)},${given.js})`, type, nonNull: true };
  }
  const shown = args.map((arg) => arg.type).join(', ');
  if (base === 'List')
    return fail(
      `Invalid initializer type ${shown} found for ${type}: expected an Integer or a List of type ${first}`,
      node,
    );
  if (base === 'Set')
    return fail(
      `Invalid initializer type ${shown} found for ${type}: expected a List or a Set of type: ${first}`,
      node,
    );
  return fail(
    `Invalid initializer type ${shown} found for ${type}: expected a Map with the same key and value types, or a valid SObject List`,
    node,
  );
}

/** `new License__c(Status__c = 'Active', Package__r = new Package__c(...))`. */
function record(emitter: Emitter, type: string, nodes: readonly ExpressionContext[], node: CreatorContext): Expression {
  if (type === 'SObject' || type === 'AggregateResult') fail(`Type cannot be constructed: ${type}`, node);
  const object = emitter.world.schema.requireObject(type);
  let js = `$.newRecord(${text(object.name)})`;
  const seen = new Set<string>();
  for (const each of nodes) {
    if (!(each instanceof AssignExpression)) fail(`Type requires name=value pair construction: ${type}`, each);
    const [left, right] = (each as AssignExpressionContext).expression_list();
    const name = left!.getText();
    if (seen.has(name.toLowerCase())) fail(`Duplicate field initialization: ${name}`, each);
    seen.add(name.toLowerCase());
    const member = recordMember(object, name);
    if (!member) fail(`Field does not exist: ${name} on ${type}`, left!);
    js = member
      .write(js, emitter.assign(emitter.expression(right!, member.type), member.type, right!))
      .replace(/^\$\.write/, '$.with');
  }
  return { js, type, nonNull: true };
}
