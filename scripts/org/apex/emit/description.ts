/** What an emitted file says of each of its classes, as JSON inside the JavaScript. */
import type { ApexAnnotation, CompiledUnit, UserClass, UserMethod } from '../contract.ts';

export interface ClassDescription {
  readonly name: string;
  readonly kind: UserClass['kind'];
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly sharing: UserClass['sharing'];
  readonly visibility: UserMethod['visibility'];
  readonly superclass: string | null;
  readonly interfaces: readonly string[];
  readonly annotations: readonly ApexAnnotation[];
  readonly methods: readonly (Omit<UserMethod, 'invoke'> & { readonly js: string; readonly isAbstract: boolean })[];
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly isStatic: boolean;
    readonly isTransient: boolean;
    readonly visibility: UserMethod['visibility'];
    readonly annotations: readonly ApexAnnotation[];
    readonly js: string;
    readonly getter: string | null;
    readonly setter: string | null;
  }[];
  readonly constructors: readonly { readonly js: string; readonly parameters: readonly string[] }[];
  /** Enum constants in order. */
  readonly constants: readonly string[];
}

/** Name of an emitted file in JavaScript stacks. */
export function fileName(unit: Pick<CompiledUnit, 'kind' | 'name'>): string {
  return unit.kind === 'class' ? `apex/${unit.name}` : `apex/${unit.kind}.${unit.name}`;
}
