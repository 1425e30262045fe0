/** Brings the local org up: a fresh one is deployed to, set up and played to; one that was is just opened. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startOrgs, type RunningOrgs } from '../org/index.ts';
import { buildLwc } from '../salesforce/build-lwc.ts';
import { connectByToken, loadLibraries } from '../salesforce/connect.ts';
import { deploySource } from '../salesforce/deploy.ts';
import { assignPermissionSets } from '../salesforce/permission-sets.ts';
import { companionDirectories, packageDirectories } from '../salesforce/project.ts';
import { summarise as countOutcomes } from '../simulator/send.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { planOperations } from '../simulator/operations.ts';
import { playYear } from '../simulator/year.ts';
import { ADMIN_PERMISSION_SETS } from './admin-permission-sets.ts';
import { setClock } from './local-control.ts';
import { createPersonas } from './personas.ts';
import { playDays } from './play-scenario.ts';
import { setUp } from './set-up.ts';
import { summarise, type Summary } from './summary.ts';

const DAY_MS = 86_400_000;
const PROGRESS_DAYS = 73;

export interface StartLocalOrg {
  /** Folder of the project with the package. */
  readonly root: string;
  readonly dataDir: string;
  readonly port?: number;
  readonly reset: boolean;
  readonly scenario: Scenario;
  readonly seed?: number;
  /** One line per step. */
  readonly log: (line: string) => void;
}

/** @returns the running org and what it holds; the caller stops it */
export async function startLocalOrg(options: StartLocalOrg): Promise<{ orgs: RunningOrgs; summary: Summary }> {
  // Loads while the engine thread opens the org: each takes about a second.
  const home = path.join(options.dataDir, 'home');
  const libraries = loadLibraries(home);
  const orgs = await startOrgs({
    dataDir: options.dataDir,
    reset: options.reset,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  try {
    options.log(`Local org is up on ${orgs.url}`);
    const org = orgs.orgs[0];
    if (org === undefined) throw new Error('The data folder names no org. Start again with --reset.');
    await libraries;
    const connection = await connectByToken({
      instanceUrl: orgs.url,
      accessToken: org.accessToken,
      home,
    });
    const mark = path.join(options.dataDir, 'scenario.json');
    if (options.reset) rmSync(mark, { force: true });
    if (existsSync(mark))
      options.log(
        `Scenario ${(JSON.parse(readFileSync(mark, 'utf8')) as { name: string }).name} is there already (--reset plays it anew)`,
      );
    else await prepare(connection, options, mark);
    return { orgs, summary: await summarise(connection) };
  } catch (error) {
    await orgs.stop();
    throw error;
  }
}

/** Every step can be repeated, so a start that was interrupted goes on with the next one. */
async function prepare(
  connection: Awaited<ReturnType<typeof connectByToken>>,
  options: StartLocalOrg,
  mark: string,
): Promise<void> {
  const { log, scenario } = options;
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const firstDay = today - scenario.days * DAY_MS;
  await setClock(connection, firstDay);
  await buildLwc(options.root);
  const deployed = await deploySource(connection, [
    ...packageDirectories(options.root),
    ...companionDirectories(options.root),
  ]);
  log(`Deployed ${deployed.components} components in ${(deployed.ms / 1000).toFixed(1)} s`);
  await assignPermissionSets(connection, ADMIN_PERMISSION_SETS);
  log(`Assigned ${ADMIN_PERMISSION_SETS.join(', ')}`);
  await setUp(connection, { goLiveOn: new Date(firstDay).toISOString().slice(0, 10), packages: scenario.packages });
  await createPersonas(connection);
  log('Set up: org designated, go-live date, templates, signing key, packages, jobs, demo users');
  const events = playYear(scenario, firstDay, options.seed);
  const played = await playDays(connection, events, {
    operations: planOperations(scenario, events, firstDay, options.seed),
    firstDay,
    days: scenario.days,
    onDay: (day, answered) => {
      if (day % PROGRESS_DAYS === 0 || day === scenario.days)
        log(`Played ${day} of ${scenario.days} days, ${answered} of ${events.length} events`);
    },
  });
  const { counts, refusals } = countOutcomes(played.outcomes);
  log(`Events: ${counts.accepted} accepted, ${counts.duplicate} duplicates, ${counts.rejected} rejected`);
  for (const refusal of refusals) log(`${refusal.count} of ${events.length} events refused: ${refusal.reason}`);
  log(`Operations: ${played.operationsDone} done, ${played.operationsRefused.length} refused`);
  for (const refusal of played.operationsRefused) log(`Refused: ${refusal}`);
  await setClock(connection, Date.now());
  writeFileSync(mark, `${JSON.stringify({ name: scenario.name, seed: options.seed ?? scenario.seed })}\n`);
}
