/** A local org with the package, set up for work, and the command line in this process against it. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Config } from '@oclif/core';
import type { Connection } from '@salesforce/core';
import { startOrgs } from '../../scripts/org/index.ts';
import { connectByToken } from '../../scripts/salesforce/connect.ts';
import { deploySource } from '../../scripts/salesforce/deploy.ts';
import { assignPermissionSets } from '../../scripts/salesforce/permission-sets.ts';
import type { ScenarioPackage } from '../../scripts/simulator/scenario.ts';
import { setUp } from '../../scripts/start/set-up.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

export interface Answer<T> {
  readonly status: number;
  readonly result: T;
}

export interface WorkingOrg {
  readonly folder: string;
  readonly connection: Connection;
  /** Runs one command and answers what it would print with --json. */
  lma<T = Record<string, unknown>>(id: string, ...args: string[]): Promise<Answer<T>>;
  /** Runs one command as a person does; errors are thrown. */
  run(id: string, ...args: string[]): Promise<unknown>;
  /** Installs a package for an org of that name, and answers the number of the license. */
  install(packageName: string, orgName: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startWorkingOrg(packages: readonly ScenarioPackage[]): Promise<WorkingOrg> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-work-'));
  const config = await Config.load({ root: ROOT });
  const orgs = await startOrgs({ dataDir: folder, port: 0 });
  const connection = await connectByToken({
    instanceUrl: orgs.url,
    accessToken: orgs.orgs[0]?.accessToken ?? '',
    home: path.join(folder, 'home'),
  });
  await deploySource(connection, [path.join(ROOT, 'force-app', 'main')]);
  await assignPermissionSets(connection, ['LMA_Admin', 'LMA_License_Manager', 'LMA_Integration']);
  await setUp(connection, { goLiveOn: '2026-01-01', packages });
  const run = (id: string, ...args: string[]): Promise<unknown> => config.runCommand(id, [...args, '--data', folder]);
  const lma = async <T>(id: string, ...args: string[]): Promise<Answer<T>> =>
    (await run(id, ...args, '--json')) as Answer<T>;
  return {
    folder,
    connection,
    lma,
    run,
    install: async (packageName, orgName) => {
      const email = `jane.doe@${orgName.toLowerCase()}.example`;
      const args = ['--package', packageName, '--org-name', orgName, '--email', email, '--wait'];
      const { result } = await lma<{ event: { license: { name: string } } }>('simulate:install', ...args);
      return result.event.license.name;
    },
    stop: async () => {
      await orgs.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
