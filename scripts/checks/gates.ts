/** The static gates in the order in which they run. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildLwc } from '../salesforce/build-lwc.ts';
import { checkApex } from './apex-ls.ts';
import { checkWithCompiler } from './apex/compiler.ts';
import { checkConversion } from './conversion.ts';
import type { GateOutcome } from './finding.ts';
import { checkLayers } from './layers.ts';
import { checkLwc } from './lwc/check-lwc.ts';
import { checkMetadata } from './metadata/index.ts';
import { checkSoql } from './soql/check-soql.ts';
import { checkHouseRules } from './soql/house-rules.ts';
import { readQuerySchema } from './soql/project-objects.ts';
import { apexFiles } from './source/apex-files.ts';
import { readConfiguration } from './source/configuration.ts';
import type { ChecksConfiguration } from './source/configuration.ts';
import { projectFiles } from './source/files.ts';
import type { ProjectFiles } from './source/files.ts';
import { checkWords } from './words.ts';

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
  const project = projectFiles(root);
  const { house, words, ...layers } = readConfiguration(root);
  const outcomes = await Promise.all([
    checkApex(project, house.has('unused')), // Java works beside the gates that follow
    checkWithCompiler(root),
    checkConversion(root),
    checkMetadata(root),
    sourceGates(project, house, layers),
  ]);
  return [...outcomes.flat(), checkWords(root, words)];
}

/** The gates that read sources themselves; they share what was read. */
async function sourceGates(
  project: ProjectFiles,
  house: ChecksConfiguration['house'],
  layers: Pick<ChecksConfiguration, 'domains' | 'scripts'>,
): Promise<GateOutcome[]> {
  const apex = await apexFiles(project);
  const schema = readQuerySchema(project);
  return [
    checkSoql(apex, schema),
    checkHouseRules(apex, schema, house),
    await checkLwc(project, apex, schema, house),
    checkLayers(project.root, apex, layers),
  ];
}
