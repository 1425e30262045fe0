/** Connections to orgs the Salesforce CLI knows. */

/** The part of a Salesforce connection that this project uses; `@salesforce/core`'s Connection has it. */
export interface OrgConnection {
  readonly instanceUrl: string;
  request<T>(request: { method: string; url: string; body?: string; headers?: Record<string, string> }): Promise<T>;
}

/**
 * @param aliasOrUsername as the Salesforce CLI knows it
 * @throws Error that says how to log in, when the CLI does not know the org
 */
export async function connect(aliasOrUsername: string): Promise<OrgConnection> {
  const { Org } = await import('@salesforce/core');
  try {
    const org = await Org.create({ aliasOrUsername });
    return org.getConnection() as unknown as OrgConnection;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `No connection to "${aliasOrUsername}": ${reason}. Log in with "sf org login web --alias ${aliasOrUsername}".`,
      {
        cause: error,
      },
    );
  }
}
