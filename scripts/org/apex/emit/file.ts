/** One Apex file → one JavaScript file: classes, their descriptions, imports at the head, the line table. */
import type { FieldDeclarationContext, StatementContext } from '@apexdevtools/apex-parser';
import type { CompiledUnit } from '../contract.ts';
import type { ClassModel, FieldModel } from '../declare/model.ts';
import type { CompileError } from '../problems.ts';
import { fileName } from './description.ts';
import type { ClassDescription } from './description.ts';
import { ClassBody } from './functions.ts';
import { Lines } from './lines.ts';
import type { Unit } from './unit.ts';

/** Emits a file. Problems go into `problems`; with any of them the result is of no use. */
export function emitFile(unit: Unit, problems: CompileError[]): CompiledUnit {
  const classes = new Lines();
  const frames: [number, string][] = [];
  for (const model of inLoadingOrder(unit)) emitClass(unit, model, classes, frames, problems);
  const all = new Lines();
  all.push('"use strict";');
  for (const line of unit.headLines()) all.push(line);
  const coverable = [...unit.coverable].sort((left, right) => left - right);
  // A constant of its own: V8 inlines it into loops.
  all.push('const $step=$.step;');
  all.push(`const $c=$.coverage(${JSON.stringify(unit.source.name)},${JSON.stringify(coverable)});`);
  const offset = all.length + 1;
  all.append(classes);
  all.push(`$.frames(${JSON.stringify(frames.map(([line, label]) => [line + offset, label]))});`);
  all.push(`//# sourceURL=${fileName(unit.source)}`);
  return {
    name: unit.source.name,
    kind: unit.source.kind,
    js: all.js.join('\n'),
    lines: all.source,
    coverable,
    dependencies: [...unit.dependencies].sort(),
  };
}

/** The outer class first, then inner ones, superclasses before their subclasses. */
function inLoadingOrder(unit: Unit): ClassModel[] {
  const ordered: ClassModel[] = [unit.model];
  const add = (model: ClassModel): void => {
    if (ordered.includes(model)) return;
    const parent = unit.world.superModel(model);
    if (parent && unit.model.inner.get(parent.simpleName.toLowerCase()) === parent) add(parent);
    ordered.push(model);
  };
  for (const inner of unit.model.inner.values()) add(inner);
  return ordered;
}

function emitClass(
  unit: Unit,
  model: ClassModel,
  lines: Lines,
  frames: [number, string][],
  problems: CompileError[],
): void {
  const { line } = model.position;
  if (model.kind === 'enum') {
    lines.push(`const ${model.js}=$.enumType(${JSON.stringify(model.name)},${JSON.stringify(model.constants)});`, line);
    lines.push(`$.define(${model.js},${JSON.stringify(describe(model))});`, line);
    return;
  }
  mentionMembers(unit, model);
  const body = new ClassBody(unit, model, problems);
  const methods = [...model.methods.values()].flat();
  for (const each of model.fields.values()) body.accessors(each);
  for (const each of methods) body.method(each);
  if (model.kind === 'class') {
    body.constructors();
    body.instanceInitializers();
    if (model.outer === null) body.staticInitializers();
  }
  const statements = looseStatements(model);
  if (statements) body.run(statements, model.source.kind as 'trigger' | 'anonymous');
  openClass(unit, model, lines);
  for (const [at, label] of body.frames) frames.push([lines.length + at, label]);
  lines.append(body.lines);
  lines.push('}');
  lines.push(`$.define(${model.js},${JSON.stringify(describe(model))});`, line);
}

/** Types in the declarations make this file depend on their classes. */
function mentionMembers(unit: Unit, model: ClassModel): void {
  const callables = [...[...model.methods.values()].flat(), ...model.constructors];
  const types = [
    model.superclass ?? '',
    ...model.interfaces,
    ...[...model.fields.values()].map((each) => each.type),
    ...callables.flatMap((each) => each.parameters.map((parameter) => parameter.type)),
    ...callables.map((each) => ('returnType' in each ? each.returnType : '')),
  ];
  for (const type of types) unit.mention(type);
}

function openClass(unit: Unit, model: ClassModel, lines: Lines): void {
  const { line } = model.position;
  const fields = [...model.fields.values()];
  const own = fields.filter((each) => !each.modifiers.isStatic).map((each) => `this.${each.js}=null;`);
  if (model.outer === null && model.kind === 'class') lines.push(`const $s_${model.js}={tx:-1,record:null};`, line);
  lines.push(
    `class ${model.js} extends ${superclass(unit, model)}{static apexName=${JSON.stringify(model.name)};`,
    line,
  );
  lines.push(`constructor(){super();${own.join('')}}`, line);
  if (model.outer !== null || model.kind !== 'class') return;
  const statics = fields.filter((each) => each.modifiers.isStatic).map((each) => `${each.js}:null`);
  lines.push(`static $N(){return {${statics.join(',')}};}`, line);
  lines.push(
    `static $S(){return $.host().transactionId===$s_${model.js}.tx?$s_${model.js}.record:$.statics(${model.js},$s_${model.js});}`,
    line,
  );
}

function superclass(unit: Unit, model: ClassModel): string {
  const parent = unit.world.superModel(model);
  if (parent) return unit.superclassReference(parent);
  return model.superclass !== null && unit.world.isException(model.name) ? '$.UserException' : '$.ApexObject';
}

/** Statements and declarations of a trigger or an anonymous block in order. */
function looseStatements(model: ClassModel): (StatementContext | FieldDeclarationContext)[] | null {
  const { context } = model;
  if ('triggerBlock' in context) {
    const members = context.triggerBlock().triggerBlockMember_list();
    return members
      .map((each) => each.statement() ?? each.triggerMemberDeclaration().fieldDeclaration())
      .filter(Boolean);
  }
  if ('anonymousBlock' in context) {
    const members = context.anonymousBlock().anonymousBlockMember_list();
    return members
      .map((each) => each.statement() ?? each.anonymousMemberDeclaration().fieldDeclaration())
      .filter(Boolean);
  }
  return null;
}

function describeField(field: FieldModel): ClassDescription['fields'][number] {
  const { property, modifiers } = field;
  return {
    name: field.name,
    type: field.type,
    isStatic: modifiers.isStatic,
    isTransient: modifiers.isTransient,
    visibility: modifiers.visibility,
    annotations: modifiers.annotations,
    js: field.js,
    getter: property?.isCalled && property.getter && !modifiers.isAbstract ? property.getter.js : null,
    setter: property?.isCalled && property.setter && !modifiers.isAbstract ? property.setter.js : null,
  };
}

function describe(model: ClassModel): ClassDescription {
  return {
    name: model.name,
    kind: model.kind,
    isAbstract: model.modifiers.isAbstract || model.kind === 'interface',
    isTest: model.isTest && model.outer === null,
    sharing: model.modifiers.sharing,
    visibility: model.modifiers.visibility,
    superclass: model.superclass,
    interfaces: model.interfaces,
    annotations: model.modifiers.annotations,
    methods: [...model.methods.values()].flat().map((each) => ({
      name: each.name,
      js: each.js,
      isStatic: each.modifiers.isStatic,
      isAbstract: each.body === null,
      visibility: each.modifiers.visibility,
      annotations: each.modifiers.annotations,
      parameters: each.parameters,
      returnType: each.returnType,
      line: each.position.line,
    })),
    fields: [...model.fields.values()].map(describeField),
    constructors: model.constructors.map((each) => ({
      js: each.js,
      parameters: each.parameters.map((parameter) => parameter.type),
    })),
    constants: model.constants,
  };
}
