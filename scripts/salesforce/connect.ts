/** Connections to orgs the Salesforce CLI knows, and to the local org. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type * as SalesforceCore from '@salesforce/core';
import type { Connection } from '@salesforce/core';

/** The part of a Salesforce connection that the simulator and the setup use; `Connection` has it. */
export interface OrgConnection {
  readonly instanceUrl: string;
  request<T>(request: {
    method: 'GET' | 'POST';
    url: string;
    body?: string;
    headers?: Record<string, string>;
  }): Promise<T>;
}

/**
 * @param aliasOrUsername as the Salesforce CLI knows it
 * @throws Error that says how to log in, when the CLI does not know the org
 */
export async function connect(aliasOrUsername: string): Promise<Connection> {
  const { Org } = await import('@salesforce/core');
  try {
    const org = await Org.create({ aliasOrUsername });
    return org.getConnection();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `No connection to "${aliasOrUsername}": ${reason}. Log in with "sf org login web --alias ${aliasOrUsername}".`,
      { cause: error },
    );
  }
}

export interface TokenLogin {
  readonly instanceUrl: string;
  readonly accessToken: string;
  /** Folder for what the Salesforce libraries keep, instead of the user's own `~/.sf`. */
  readonly home: string;
}

/**
 * Loads Salesforce's libraries for work with the local org alone. Changes HOME and the proxy settings of this process
 * first: the libraries read both when they load, and the local org needs neither.
 */
export function loadLibraries(home: string): Promise<typeof SalesforceCore> {
  process.env['HOME'] = path.resolve(home);
  process.env['USERPROFILE'] = path.resolve(home);
  process.env['SF_DISABLE_TELEMETRY'] = 'true';
  process.env['SF_USE_GENERIC_UNIX_KEYCHAIN'] = 'true';
  process.env['SF_DISABLE_LOG_FILE'] = 'true';
  for (const name of Object.keys(process.env)) if (/^(https?|all)_proxy$/i.test(name)) delete process.env[name];
  return import('@salesforce/core');
}

/** Connects by token, with libraries loaded as `loadLibraries` does. */
export async function connectByToken(login: TokenLogin): Promise<Connection> {
  mkdirSync(path.resolve(login.home), { recursive: true, mode: 0o700 });
  const { AuthInfo, Connection, Lifecycle } = await loadLibraries(login.home);
  // The library warns of every http address; this one does not leave the machine.
  Lifecycle.getInstance().onWarning(() => Promise.resolve());
  const { instanceUrl, accessToken } = login;
  const authInfo = await AuthInfo.create({ accessTokenOptions: { accessToken, instanceUrl, loginUrl: instanceUrl } });
  return Connection.create({ authInfo });
}
