/** Every refusal of a query, in the platform's words. */
import { OrgError } from '../types.ts';
import type { Position } from './ast.ts';

const CUSTOM_FIELD_HINT =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. " +
  'Please reference your WSDL or the describe call for the appropriate names.';
const CUSTOM_OBJECT_HINT =
  "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. " +
  'Please reference your WSDL or the describe call for the appropriate names.';
const CUSTOM_RELATIONSHIP_HINT =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. " +
  'Please reference your WSDL or the describe call for the appropriate names.';

/** The query's line with a caret below the place, as the platform prefixes its messages. */
function pointAt(text: string, at: Position): string {
  const line = (text.split('\n')[at.line - 1] ?? '').replaceAll('\t', ' ');
  const start = Math.max(0, at.column - 60);
  const shown = line.slice(start, at.column + 60);
  return `\n${shown}\n${' '.repeat(at.column - 1 - start)}^\nERROR at Row:${at.line}:Column:${at.column}\n`;
}

/** Builds errors that quote one query text. */
export class QueryErrors {
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  at(code: string, message: string, at: Position, fields: readonly string[] = []): OrgError {
    return new OrgError(code, pointAt(this.text, at) + message, { line: at.line, column: at.column, fields });
  }
  malformed(message: string, at: Position): OrgError {
    return this.at('MALFORMED_QUERY', message, at);
  }
  noSuchColumn(field: string, object: string, at: Position): OrgError {
    return this.at('INVALID_FIELD', `No such column '${field}' on entity '${object}'. ${CUSTOM_FIELD_HINT}`, at, [
      field,
    ]);
  }
  noSuchObject(object: string, at: Position): OrgError {
    return this.at('INVALID_TYPE', `sObject type '${object}' is not supported. ${CUSTOM_OBJECT_HINT}`, at);
  }
  noSuchParent(relationship: string, at: Position): OrgError {
    return this.at(
      'INVALID_FIELD',
      `Didn't understand relationship '${relationship}' in field path. ${CUSTOM_RELATIONSHIP_HINT}`,
      at,
    );
  }
  noSuchChild(relationship: string, at: Position): OrgError {
    return this.at(
      'INVALID_TYPE',
      `Didn't understand relationship '${relationship}' in FROM part of query call. ${CUSTOM_RELATIONSHIP_HINT}`,
      at,
    );
  }
  wrongType(field: string, expected: string, quoted: boolean, at: Position): OrgError {
    const quotes = quoted ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
    return this.at(
      'INVALID_FIELD',
      `value of filter criterion for field '${field}' must be of type ${expected} and ${quotes}`,
      at,
      [field],
    );
  }
  unsupported(what: string, at: Position, reason?: string): OrgError {
    const because = reason === undefined ? '' : `: ${reason}`;
    return this.at('MALFORMED_QUERY', `${what} is not supported by the local org${because}`, at);
  }
}
