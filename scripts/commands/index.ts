/** Every command of `lma`, by its id. */
import Check from './check.ts';
import Start from './start.ts';
import SimulatePlay from './simulate/play.ts';
import TestApex from './test/apex.ts';

export const COMMANDS = { check: Check, start: Start, 'simulate:play': SimulatePlay, 'test:apex': TestApex };
