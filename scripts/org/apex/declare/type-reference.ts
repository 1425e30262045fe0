/** Type references of the syntax tree as plain data. */
import type {
  CreatedNameContext,
  QualifiedNameContext,
  TypeArgumentsContext,
  TypeListContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';

export interface TypeReference {
  /** `['Database', 'SaveResult']`. */
  readonly path: readonly string[];
  readonly args: readonly TypeReference[];
  /** Pairs of brackets after it. */
  readonly arrays: number;
}

export function referenceOf(context: TypeRefContext): TypeReference {
  const path: string[] = [];
  let args: TypeReference[] = [];
  for (const name of context.typeName_list()) {
    const id = name.id() as { getText(): string } | null;
    path.push(id ? id.getText() : name.LIST() ? 'List' : name.SET() ? 'Set' : 'Map');
    args = argumentsOf(name.typeArguments());
  }
  const arrays = (context.arraySubscripts().getText().length / 2) | 0;
  return { path, args, arrays };
}

function argumentsOf(context: TypeArgumentsContext | null): TypeReference[] {
  return context ? listReferences(context.typeList()) : [];
}

export function listReferences(context: TypeListContext | null): TypeReference[] {
  return context ? context.typeRef_list().map(referenceOf) : [];
}

/** Type behind `new`. */
export function createdReference(context: CreatedNameContext): TypeReference {
  const pairs = context.idCreatedNamePair_list();
  const last = pairs.at(-1)!;
  return { path: pairs.map((pair) => pair.anyId().getText()), args: listReferences(last.typeList()), arrays: 0 };
}

export function qualifiedReference(context: QualifiedNameContext): TypeReference {
  return { path: context.id_list().map((id) => id.getText()), args: [], arrays: 0 };
}

/** As written, for error texts. */
export function referenceText(reference: TypeReference): string {
  const args = reference.args.length > 0 ? `<${reference.args.map(referenceText).join(',')}>` : '';
  return reference.path.join('.') + args + '[]'.repeat(reference.arrays);
}
