/** Scenario files: what a simulated year is made of. */
import { readFileSync } from 'node:fs';

export interface ScenarioPackage {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly model: 'Paid' | 'Free' | 'Freemium' | 'Internal';
  /** Part of the production orgs that install it, 0 to 1. */
  readonly share: number;
  /** Version numbers in the order of their release, spread evenly over the scenario. */
  readonly versions: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly description: string;
  readonly days: number;
  /** Subscriber orgs, sandboxes included. */
  readonly orgs: number;
  readonly sandboxShare: number;
  readonly seed: number;
  readonly packages: readonly ScenarioPackage[];
}

/**
 * @param file path of a JSON file like config/scenarios/first-year.json
 * @throws Error that names the file and the first thing wrong with it
 */
export function readScenario(file: string): Scenario {
  let scenario: Partial<Scenario>;
  try {
    scenario = JSON.parse(readFileSync(file, 'utf8')) as Partial<Scenario>;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  const problem = problemOf(scenario);
  if (problem !== null) throw new Error(`${file}: ${problem}`);
  return scenario as Scenario;
}

function problemOf(scenario: Partial<Scenario>): string | null {
  for (const key of ['days', 'orgs'] as const) {
    const value = scenario[key];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
      return `"${key}" must be a whole number above 0`;
  }
  if (typeof scenario.seed !== 'number') return '"seed" must be a number';
  const share = scenario.sandboxShare;
  if (typeof share !== 'number' || share < 0 || share >= 1) return '"sandboxShare" must be from 0 to below 1';
  if (!Array.isArray(scenario.packages) || scenario.packages.length === 0)
    return '"packages" must name at least one package';
  for (const [index, entry] of (scenario.packages as Partial<ScenarioPackage>[]).entries()) {
    if (!/^033[a-zA-Z0-9]{12}([A-Z0-5]{3})?$/.test(entry.id ?? ''))
      return `"packages[${index}].id" is no package id (033…)`;
    if (!Array.isArray(entry.versions) || entry.versions.length === 0)
      return `"packages[${index}].versions" must not be empty`;
  }
  return null;
}
