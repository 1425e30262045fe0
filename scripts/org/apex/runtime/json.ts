/** JSON and JSONGenerator. */
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { JsonParser, PARSER_TYPES } from './json-parser.ts';
import { fromTree, untyped } from './json-read.ts';
import { JsonObject, parseJson, writeCompact, writePretty } from './json-tree.ts';
import type { JsonTree } from './json-tree.ts';
import { toTree } from './json-write.ts';
import type { TypeToken } from './type.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

type Text = string | null;

const parse = (text: Text): JsonTree => parseJson(requireArgument(text));

const JSON_TYPE: PlatformType = {
  name: 'JSON',
  kind: 'class',
  members: {
    'static String serialize(Object)': (value: unknown) => writeCompact(toTree(value)),
    'static String serialize(Object,Boolean)': (value: unknown, suppress: boolean) =>
      writeCompact(toTree(value, suppress)),
    'static String serializePretty(Object)': (value: unknown) => writePretty(toTree(value)),
    'static String serializePretty(Object,Boolean)': (value: unknown, suppress: boolean) =>
      writePretty(toTree(value, suppress)),
    'static Object deserialize(String,Type)': (text: Text, type: TypeToken | null) =>
      fromTree(parse(text), requireArgument(type).type),
    'static Object deserializeStrict(String,Type)': (text: Text, type: TypeToken | null) =>
      fromTree(parse(text), requireArgument(type).type, true),
    'static Object deserializeUntyped(String)': (text: Text) => untyped(parse(text)),
    'static JSONGenerator createGenerator(Boolean)': (pretty: boolean) => new JsonGenerator(pretty),
    'static JSONParser createParser(String)': (text: Text) => new JsonParser(parse(text)),
  },
};

interface Level {
  readonly entries: [string, JsonTree][] | null;
  readonly items: JsonTree[] | null;
  name: string | null;
}

class JsonGenerator extends ApexObject {
  static readonly apexName = 'JSONGenerator';
  readonly #pretty: boolean;
  readonly #levels: Level[] = [];
  #root: JsonTree | undefined;
  isClosed = false;
  constructor(pretty: boolean) {
    super();
    this.#pretty = pretty;
  }

  #fail(message: string): never {
    return throwException('JSONException', message);
  }

  open(isObject: boolean): void {
    this.#levels.push(isObject ? { entries: [], items: null, name: null } : { entries: null, items: [], name: null });
  }

  close(isObject: boolean): void {
    const level = this.#levels.pop();
    if (!level || (level.entries !== null) !== isObject)
      return this.#fail(
        `Current context not ${isObject ? 'an object' : 'an ARRAY'} but ${!level ? 'ROOT' : level.entries ? 'OBJECT' : 'ARRAY'}`,
      );
    this.tree(level.entries ? new JsonObject(level.entries) : level.items!);
  }

  fieldName(name: string): void {
    const level = this.#levels.at(-1);
    if (!level?.entries || level.name !== null) return this.#fail('Can not write a field name, expecting a value');
    level.name = name;
  }

  tree(value: JsonTree): void {
    const level = this.#levels.at(-1);
    if (!level) this.#root = value;
    else if (level.items) level.items.push(value);
    else {
      if (level.name === null) return this.#fail('Can not write a value, expecting a field name');
      level.entries!.push([level.name, value]);
      level.name = null;
    }
  }

  field(name: string, value: unknown): void {
    this.fieldName(name);
    this.tree(toTree(value));
  }

  get text(): string {
    while (this.#levels.length > 0) this.close(this.#levels.at(-1)!.entries !== null);
    if (this.#root === undefined) return '';
    return this.#pretty ? writePretty(this.#root) : writeCompact(this.#root);
  }
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  Blob: ['Blob'],
  Boolean: ['Boolean'],
  Date: ['Date'],
  DateTime: ['Datetime'],
  Id: ['Id'],
  Number: ['Decimal', 'Double', 'Integer', 'Long'],
  Object: ['Object'],
  String: ['String'],
  Time: ['Time'],
};

function writers(): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  for (const [kind, types] of Object.entries(KINDS)) {
    for (const type of types) {
      members[`void write${kind}(${type})`] = (generator: JsonGenerator, value: unknown) =>
        generator.tree(toTree(value));
      members[`void write${kind}Field(String,${type})`] = (generator: JsonGenerator, name: string, value: unknown) =>
        generator.field(name, value);
    }
  }
  return members;
}

const GENERATOR: PlatformType = {
  name: 'JSONGenerator',
  kind: 'class',
  members: {
    ...writers(),
    'void close()': (generator: JsonGenerator) => {
      generator.isClosed = true;
    },
    'String getAsString()': (generator: JsonGenerator) => generator.text,
    'Boolean isClosed()': (generator: JsonGenerator) => generator.isClosed,
    'void writeStartArray()': (generator: JsonGenerator) => generator.open(false),
    'void writeEndArray()': (generator: JsonGenerator) => generator.close(false),
    'void writeStartObject()': (generator: JsonGenerator) => generator.open(true),
    'void writeEndObject()': (generator: JsonGenerator) => generator.close(true),
    'void writeFieldName(String)': (generator: JsonGenerator, name: string) => generator.fieldName(name),
    'void writeNull()': (generator: JsonGenerator) => generator.tree(null),
    'void writeNullField(String)': (generator: JsonGenerator, name: string) => generator.field(name, null),
  },
};

export const JSON_TYPES: readonly PlatformType[] = [JSON_TYPE, GENERATOR, ...PARSER_TYPES];
