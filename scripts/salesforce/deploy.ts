/** Deploys source to an org through Salesforce's own library. */
import type { Connection } from '@salesforce/core';

export interface DeploySummary {
  readonly components: number;
  readonly ms: number;
}

const LONGEST_WAIT_MS = 600_000;
const POLL_MS = 100;

/**
 * @param connection to the org
 * @param directories source folders, deployed together
 * @throws Error that lists every refused component with its place
 */
export async function deploySource(connection: Connection, directories: readonly string[]): Promise<DeploySummary> {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const { Duration } = await import('@salesforce/kit');
  const start = performance.now();
  const set = ComponentSet.fromSource([...directories]);
  const deploy = await set.deploy({ usernameOrConnection: connection, apiOptions: { rest: true } });
  const { response } = await deploy.pollStatus({
    frequency: Duration.milliseconds(POLL_MS),
    timeout: Duration.milliseconds(LONGEST_WAIT_MS),
  });
  if (!response.success) {
    const failures = [response.details.componentFailures ?? []].flat();
    const lines = failures.map(
      (failure) =>
        `${failure.fileName}:${failure.lineNumber ?? 1}:${failure.columnNumber ?? 1} ${failure.problem ?? ''}`,
    );
    throw new Error(
      `The deploy was refused, nothing was changed.\n${lines.join('\n') || (response.errorMessage ?? response.status)}`,
    );
  }
  return { components: response.numberComponentsDeployed, ms: Math.round(performance.now() - start) };
}
