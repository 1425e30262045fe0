/** Every command of `lma`, by its id. */
import Check from './check.ts';

export const COMMANDS = { check: Check };
