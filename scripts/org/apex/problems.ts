/** Compile errors: raised where they are seen, caught per statement or member so that one file reports several. */
import type { ApexToken } from '@apexdevtools/apex-parser';
import type { Position } from './declare/model.ts';

export class CompileError extends Error {
  readonly position: Position;
  constructor(message: string, position: Position) {
    super(message);
    this.name = 'CompileError';
    this.position = position;
  }
}

/** Anything of the syntax tree that has a start. */
export interface Located {
  readonly start: ApexToken;
}

export function positionOf(node: Located): Position {
  return { line: node.start.line, column: node.start.column + 1 };
}

export function fail(message: string, node: Located | Position): never {
  throw new CompileError(message, 'start' in node ? positionOf(node as Located) : node);
}
