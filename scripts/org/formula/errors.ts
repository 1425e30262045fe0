/** Refusals of a formula, in the platform's words, with the place in its text. */
import { OrgError } from '../types.ts';
import { TYPE_NAMES } from './types.ts';
import type { FormulaType } from './types.ts';

const CODE = 'FORMULA_EXPRESSION_INVALID';

export class FormulaErrors {
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  at(message: string, offset: number): OrgError {
    const before = this.text.slice(0, offset).split('\n');
    return new OrgError(CODE, message, { line: before.length, column: (before.at(-1) ?? '').length + 1 });
  }
  unknownField(name: string, offset: number): OrgError {
    return this.at(`Field ${name} does not exist. Check spelling.`, offset);
  }
  unknownFunction(name: string, offset: number): OrgError {
    return this.at(`Unknown function ${name}. Check spelling.`, offset);
  }
  unsupportedFunction(name: string, reason: string, offset: number): OrgError {
    return this.at(`The function ${name} is not supported by the local org: ${reason}`, offset);
  }
  unsupportedName(name: string, offset: number): OrgError {
    return this.at(`The global variable ${name} is not supported by the local org`, offset);
  }
  wrongCount(name: string, expected: string, received: number, offset: number): OrgError {
    return this.at(
      `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${received}`,
      offset,
    );
  }
  wrongParameter(name: string, expected: readonly FormulaType[], received: FormulaType, offset: number): OrgError {
    return this.at(
      `Incorrect parameter type for function '${name}()'. Expected ${typeList(expected)}, received ${TYPE_NAMES[received]}`,
      offset,
    );
  }
  wrongOperand(operator: string, expected: readonly FormulaType[], received: FormulaType, offset: number): OrgError {
    return this.at(
      `Incorrect parameter type for operator '${operator}'. Expected ${typeList(expected)}, received ${TYPE_NAMES[received]}`,
      offset,
    );
  }
  picklist(name: string, offset: number): OrgError {
    return this.at(
      `Field ${name} is a picklist field. Picklist fields are only supported in certain functions.`,
      offset,
    );
  }
  wrongResult(received: FormulaType, expected: FormulaType): OrgError {
    return this.at(
      `Formula result is data type (${TYPE_NAMES[received]}), incompatible with expected data type (${TYPE_NAMES[expected]}).`,
      0,
    );
  }
}

function typeList(types: readonly FormulaType[]): string {
  return types.map((type) => TYPE_NAMES[type]).join(', ');
}
