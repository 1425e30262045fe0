/** What the first pass knows of every class: its members and their types, no bodies. */
import type {
  AnonymousUnitContext,
  BlockContext,
  ClassDeclarationContext,
  ConstructorDeclarationContext,
  EnumDeclarationContext,
  ExpressionContext,
  InterfaceDeclarationContext,
  PropertyDeclarationContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import type { ApexAnnotation, ApexSource } from '../contract.ts';

export type Visibility = 'private' | 'protected' | 'public' | 'global';

/** A place in a source file; `line` and `column` are 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Modifiers {
  readonly visibility: Visibility;
  readonly hasVisibility: boolean;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly sharing: 'with' | 'without' | 'inherited' | 'none';
  readonly annotations: readonly ApexAnnotation[];
}

export interface ParameterModel {
  readonly name: string;
  readonly type: string;
}

export interface MethodModel {
  readonly name: string;
  readonly owner: ClassModel;
  readonly modifiers: Modifiers;
  readonly parameters: readonly ParameterModel[];
  readonly returnType: string;
  /** JavaScript property: lower-case name and canonical parameter types. */
  readonly js: string;
  readonly body: BlockContext | null;
  readonly position: Position;
}

export interface ConstructorModel {
  readonly owner: ClassModel;
  readonly modifiers: Modifiers;
  readonly parameters: readonly ParameterModel[];
  readonly js: string;
  readonly context: ConstructorDeclarationContext | null;
  readonly position: Position;
}

export interface FieldModel {
  readonly name: string;
  readonly owner: ClassModel;
  readonly type: string;
  readonly modifiers: Modifiers;
  /** JavaScript property of the value (of the instance, or of the class's statics). */
  readonly js: string;
  readonly initializer: ExpressionContext | null;
  readonly property: PropertyModel | null;
  readonly position: Position;
}

export interface PropertyModel {
  readonly context: PropertyDeclarationContext;
  /** Null where the accessor is not declared. */
  readonly getter: AccessorModel | null;
  readonly setter: AccessorModel | null;
  /** True where reads and writes go through accessor methods: written accessors, or virtual ones. */
  readonly isCalled: boolean;
}

export interface AccessorModel {
  readonly body: BlockContext | null;
  readonly visibility: Visibility;
  readonly js: string;
}

/** One initialiser of a class in declaration order. */
export type InitializerModel =
  | { readonly kind: 'field'; readonly isStatic: boolean; readonly field: FieldModel }
  | { readonly kind: 'block'; readonly isStatic: boolean; readonly block: BlockContext };

export type ClassContext =
  | ClassDeclarationContext
  | InterfaceDeclarationContext
  | EnumDeclarationContext
  | TriggerUnitContext
  | AnonymousUnitContext;

/** A class, interface or enum; a trigger and an anonymous block are classes whose statements are the method `run`. */
export interface ClassModel {
  /** `Outer.Inner` or `Outer`. */
  readonly name: string;
  readonly simpleName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly source: ApexSource;
  readonly outer: ClassModel | null;
  readonly inner: Map<string, ClassModel>;
  readonly modifiers: Modifiers;
  superclass: string | null;
  interfaces: string[];
  /** By lower-case name. */
  readonly methods: Map<string, MethodModel[]>;
  readonly fields: Map<string, FieldModel>;
  readonly constructors: ConstructorModel[];
  readonly initializers: InitializerModel[];
  readonly constants: string[];
  readonly isTest: boolean;
  readonly context: ClassContext;
  /** JavaScript identifier of the class inside its unit. */
  readonly js: string;
  readonly position: Position;
}
