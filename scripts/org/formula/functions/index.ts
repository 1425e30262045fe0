/** Every function a formula may call, by name. What is not here fails by name. */
import type { FormulaFunction } from '../call.ts';
import { DATE_FUNCTIONS } from './dates.ts';
import { LOGIC_FUNCTIONS } from './logic.ts';
import { NUMBER_FUNCTIONS } from './numbers.ts';
import { PLACE_FUNCTIONS } from './places.ts';
import { TEXT_FUNCTIONS } from './text.ts';

export const FORMULA_FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  [LOGIC_FUNCTIONS, TEXT_FUNCTIONS, NUMBER_FUNCTIONS, DATE_FUNCTIONS, PLACE_FUNCTIONS].flatMap((table) =>
    Object.entries(table),
  ),
);
