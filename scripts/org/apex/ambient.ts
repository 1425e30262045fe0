/** What running Apex carries along its calls: sharing of the caller, stack depth, and the budget until the next look at the clock. */
import { host } from './host.ts';
import type { ApexHost } from './contract.ts';

/** Apex frames one transaction may stack. */
export const MAXIMUM_STACK_DEPTH = 1000;
/** Loop edges and calls between two calls of `host().tick()`. */
const STEPS_PER_TICK = 4096;

/** Sharing keyword of a class: 0 none, 1 with, 2 without, 3 inherited. */
export type SharingCode = 0 | 1 | 2 | 3;

type Sharing = boolean | undefined;

let sharing: Sharing;
let depth = 0;
let steps = STEPS_PER_TICK;
let owner: ApexHost | null = null;

/** Raised by `enter` when the stack is too deep; the loader sets it, since exceptions live in the runtime library. */
let tooDeep: () => never = () => {
  throw new Error(`Maximum stack depth reached: ${MAXIMUM_STACK_DEPTH + 1}`);
};

export function onStackOverflow(raise: () => never): void {
  tooDeep = raise;
}

/** Enters a method of a class with this keyword; give the answer to `leave`. */
export function enter(keyword: SharingCode): Sharing {
  if (++depth > MAXIMUM_STACK_DEPTH) {
    depth--;
    tooDeep();
  }
  if (--steps < 0) spend();
  const before = sharing;
  if (keyword === 1) sharing = true;
  else if (keyword === 2) sharing = false;
  else if (before === undefined) sharing = keyword === 3;
  return before;
}

export function leave(before: Sharing): void {
  depth--;
  sharing = before;
}

/** Rounds a loop goes before it looks at the budget: in a tight one the look would cost more than the round. */
const ROUNDS_PER_STEP = 128;

/** Counts the rounds of a loop since it asked last; returns how many it may go until it asks again. */
export function step(): number {
  if ((steps -= ROUNDS_PER_STEP) < 0) spend();
  return ROUNDS_PER_STEP;
}

/** Readers of the variables a dynamic query may bind, by lower-case name. */
export type Variables = Readonly<Record<string, () => unknown>>;

let variables: Variables | null = null;

/** Runs a call that makes a dynamic query, with the variables its caller sees. */
export function withVariables<T>(visible: Variables, call: () => T): T {
  const before = variables;
  variables = visible;
  try {
    return call();
  } finally {
    variables = before;
  }
}

/** Variables of the dynamic query that is being made, once: what the query runs in turn does not see them. */
export function takeVariables(): Variables | null {
  const found = variables;
  variables = null;
  return found;
}

let deadline: { readonly at: number; readonly ms: number } | null = null;

/** From now on running Apex ends after so many milliseconds of wall-clock time, whatever it does; `null` lifts that. */
export function setDeadline(ms: number | null): void {
  deadline = ms === null ? null : { at: performance.now() + ms, ms };
}

/** Thrown where the time that `setDeadline` gave is over; Apex cannot catch it. */
export class DeadlineError extends Error {}

/** Throws when the time is over; called where Apex spends time: on loops, calls and in the database. */
export function checkDeadline(): void {
  if (deadline !== null && performance.now() > deadline.at) {
    throw new DeadlineError(`The time limit of the local org for one test is exceeded: ${deadline.ms} ms`);
  }
}

function spend(): void {
  steps = STEPS_PER_TICK;
  host().tick();
  checkDeadline();
}

/** Whether record sharing applies to what the running Apex does; `false` outside of any class. */
export function currentSharing(): boolean {
  return sharing ?? false;
}

/**
 * Runs Apex from outside (an entry point). A new transaction starts with an empty stack and no caller's sharing; inside the same
 * transaction the caller's stay. `entrySharing` states the sharing of a caller that is no class (trigger, anonymous block).
 */
export function fromOutside<T>(body: () => T, entrySharing?: boolean): T {
  const now = host();
  const saved = { sharing, depth, owner };
  if (owner !== now) {
    sharing = undefined;
    depth = 0;
    owner = now;
  }
  if (entrySharing !== undefined) sharing = entrySharing;
  try {
    return body();
  } finally {
    sharing = saved.sharing;
    depth = saved.depth;
    owner = saved.owner;
  }
}
