/** Where and why a query cannot run. */
import type { Place } from '../source/apex-facts.ts';

export interface QueryProblem extends Place {
  readonly message: string;
}
