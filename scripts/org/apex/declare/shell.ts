/** First half of the declare pass: which classes there are, before any type can be resolved. */
import type {
  AnonymousUnitContext,
  ClassDeclarationContext,
  CompilationUnitContext,
  EnumDeclarationContext,
  InterfaceDeclarationContext,
  MemberDeclarationContext,
  ModifierContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import type { ApexSource } from '../contract.ts';
import type { UnitTree } from '../parse/parser.ts';
import { fail, positionOf } from '../problems.ts';
import type { ClassContext, ClassModel, Modifiers } from './model.ts';
import { hasAnnotation, readModifiers } from './modifiers.ts';

/** A declaration inside a class body, trigger or anonymous block, whatever node it hangs on. */
export interface MemberNode {
  readonly modifiers: readonly ModifierContext[];
  readonly declaration: Pick<
    MemberDeclarationContext,
    | 'methodDeclaration'
    | 'classDeclaration'
    | 'enumDeclaration'
    | 'interfaceDeclaration'
    | 'propertyDeclaration'
    | 'fieldDeclaration'
  > & { constructorDeclaration?: MemberDeclarationContext['constructorDeclaration'] };
}

/** Model of the one type a file declares, without members. Throws `CompileError`. */
export function declareShell(source: ApexSource, tree: UnitTree): ClassModel {
  if (source.kind === 'trigger') return pseudoClass(source, `Trigger.${source.name}`, tree as TriggerUnitContext);
  if (source.kind === 'anonymous') return pseudoClass(source, source.name, tree as AnonymousUnitContext);
  const declaration = (tree as CompilationUnitContext).typeDeclaration();
  const context = declaration.classDeclaration() ?? declaration.interfaceDeclaration() ?? declaration.enumDeclaration();
  return shell(source, context as NamedContext, readModifiers(declaration.modifier_list()), null);
}

type NamedContext = ClassDeclarationContext | InterfaceDeclarationContext | EnumDeclarationContext;

function kindOf(context: ClassContext): ClassModel['kind'] {
  if ('ENUM' in context) return 'enum';
  return 'INTERFACE' in context ? 'interface' : 'class';
}

function shell(source: ApexSource, context: NamedContext, modifiers: Modifiers, outer: ClassModel | null): ClassModel {
  const simpleName = context.id().getText();
  if (outer?.outer) fail('Inner types are not allowed to have inner types', context);
  const model = emptyModel({
    name: outer ? `${outer.name}.${simpleName}` : simpleName,
    simpleName,
    kind: kindOf(context),
    source,
    outer,
    modifiers,
    isTest: hasAnnotation(modifiers, 'istest') || (outer?.isTest ?? false),
    context,
    js: outer ? `${outer.js}$${simpleName.toLowerCase()}` : `C_${simpleName.toLowerCase()}`,
    position: positionOf(context),
  });
  addInner(model);
  return model;
}

function pseudoClass(source: ApexSource, name: string, context: TriggerUnitContext | AnonymousUnitContext): ClassModel {
  const model = emptyModel({
    name,
    simpleName: name,
    kind: 'class',
    source,
    outer: null,
    modifiers: readModifiers([]),
    isTest: false,
    context,
    js: 'C_run',
    position: { line: 1, column: 1 },
  });
  addInner(model);
  return model;
}

type Given = Omit<
  ClassModel,
  'inner' | 'superclass' | 'interfaces' | 'methods' | 'fields' | 'constructors' | 'initializers' | 'constants'
>;

function emptyModel(given: Given): ClassModel {
  return {
    ...given,
    inner: new Map(),
    superclass: null,
    interfaces: [],
    methods: new Map(),
    fields: new Map(),
    constructors: [],
    initializers: [],
    constants: [],
  };
}

function addInner(model: ClassModel): void {
  for (const { modifiers, declaration } of memberNodes(model.context)) {
    const context = (declaration.classDeclaration() ??
      declaration.interfaceDeclaration() ??
      declaration.enumDeclaration()) as NamedContext | null;
    if (!context) continue;
    const inner = shell(model.source, context, readModifiers(modifiers), model);
    const key = inner.simpleName.toLowerCase();
    if (model.inner.has(key)) fail(`Duplicate type name: ${inner.simpleName}`, context);
    model.inner.set(key, inner);
  }
}

/** Member declarations of a class, trigger or anonymous block in source order; interfaces and enums have none. */
export function memberNodes(context: ClassContext): MemberNode[] {
  if ('classBody' in context) {
    return context
      .classBody()
      .classBodyDeclaration_list()
      .filter((each) => each.memberDeclaration())
      .map((each) => ({ modifiers: each.modifier_list(), declaration: each.memberDeclaration() }));
  }
  if ('triggerBlock' in context) {
    return context
      .triggerBlock()
      .triggerBlockMember_list()
      .filter((each) => each.triggerMemberDeclaration())
      .map((each) => ({ modifiers: each.modifier_list(), declaration: each.triggerMemberDeclaration() }));
  }
  if ('anonymousBlock' in context) {
    return context
      .anonymousBlock()
      .anonymousBlockMember_list()
      .filter((each) => each.anonymousMemberDeclaration())
      .map((each) => ({ modifiers: each.modifier_list(), declaration: each.anonymousMemberDeclaration() }));
  }
  return [];
}
