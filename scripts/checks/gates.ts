/** The static gates in the order in which they run. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildLwc } from '../salesforce/build-lwc.ts';
import { checkApex } from './apex-ls.ts';
import { checkWithCompiler } from './apex/compiler.ts';
import { checkConversion } from './conversion.ts';
import type { GateOutcome } from './finding.ts';
import { checkLayers } from './layers.ts';

/**
 * Runs every gate over the project in `root`.
 *
 * @throws Error when `root` is no SFDX project, or when a gate cannot run at all (Java missing).
 */
export async function runGates(root: string): Promise<GateOutcome[]> {
  if (!existsSync(path.join(root, 'sfdx-project.json'))) {
    throw new Error(`${root} has no sfdx-project.json: name the folder of a Salesforce project with --project.`);
  }
  await buildLwc(root);
  return [await checkApex(root), await checkWithCompiler(root), await checkConversion(root), checkLayers(root)];
}
