/** The Metadata API's own types, derived from the declarations and the schema that ship with Salesforce's libraries. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type Typescript from 'typescript';
import { cached, packageOf } from './cache.ts';

/** One element of a type. `type` is `string`, `number`, `boolean`, `any`, or the name of a type or enumeration. */
export interface ApiProperty {
  readonly type: string;
  readonly many: boolean;
  readonly required: boolean;
}

export interface ApiTypes {
  /** Own and inherited elements by type and name. */
  readonly types: Readonly<Record<string, Readonly<Record<string, ApiProperty>>>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

interface Declared {
  readonly bases: string[];
  readonly properties: Record<string, ApiProperty>;
}

type Declarations = Map<string, Declared>;

/** What jsforce says: `?string` is optional, `['X']` is repeated. */
type JsforceSchema = Readonly<
  Record<string, { readonly extends?: string; readonly props?: Readonly<Record<string, string | readonly [string]>> }>
>;

let loaded: Promise<ApiTypes> | undefined;

/** Types and enumerations of the installed versions. Cached for the process and on disk. */
export function apiTypes(): Promise<ApiTypes> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<ApiTypes> {
  const require = createRequire(import.meta.url);
  const declarations = require.resolve('@salesforce/types/metadata').replace(/\.js$/, '.d.ts');
  const core = createRequire(require.resolve('@salesforce/core'));
  const jsforce = packageOf(core.resolve('@jsforce/jsforce-node'));
  return cached('api-types', `${packageOf(declarations).version}-${jsforce.version}-2`, async () => {
    // The compiler is big: it is loaded only when there is something to derive.
    const { default: typescript } = await import('typescript');
    const schema = core(path.join(jsforce.folder, 'lib', 'api', 'metadata', 'schema.js')) as {
      ApiSchemas: JsforceSchema;
    };
    return derive(readFileSync(declarations, 'utf8'), schema.ApiSchemas, typescript);
  });
}

function derive(text: string, jsforce: JsforceSchema, typescript: typeof Typescript): ApiTypes {
  const enums: Record<string, readonly string[]> = {};
  const aliases: Record<string, string> = {};
  const declared: Declarations = new Map();
  const source = typescript.createSourceFile('metadata.d.ts', text, typescript.ScriptTarget.Latest);
  for (const statement of source.statements) {
    if (!typescript.isTypeAliasDeclaration(statement)) continue;
    const name = statement.name.text;
    const values = literalsOf(statement.type, typescript);
    if (values) enums[name] = values;
    else if (statement.type.kind === typescript.SyntaxKind.StringKeyword) aliases[name] = 'string';
    else declared.set(name, declarationOf(statement.type, typescript));
  }
  for (const [name, { properties }] of declared) loosen(properties, jsforce[name]?.props);
  for (const [name, { extends: base, props = {} }] of Object.entries(jsforce)) {
    addOlder(declared, name, base, props);
  }
  const types = Object.fromEntries([...declared.keys()].map((name) => [name, allProperties(name, declared, aliases)]));
  return { types, enums };
}

function literalsOf(type: Typescript.TypeNode, typescript: typeof Typescript): string[] | undefined {
  const members = typescript.isUnionTypeNode(type) ? type.types : [type];
  const values = members.map((member) =>
    typescript.isLiteralTypeNode(member) && typescript.isStringLiteral(member.literal)
      ? member.literal.text
      : undefined,
  );
  return values.every((value) => value !== undefined) ? values : undefined;
}

function declarationOf(type: Typescript.TypeNode, typescript: typeof Typescript): Declared {
  const found: Declared = { bases: [], properties: {} };
  const parts = typescript.isIntersectionTypeNode(type) ? type.types : [type];
  for (const part of parts) {
    if (typescript.isTypeReferenceNode(part) && typescript.isIdentifier(part.typeName)) {
      found.bases.push(part.typeName.text);
    }
    if (!typescript.isTypeLiteralNode(part)) continue;
    for (const member of part.members) {
      if (!typescript.isPropertySignature(member) || !member.type || !typescript.isIdentifier(member.name)) continue;
      const many = typescript.isArrayTypeNode(member.type);
      const single = many ? (member.type as Typescript.ArrayTypeNode).elementType : member.type;
      const required = member.questionToken === undefined && !many;
      found.properties[member.name.text] = { type: typeName(single, typescript), many, required };
    }
  }
  return found;
}

function typeName(type: Typescript.TypeNode, typescript: typeof Typescript): string {
  if (typescript.isTypeReferenceNode(type) && typescript.isIdentifier(type.typeName)) return type.typeName.text;
  if (type.kind === typescript.SyntaxKind.StringKeyword) return 'string';
  if (type.kind === typescript.SyntaxKind.NumberKeyword) return 'number';
  if (type.kind === typescript.SyntaxKind.BooleanKeyword) return 'boolean';
  return 'any';
}

/**
 * What the newer declarations require and the older schema does not know cannot be required of files that are older
 * than both; of types that are new altogether, switches have defaults.
 */
function loosen(
  properties: Record<string, ApiProperty>,
  older: Readonly<Record<string, string | readonly [string]>> | undefined,
): void {
  for (const [name, property] of Object.entries(properties)) {
    if (!property.required) continue;
    const known = older?.[name];
    const loose = older ? known === undefined || String(known).startsWith('?') : property.type === 'boolean';
    if (loose) properties[name] = { ...property, required: false };
  }
}

/** Elements that only the older schema knows are legal at older API versions. */
function addOlder(
  declared: Declarations,
  name: string,
  base: string | undefined,
  props: Readonly<Record<string, string | readonly [string]>>,
): void {
  let own = declared.get(name);
  if (!own) declared.set(name, (own = { bases: base ? [base] : [], properties: {} }));
  for (const [property, written] of Object.entries(props)) {
    if (own.properties[property]) continue;
    const many = typeof written !== 'string';
    const type = (many ? written[0] : written).replace(/^\?/, '');
    own.properties[property] = { type, many, required: false };
  }
}

function allProperties(
  name: string,
  declared: Declarations,
  aliases: Readonly<Record<string, string>>,
): Record<string, ApiProperty> {
  const own = declared.get(name);
  if (!own) return {};
  const inherited = own.bases.map((base) => allProperties(base, declared, aliases));
  const properties = Object.entries(own.properties).map(([property, definition]) => [
    property,
    { ...definition, type: aliases[definition.type] ?? definition.type },
  ]);
  return Object.assign({}, ...inherited, Object.fromEntries(properties)) as Record<string, ApiProperty>;
}
