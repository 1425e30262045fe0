/** Scratch orgs of a Dev Hub, through Salesforce's own library. */
import { readFileSync } from 'node:fs';
import type { Connection, Org } from '@salesforce/core';

export interface ScratchRequest {
  /** Alias or username of the Dev Hub. */
  readonly hub: string;
  readonly alias: string;
  /** Path of a scratch definition file. */
  readonly definition: string;
  /** 1 to 30. */
  readonly days: number;
  /** False: without the project's namespace, so that the source deploys as it is. */
  readonly namespaced: boolean;
  readonly waitMinutes: number;
}

export interface ScratchOrg {
  readonly connection: Connection;
  readonly username: string;
  readonly orgId: string;
  /** False where the alias named a living org already, and nothing was created. */
  readonly isNew: boolean;
}

/**
 * Creates the scratch org, or opens the one that the alias names already: a run that was interrupted goes on with it.
 * @throws Error that names the Dev Hub where there is none by that name, or where it refuses
 */
export async function createScratchOrg(request: ScratchRequest): Promise<ScratchOrg> {
  const { scratchOrgCreate } = await import('@salesforce/core');
  const { Duration } = await import('@salesforce/kit');
  const known = await findOrg(request.alias);
  if (known !== null) {
    await known.refreshAuth();
    return opened(known, false);
  }
  const hubOrg = await requireHub(request.hub);
  const created = await scratchOrgCreate({
    hubOrg,
    alias: request.alias,
    durationDays: request.days,
    nonamespace: !request.namespaced,
    orgConfig: JSON.parse(readFileSync(request.definition, 'utf8')) as Record<string, unknown>,
    wait: Duration.minutes(request.waitMinutes),
    tracksSource: false,
  });
  const org = await findOrg(created.username ?? request.alias);
  if (org === null) throw new Error(`The Dev Hub made ${created.username ?? 'an org'}, but it cannot be logged in to.`);
  return opened(org, true);
}

/** Deletes the scratch org of this alias at its Dev Hub. */
export async function deleteScratchOrg(hub: string, alias: string): Promise<string> {
  const org = await findOrg(alias);
  if (org === null) throw new Error(`No org "${alias}" is known. "sf org list" shows those that are.`);
  const username = org.getUsername() ?? alias;
  await org.deleteFrom(await requireHub(hub));
  return username;
}

/** A page of the org that logs in by itself. */
export function loginUrl(connection: Connection): Promise<string> {
  const { instanceUrl } = connection;
  const query = new URLSearchParams({ redirect_uri: 'lightning/o/License__c/list' });
  return connection
    .request<{ frontdoor_uri: string }>(`${instanceUrl}/services/oauth2/singleaccess?${query}`)
    .then((answer) => answer.frontdoor_uri);
}

async function opened(org: Org, isNew: boolean): Promise<ScratchOrg> {
  return { connection: org.getConnection(), username: org.getUsername() ?? '', orgId: org.getOrgId(), isNew };
}

async function findOrg(aliasOrUsername: string): Promise<Org | null> {
  const { Org } = await import('@salesforce/core');
  try {
    return await Org.create({ aliasOrUsername });
  } catch (error) {
    const name = (error as Error).name;
    if (name === 'NamedOrgNotFoundError' || name === 'NoAuthInfoFound' || name === 'NamedOrgNotFound') return null;
    throw error;
  }
}

async function requireHub(hub: string): Promise<Org> {
  const org = await findOrg(hub);
  if (org === null)
    throw new Error(
      `No Dev Hub "${hub}" is known. Log in with "sf org login web --set-default-dev-hub --alias ${hub}".`,
    );
  if (!(await org.determineIfDevHubOrg())) throw new Error(`"${hub}" is no Dev Hub. Enable Dev Hub in its Setup.`);
  return org;
}
