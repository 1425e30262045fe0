/** Which of several methods a call means. */
import type { World } from '../declare/world.ts';
import { distance } from './conversion.ts';

/** The candidate whose parameters are nearest to the argument types, or `undefined` when none fits. */
export function chooseOverload<T>(
  world: World,
  candidates: readonly T[],
  parametersOf: (candidate: T) => readonly string[],
  args: readonly string[],
): T | undefined {
  let best: T | undefined;
  let bestCost = Infinity;
  for (const candidate of candidates) {
    const cost = costOf(world, parametersOf(candidate), args);
    if (cost !== null && cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

function costOf(world: World, parameters: readonly string[], args: readonly string[]): number | null {
  if (parameters.length !== args.length) return null;
  let total = 0;
  for (const [at, arg] of args.entries()) {
    const step = distance(world, arg, parameters[at]!);
    if (step === null) return null;
    total += step;
  }
  return total;
}
