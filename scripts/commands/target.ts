/** Which org a command works on: one the Salesforce CLI knows, or the local org that runs. */
import path from 'node:path';
import { Flags } from '@oclif/core';
import type { Connection } from '@salesforce/core';
import { DEFAULT_DATA, readRunFile } from '../org/server/data-folder.ts';
import { connect, connectByToken } from '../salesforce/connect.ts';

/** Flags of every command that talks to an org. */
export const TARGET_FLAGS = {
  'target-org': Flags.string({
    summary: 'Alias or username that the Salesforce CLI knows; the local org when absent.',
  }),
  data: Flags.string({ summary: 'Data folder of the local org.', default: DEFAULT_DATA }),
  namespace: Flags.string({ summary: 'Namespace of the installed package; leave out for a source deploy.' }),
};

export interface Target {
  readonly 'target-org'?: string | undefined;
  readonly data: string;
}

/** Alias under which every command knows the local org. */
const LOCAL = 'local';

/** True where the command works on the local org. */
export function isLocal(target: Target): boolean {
  return target['target-org'] === undefined || target['target-org'] === LOCAL;
}

/**
 * @throws Error that says how to start or log in, when the org cannot be reached
 */
export async function connectTo(target: Target): Promise<Connection> {
  if (!isLocal(target)) return connect(target['target-org'] ?? LOCAL);
  const run = readRunFile(target.data);
  const org = run?.orgs.find((entry) => entry.alias === LOCAL);
  if (run === undefined || org === undefined || run.pid === 0) {
    throw new Error(
      `No local org runs on ${target.data}. Start one with "npm start", or name another org with --target-org.`,
    );
  }
  return connectByToken({ instanceUrl: run.url, accessToken: org.accessToken, home: path.join(target.data, 'home') });
}
