/** Second half of the declare pass: members of every class with their types resolved. */
import type {
  ClassBodyDeclarationContext,
  ConstructorDeclarationContext,
  FieldDeclarationContext,
  FormalParametersContext,
  InterfaceMethodDeclarationContext,
  MethodDeclarationContext,
  PropertyDeclarationContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import { CompileError, fail, positionOf } from '../problems.ts';
import type { Located } from '../problems.ts';
import type { AccessorModel, ClassModel, FieldModel, MethodModel, Modifiers, ParameterModel } from './model.ts';
import { readModifiers } from './modifiers.ts';
import { isReserved } from './reserved.ts';
import { memberNodes } from './shell.ts';
import { listReferences, referenceOf, referenceText } from './type-reference.ts';
import type { TypeReference } from './type-reference.ts';
import { topLevel } from './world.ts';
import type { World } from './world.ts';

/** Resolves a reference or fails with `Invalid type`; in declarations of a lenient compile an unknown type stands for itself. */
export function requireType(world: World, reference: TypeReference, from: ClassModel | null, node: Located): string {
  const text = world.resolve(reference, from);
  if (text !== null) return text;
  const unknown = innermostUnknown(world, reference, from);
  const error = new CompileError(`Invalid type: ${referenceText(unknown)}`, positionOf(node));
  const { leniency } = world;
  if (leniency === null || !leniency.isDeclaring || from === null || world.resolvePath(unknown.path, from) !== null)
    throw error;
  leniency.addHollow(unknown.path.join('.'), leniency.report(from.source, error));
  return requireType(world, reference, from, node);
}

function innermostUnknown(world: World, reference: TypeReference, from: ClassModel | null): TypeReference {
  const unknown = reference.args.find((arg) => world.resolve(arg, from) === null);
  return unknown ? innermostUnknown(world, unknown, from) : reference;
}

/** Supertypes of a class and its inner ones; of every class before the members of any, whose types may be inherited ones. */
export function declareHeaders(model: ClassModel, world: World, attempt: (body: () => void) => void): void {
  attempt(() => new Declarer(model, world).header());
  for (const inner of model.inner.values()) declareHeaders(inner, world, attempt);
}

/** Members by declaration; errors of one member do not hide those of the next. */
export function declareMembers(model: ClassModel, world: World, attempt: (body: () => void) => void): void {
  const declarer = new Declarer(model, world);
  if ('interfaceBody' in model.context) {
    for (const each of model.context.interfaceBody().interfaceMethodDeclaration_list())
      attempt(() => declarer.interfaceMethod(each));
  }
  if ('classBody' in model.context) {
    for (const each of model.context.classBody().classBodyDeclaration_list())
      attempt(() => declarer.initializerBlock(each));
  }
  for (const node of memberNodes(model.context)) {
    attempt(() => declarer.member(readModifiers(node.modifiers), node.declaration));
  }
  declarer.orderInitializers();
  for (const inner of model.inner.values()) declareMembers(inner, world, attempt);
}

class Declarer {
  private readonly model: ClassModel;
  private readonly world: World;
  private readonly isPseudo: boolean;
  /** Source position of each initialiser, for their order. */
  private readonly order = new Map<object, number>();

  constructor(model: ClassModel, world: World) {
    this.model = model;
    this.world = world;
    this.isPseudo = model.source.kind !== 'class' && model.outer === null;
  }

  header(): void {
    const { context, world, model } = { context: this.model.context, world: this.world, model: this.model };
    const from = model.outer ?? model;
    if ('enumConstants' in context) {
      const names =
        context
          .enumConstants()
          ?.id_list()
          .map((id) => id.getText()) ?? [];
      model.constants.push(...names);
      return;
    }
    if ('classBody' in context) {
      const parent = context.typeRef() as TypeRefContext | null;
      if (parent) {
        const text = requireType(world, referenceOf(parent), from, parent);
        this.checkSuper(text, parent);
        model.superclass = text;
      }
    }
    if ('typeList' in context) {
      const list = context.typeList();
      for (const reference of listReferences(list)) model.interfaces.push(requireType(world, reference, from, list));
    }
  }

  private checkSuper(text: string, node: Located): void {
    const parent = this.world.userClass(text);
    if (this.world.leniency?.isHollow(text) === true) return;
    if (parent && !parent.modifiers.isVirtual && !parent.modifiers.isAbstract && !this.world.isException(text)) {
      fail(`Non-virtual and non-abstract type cannot be extended: ${text}`, node);
    }
    if (!parent && this.world.platform(text)?.type.kind !== 'exception' && text !== 'Exception')
      fail(`Invalid super type: ${text}`, node);
  }

  private type(context: TypeRefContext): string {
    return requireType(this.world, referenceOf(context), this.model, context);
  }

  member(modifiers: Modifiers, declaration: ReturnType<typeof memberNodes>[number]['declaration']): void {
    const method = declaration.methodDeclaration() as MethodDeclarationContext | null;
    if (method) return this.method(modifiers, method);
    const field = declaration.fieldDeclaration() as FieldDeclarationContext | null;
    // In a trigger or an anonymous block these are local variables of its statements.
    if (field) return this.isPseudo ? undefined : this.fields(modifiers, field);
    const property = declaration.propertyDeclaration() as PropertyDeclarationContext | null;
    if (property) return this.property(modifiers, property);
    const constructor = declaration.constructorDeclaration?.() as ConstructorDeclarationContext | null | undefined;
    if (constructor) this.constructor_(modifiers, constructor);
  }

  private parameters(context: FormalParametersContext): ParameterModel[] {
    const list = context.formalParameterList();
    const seen = new Set<string>();
    return (list ? list.formalParameter_list() : []).map((each) => {
      const name = each.id().getText();
      if (seen.has(name.toLowerCase())) fail(`Duplicate variable: ${name}`, each);
      seen.add(name.toLowerCase());
      return { name, type: this.type(each.typeRef()) };
    });
  }

  private addMethod(method: MethodModel, node: Located): void {
    const key = method.name.toLowerCase();
    const group = this.model.methods.get(key) ?? [];
    if (group.some((each) => each.js === method.js)) {
      const types = method.parameters.map((each) => each.type).join(', ');
      fail(
        `Method already defined: ${method.name} ${method.returnType} ${this.model.name}.${method.name}(${types}) from the type ${this.model.name}`,
        node,
      );
    }
    this.model.methods.set(key, [...group, method]);
  }

  private method(given: Modifiers, context: MethodDeclarationContext): void {
    const modifiers = this.isPseudo ? { ...given, isStatic: true } : given;
    const name = context.id().getText();
    const parameters = this.parameters(context.formalParameters());
    const result = context.typeRef() as TypeRefContext | null;
    const body = context.block();
    if (modifiers.isStatic && this.model.outer) fail(`static can only be used on methods of a top level type`, context);
    if (modifiers.isAbstract && body) fail('Abstract methods cannot have a body', context);
    if (!modifiers.isAbstract && !body) fail('Method must have a body', context);
    const returnType = result ? this.type(result) : 'void';
    this.addMethod(
      {
        name,
        owner: this.model,
        modifiers,
        parameters,
        returnType,
        js: mangle(name, parameters),
        body,
        position: positionOf(context.id()),
      },
      context.id(),
    );
  }

  interfaceMethod(context: InterfaceMethodDeclarationContext): void {
    const name = context.id().getText();
    const parameters = this.parameters(context.formalParameters());
    const result = context.typeRef() as TypeRefContext | null;
    const modifiers = {
      ...readModifiers(context.modifier_list(), 'public'),
      visibility: topLevel(this.model).modifiers.visibility,
      isAbstract: true,
    };
    const returnType = result ? this.type(result) : 'void';
    this.addMethod(
      {
        name,
        owner: this.model,
        modifiers,
        parameters,
        returnType,
        js: mangle(name, parameters),
        body: null,
        position: positionOf(context.id()),
      },
      context.id(),
    );
  }

  private constructor_(modifiers: Modifiers, context: ConstructorDeclarationContext): void {
    const name = context.qualifiedName().getText();
    if (name.toLowerCase() !== this.model.simpleName.toLowerCase()) fail(`Invalid constructor name: ${name}`, context);
    const parameters = this.parameters(context.formalParameters());
    this.model.constructors.push({
      owner: this.model,
      modifiers,
      parameters,
      js: constructorName(
        this.model,
        parameters.map((each) => each.type),
      ),
      context,
      position: positionOf(context),
    });
  }

  private addField(field: FieldModel, node: Located, start: number): void {
    const key = field.name.toLowerCase();
    if (this.model.fields.has(key)) fail(`Duplicate field: ${field.name}`, node);
    this.model.fields.set(key, field);
    const initializer = { kind: 'field', isStatic: field.modifiers.isStatic, field } as const;
    this.model.initializers.push(initializer);
    this.order.set(initializer, start);
  }

  private fieldName(name: string, modifiers: Modifiers): string {
    const own = modifiers.isStatic || this.model.superclass === null ? '' : `$${this.model.simpleName.toLowerCase()}`;
    return `f_${name.toLowerCase()}${own}`;
  }

  private fields(modifiers: Modifiers, context: FieldDeclarationContext): void {
    const type = this.type(context.typeRef());
    if (modifiers.isStatic && this.model.outer) fail('static can only be used on fields of a top level type', context);
    for (const each of context.variableDeclarators().variableDeclarator_list()) {
      const name = each.id().getText();
      if (isReserved(name)) fail(`Identifier name is reserved: ${name}`, each);
      const initializer = each.expression() ?? null;
      this.addField(
        {
          name,
          owner: this.model,
          type,
          modifiers,
          js: this.fieldName(name, modifiers),
          initializer,
          property: null,
          position: positionOf(each),
        },
        each,
        each.start.start,
      );
    }
  }

  private property(modifiers: Modifiers, context: PropertyDeclarationContext): void {
    const name = context.id().getText();
    const type = this.type(context.typeRef());
    let getter: AccessorModel | null = null;
    let setter: AccessorModel | null = null;
    for (const block of context.propertyBlock_list()) {
      const own = readModifiers(block.modifier_list(), modifiers.visibility);
      const accessor = { body: (block.getter() ?? block.setter()).block() ?? null, visibility: own.visibility };
      if (block.getter()) getter = { ...accessor, js: `get ${name.toLowerCase()}` };
      else setter = { ...accessor, js: `set ${name.toLowerCase()}` };
    }
    const isCalled =
      Boolean(getter?.body) ||
      Boolean(setter?.body) ||
      modifiers.isVirtual ||
      modifiers.isAbstract ||
      modifiers.isOverride;
    this.addField(
      {
        name,
        owner: this.model,
        type,
        modifiers,
        js: this.fieldName(name, modifiers),
        initializer: null,
        property: { context, getter, setter, isCalled },
        position: positionOf(context.id()),
      },
      context.id(),
      context.start.start,
    );
  }

  initializerBlock(context: ClassBodyDeclarationContext): void {
    const block = context.block();
    if (!block) return;
    const isStatic = Boolean(context.STATIC());
    if (isStatic && this.model.outer) fail('Inner types are not allowed to have static blocks', context);
    const initializer = { kind: 'block', isStatic, block } as const;
    this.model.initializers.push(initializer);
    this.order.set(initializer, context.start.start);
  }

  orderInitializers(): void {
    this.model.initializers.sort((left, right) => this.order.get(left)! - this.order.get(right)!);
  }
}

/** JavaScript property of a method: the same for an override and what it overrides. */
export function mangle(name: string, parameters: readonly ParameterModel[]): string {
  return `${name}(${parameters.map((each) => each.type).join(',')})`.toLowerCase();
}

/** JavaScript property of a constructor; the class name in it keeps `this(...)` from reaching a subclass. */
export function constructorName(model: ClassModel, types: readonly string[]): string {
  return `new ${model.name}(${types.join(',')})`.toLowerCase();
}

/** JavaScript method that runs a class's field initialisers; it returns the instance. */
export function fieldsName(model: ClassModel): string {
  return `fields ${model.name}`.toLowerCase();
}
