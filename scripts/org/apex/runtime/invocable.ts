/** Invocable.Action: actions called by name. Apex actions run; flows, which the local org does not have, answer with an error. */
import { SObjectRecord } from '../../store/record.ts';
import type { PlatformType, UserClass, UserMethod } from '../contract.ts';
import { host } from '../host.ts';
import { userClassOf } from '../invoke.ts';
import { getter } from './define.ts';
import { JSON_READERS } from './json-read.ts';
import { newInstance } from './type.ts';
import { ApexList, ApexMap, typeArguments } from './values/collections.ts';
import { ApexException, requireArgument } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

const ACTION = 'Invocable.Action';
const RESULT = 'Invocable.Action.Result';
const ERROR = 'Invocable.Action.Error';
type Inputs = ApexMap<string, unknown>;

class Action extends ApexObject {
  static readonly apexName = ACTION;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly isStandard: boolean;
  invocations: Inputs[] = [];
  constructor(kind: string, name: string, namespace: string | null, isStandard: boolean) {
    super();
    this.kind = kind;
    this.name = name;
    this.namespace = namespace;
    this.isStandard = isStandard;
  }
}

class ActionError extends ApexObject {
  static readonly apexName = ERROR;
  readonly code: string | null;
  readonly message: string | null;
  constructor(code: string | null, message: string | null) {
    super();
    this.code = code;
    this.message = message;
  }
  override apexJson(): readonly (readonly [string, unknown])[] {
    return [
      ['code', this.code],
      ['message', this.message],
    ];
  }
}

class ActionResult extends ApexObject {
  static readonly apexName = RESULT;
  readonly action: Action | null;
  readonly success: boolean;
  readonly errors: ApexList<ActionError>;
  readonly inputs: Inputs;
  readonly outputs: ApexMap<string, unknown>;
  constructor(
    action: Action | null,
    success: boolean,
    errors: readonly ActionError[],
    inputs: Inputs,
    outputs: Inputs,
  ) {
    super();
    this.action = action;
    this.success = success;
    this.errors = new ApexList(`List<${ERROR}>`, [...errors]);
    this.inputs = inputs;
    this.outputs = outputs;
  }
}

const emptyMap = (): Inputs => new ApexMap<string, unknown>('Map<String,Object>');

function invocableMethod(type: UserClass | undefined): UserMethod | undefined {
  return type?.methods.find((method) => method.annotations.some((one) => one.name === 'invocablemethod'));
}

function invoke(action: Action): ApexList<ActionResult> {
  const method = action.kind.toLowerCase() === 'apex' ? invocableMethod(host().userClass(action.name)) : undefined;
  const results = method === undefined ? refused(action) : invoked(action, method);
  return new ApexList(`List<${RESULT}>`, results);
}

function refused(action: Action): ActionResult[] {
  const message = `The ${action.kind} action ${action.name} does not exist in the local org`;
  const error = new ActionError('NOT_FOUND', message);
  return action.invocations.map((inputs) => new ActionResult(action, false, [error], inputs, emptyMap()));
}

function invoked(action: Action, method: UserMethod): ActionResult[] {
  const listType = method.parameters[0]?.type;
  const element = listType === undefined ? undefined : (typeArguments(listType)[0] ?? 'Object');
  const inputs = action.invocations.map((each) => (element === undefined ? null : inputOf(each, element)));
  const args = listType === undefined ? [] : [new ApexList(listType, inputs)];
  try {
    const given = method.invoke(null, args);
    const rows = given instanceof ApexList ? given.items : [];
    return action.invocations.map((each, at) => new ActionResult(action, true, [], each, outputsOf(rows[at] ?? null)));
  } catch (error) {
    if (!(error instanceof ApexException) || error.uncatchable) throw error;
    const told = new ActionError('APEX_ERROR', error.apexString());
    return action.invocations.map((each) => new ActionResult(action, false, [told], each, emptyMap()));
  }
}

/** An input class takes the values by the names of its variables; anything else is the one value given. */
function inputOf(inputs: Inputs, element: string): unknown {
  const type = host().userClass(element);
  if (type === undefined) return inputs.entries()[0]?.[1] ?? null;
  const instance = newInstance(element);
  for (const [name, value] of inputs.entries()) {
    const field = type.fields.find((each) => each.name.toLowerCase() === String(name).toLowerCase());
    field?.set(instance, value);
  }
  return instance;
}

function outputsOf(row: unknown): Inputs {
  const outputs = emptyMap();
  const type = row instanceof SObjectRecord ? undefined : userClassOf(row);
  if (type === undefined) {
    if (row !== null) outputs.put('output', row);
    return outputs;
  }
  for (const field of type.fields) {
    if (field.annotations.some((one) => one.name === 'invocablevariable')) outputs.put(field.name, field.get(row));
  }
  return outputs;
}

JSON_READERS.set(
  ERROR,
  (member) => new ActionError(member('code', 'String') as null, member('message', 'String') as null),
);
JSON_READERS.set(RESULT, (member) => {
  const errors = member('errors', `List<${ERROR}>`) as ApexList<ActionError> | null;
  const map = (name: string): Inputs => (member(name, 'Map<String,Object>') as Inputs | null) ?? emptyMap();
  const isSuccess =
    (member('success', 'Boolean') as boolean | null) ?? (member('isSuccess', 'Boolean') as boolean | null);
  return new ActionResult(
    null,
    isSuccess === true,
    errors?.items ?? [],
    map('invocationParameters'),
    map('outputParameters'),
  );
});

export const INVOCABLE_TYPES: readonly PlatformType[] = [
  {
    name: ACTION,
    kind: 'class',
    members: {
      'static Invocable.Action createCustomAction(String,String)': (kind: string | null, name: string | null) =>
        new Action(requireArgument(kind), requireArgument(name), null, false),
      'static Invocable.Action createCustomAction(String,String,String)': (
        kind: string | null,
        namespace: string | null,
        name: string | null,
      ) => new Action(requireArgument(kind), requireArgument(name), namespace, false),
      'static Invocable.Action createStandardAction(String)': (kind: string | null) =>
        new Action(requireArgument(kind), requireArgument(kind), null, true),
      'Invocable.Action addInvocation()': (action: Action) => {
        action.invocations.push(emptyMap());
        return action;
      },
      'Invocable.Action clearInvocations()': (action: Action) => {
        action.invocations = [];
        return action;
      },
      'Invocable.Action setInvocationParameter(String,Object)': (action: Action, name: string, value: unknown) => {
        if (action.invocations.length === 0) action.invocations.push(emptyMap());
        action.invocations.at(-1)!.put(name, value);
        return action;
      },
      'Invocable.Action setInvocations(List<Map<String,Object>>)': (action: Action, list: ApexList<Inputs> | null) => {
        action.invocations = [...requireArgument(list).items];
        return action;
      },
      'List<Invocable.Action.Result> invoke()': invoke,
      'String getName()': getter('name'),
      'String getNamespace()': getter('namespace'),
      'String getType()': getter('kind'),
      'Boolean isStandard()': getter('isStandard'),
    },
  },
  {
    name: RESULT,
    kind: 'class',
    members: {
      'Invocable.Action getAction()': getter('action'),
      'List<Invocable.Action.Error> getErrors()': getter('errors'),
      'Map<String,Object> getInvocationParameters()': getter('inputs'),
      'Map<String,Object> getOutputParameters()': getter('outputs'),
      'Boolean isSuccess()': getter('success'),
    },
  },
  {
    name: ERROR,
    kind: 'class',
    members: { 'String getCode()': getter('code'), 'String getMessage()': getter('message') },
  },
];
