/** Reads JSON request bodies and says where they are malformed. */
import { OrgError } from '../types.ts';
import { bodyText } from './message.ts';
import type { OrgRequest } from './message.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Line and column, both 1-based, of an offset. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function malformed(text: string, error: Error): OrgError {
  const position = /position (\d+)/.exec(error.message);
  const offset = position?.[1] === undefined ? text.length : Number(position[1]);
  const place = placeOf(text, offset);
  const found = offset < text.length ? `Unexpected character ('${text[offset] ?? ''}')` : 'Unexpected end-of-input';
  return new OrgError('JSON_PARSER_ERROR', `${found} at [line:${place.line}, column:${place.column}]`, place);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw malformed(text, error as Error);
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as an object; anything else is refused with Salesforce's parser error. */
export function objectBody(request: OrgRequest): JsonObject {
  const value = parseJson(bodyText(request));
  if (!isObject(value)) throw new OrgError('JSON_PARSER_ERROR', 'The HTTP entity body is required to be a JSON object');
  return value;
}

export function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new OrgError('JSON_PARSER_ERROR', `${name} must be a string`);
  return value;
}

export function optionalText(value: unknown, name: string): string | undefined {
  return value === undefined || value === null ? undefined : textOf(value, name);
}

export function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new OrgError('JSON_PARSER_ERROR', `${name} must be an array`);
  return value as readonly unknown[];
}

export function objectOf(value: unknown, name: string): JsonObject {
  if (!isObject(value)) throw new OrgError('JSON_PARSER_ERROR', `${name} must be an object`);
  return value;
}
