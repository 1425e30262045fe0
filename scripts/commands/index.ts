/** Every command of `lma`, by its id. */
import Check from './check.ts';
import SimulatePlay from './simulate/play.ts';

export const COMMANDS = { check: Check, 'simulate:play': SimulatePlay };
