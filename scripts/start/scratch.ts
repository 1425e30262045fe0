/** From nothing to a usable scratch org: create, deploy, permission sets, set-up, events. Every step can be repeated. */
import { buildLwc } from '../salesforce/build-lwc.ts';
import { deploySource } from '../salesforce/deploy.ts';
import { assignPermissionSets } from '../salesforce/permission-sets.ts';
import { companionDirectories, packageDirectories } from '../salesforce/project.ts';
import { createScratchOrg, loginUrl, type ScratchRequest } from '../salesforce/scratch-org.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { sendEvents, summarise } from '../simulator/send.ts';
import { playYear } from '../simulator/year.ts';
import { ADMIN_PERMISSION_SETS } from './admin-permission-sets.ts';
import { setUp } from './set-up.ts';

const DAY_MS = 86_400_000;

export interface UsableScratchOrg {
  readonly username: string;
  readonly orgId: string;
  readonly url: string;
}

export interface ScratchSteps extends ScratchRequest {
  /** Folder of the project. */
  readonly root: string;
  /** Absent: no events are sent. */
  readonly scenario?: Scenario;
  readonly log: (line: string) => void;
}

/** @throws Error of the step that failed; run it again, and it goes on there */
export async function makeUsableScratchOrg(steps: ScratchSteps): Promise<UsableScratchOrg> {
  const { log, scenario } = steps;
  const org = await createScratchOrg(steps);
  log(`${org.isNew ? 'Created' : 'Using'} scratch org ${org.username} (${org.orgId})`);
  await buildLwc(steps.root);
  const deployed = await deploySource(org.connection, [
    ...packageDirectories(steps.root),
    ...companionDirectories(steps.root),
  ]);
  log(`Deployed ${deployed.components} components in ${(deployed.ms / 1000).toFixed(1)} s`);
  await assignPermissionSets(org.connection, ADMIN_PERMISSION_SETS);
  log('Assigned permission sets');
  const firstDay = Math.floor(Date.now() / DAY_MS) * DAY_MS - (scenario?.days ?? 0) * DAY_MS;
  await setUp(org.connection, {
    goLiveOn: new Date(firstDay).toISOString().slice(0, 10),
    packages: scenario?.packages ?? [],
  });
  log('Set up: org designated, go-live date, templates, signing key, packages, jobs');
  if (scenario !== undefined) {
    const outcomes = await sendEvents(org.connection, playYear(scenario, firstDay));
    const { counts, refusals } = summarise(outcomes);
    log(`Events: ${counts.accepted} accepted, ${counts.duplicate} duplicates, ${counts.rejected} rejected`);
    for (const refusal of refusals) log(`${refusal.count} of ${outcomes.length} events refused: ${refusal.reason}`);
  }
  return { username: org.username, orgId: org.orgId, url: await loginUrl(org.connection) };
}
