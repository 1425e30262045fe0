/** Code that needs what the local org does not have: reaching it ends the test, and nothing can catch that. */
import type { CompileProblem } from './contract.ts';

export class UnsupportedError extends Error {
  readonly problem: CompileProblem;
  /** Apex stack text; resolved where the error leaves the emitted code. */
  apexStack: string | null = null;
  constructor(problem: CompileProblem) {
    super(problem.message);
    this.name = 'UnsupportedError';
    this.problem = problem;
  }
}

let reached: UnsupportedError | null = null;

/** The error for this problem; remembered, since a job may end with it and its caller go on. */
export function unsupported(problem: CompileProblem): UnsupportedError {
  const error = new UnsupportedError(problem);
  reached ??= error;
  return error;
}

/** The first such error since the last call, or `null`. */
export function takeUnsupported(): UnsupportedError | null {
  const found = reached;
  reached = null;
  return found;
}
