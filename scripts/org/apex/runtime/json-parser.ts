/** JSONParser: a walk over the tokens of a JSON text. */
import type { PlatformType } from '../contract.ts';
import { enumType } from './define.ts';
import { fromTree } from './json-read.ts';
import { JsonNumber, JsonObject } from './json-tree.ts';
import type { JsonTree } from './json-tree.ts';
import type { TypeToken } from './type.ts';
import type { ApexEnum } from './values/enum.ts';
import { enumConstant } from './values/enum.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

interface Step {
  readonly token: string;
  readonly name: string | null;
  /** Tree that the token starts or is. */
  readonly tree: JsonTree;
}

function valueToken(tree: JsonTree): string {
  if (tree === null) return 'VALUE_NULL';
  if (typeof tree === 'boolean') return tree ? 'VALUE_TRUE' : 'VALUE_FALSE';
  if (tree instanceof JsonNumber) return /[.eE]/.test(tree.source) ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT';
  return 'VALUE_STRING';
}

function* steps(tree: JsonTree, name: string | null): Generator<Step> {
  if (tree instanceof JsonObject) {
    yield { token: 'START_OBJECT', name, tree };
    for (const [key, value] of tree.entries) {
      yield { token: 'FIELD_NAME', name: key, tree: key };
      yield* steps(value, key);
    }
    yield { token: 'END_OBJECT', name, tree: null };
  } else if (Array.isArray(tree)) {
    yield { token: 'START_ARRAY', name, tree };
    for (const item of tree as JsonTree[]) yield* steps(item, null);
    yield { token: 'END_ARRAY', name, tree: null };
  } else yield { token: valueToken(tree), name, tree };
}

const NUMERIC: ReadonlySet<string> = new Set(['Integer', 'Long', 'Double', 'Decimal']);

export class JsonParser extends ApexObject {
  static readonly apexName = 'JSONParser';
  readonly #steps: readonly Step[];
  #at = -1;
  #cleared: ApexEnum | null = null;
  #isCleared = false;
  constructor(tree: JsonTree) {
    super();
    this.#steps = [...steps(tree, null)];
  }

  get step(): Step | null {
    return this.#isCleared ? null : (this.#steps[this.#at] ?? null);
  }

  get token(): ApexEnum | null {
    return this.step && enumConstant('JSONToken', this.step.token);
  }

  next(): ApexEnum | null {
    this.#at += 1;
    this.#isCleared = false;
    return this.token;
  }

  nextValue(): ApexEnum | null {
    const token = this.next();
    return token?.name === 'FIELD_NAME' ? this.next() : token;
  }

  clear(): void {
    this.#cleared = this.token;
    this.#isCleared = true;
  }

  get cleared(): ApexEnum | null {
    return this.#cleared;
  }

  /** Moves to the end of the object or list that starts here. */
  skipChildren(): void {
    if (!/^START_/.test(this.step?.token ?? '')) return;
    for (let depth = 1; depth > 0;) {
      const token = this.next()?.name ?? 'END_OBJECT';
      if (token.startsWith('START_')) depth += 1;
      else if (token.startsWith('END_')) depth -= 1;
    }
  }

  read(type: string, strict = false): unknown {
    const step = this.step?.token === 'FIELD_NAME' ? (this.next(), this.step) : this.step;
    if (!step) return throwException('JSONException', 'No current token');
    const value = fromTree(step.tree, type, strict);
    this.skipChildren();
    return value;
  }

  scalar(type: string): unknown {
    const token = this.step?.token ?? 'null';
    if (type === 'Boolean' && !/^VALUE_(TRUE|FALSE)$/.test(token))
      return throwException('JSONException', `Current token (${token}) not of boolean type`);
    if (NUMERIC.has(type) && !token.startsWith('VALUE_NUMBER'))
      return throwException(
        'JSONException',
        `Current token (${token}) not numeric, can not use numeric value accessors`,
      );
    if (!this.step || !token.startsWith('VALUE_'))
      return throwException('JSONException', `Current token (${token}) not of ${type.toLowerCase()} type`);
    return fromTree(this.step.tree, type);
  }

  get text(): string | null {
    if (!this.step) return null;
    const { token, tree } = this.step;
    const signs: Readonly<Record<string, string>> = {
      START_OBJECT: '{',
      END_OBJECT: '}',
      START_ARRAY: '[',
      END_ARRAY: ']',
    };
    return signs[token] ?? (tree instanceof JsonNumber ? tree.source : String(tree as string | boolean | null));
  }
}

const scalar = (type: string) => (parser: JsonParser) => parser.scalar(type);

export const PARSER_TYPES: readonly PlatformType[] = [
  {
    name: 'JSONParser',
    kind: 'class',
    members: {
      'void clearCurrentToken()': (parser: JsonParser) => parser.clear(),
      'Blob getBlobValue()': scalar('Blob'),
      'Boolean getBooleanValue()': scalar('Boolean'),
      'String getCurrentName()': (parser: JsonParser) => parser.step?.name ?? null,
      'JSONToken getCurrentToken()': (parser: JsonParser) => parser.token,
      'Datetime getDatetimeValue()': scalar('Datetime'),
      'Date getDateValue()': scalar('Date'),
      'Decimal getDecimalValue()': scalar('Decimal'),
      'Double getDoubleValue()': scalar('Double'),
      'Id getIdValue()': scalar('Id'),
      'Integer getIntegerValue()': scalar('Integer'),
      'JSONToken getLastClearedToken()': (parser: JsonParser) => parser.cleared,
      'Long getLongValue()': scalar('Long'),
      'String getText()': (parser: JsonParser) => parser.text,
      'Time getTimeValue()': scalar('Time'),
      'Boolean hasCurrentToken()': (parser: JsonParser) => parser.step !== null,
      'JSONToken nextToken()': (parser: JsonParser) => parser.next(),
      'JSONToken nextValue()': (parser: JsonParser) => parser.nextValue(),
      'Object readValueAs(Type)': (parser: JsonParser, type: TypeToken | null) =>
        parser.read(requireArgument(type).type),
      'Object readValueAsStrict(Type)': (parser: JsonParser, type: TypeToken | null) =>
        parser.read(requireArgument(type).type, true),
      'void skipChildren()': (parser: JsonParser) => parser.skipChildren(),
    },
  },
  enumType('JSONToken', [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE',
  ]),
];
