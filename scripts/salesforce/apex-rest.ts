/** Calls of the package's REST resources. */
import type { OrgConnection } from './connect.ts';

/**
 * @param resource path below the namespace, for example `v1/setup/jobs`
 * @param body JSON value; a GET when absent
 * @param namespace of the installed package, absent after a source deploy
 */
export function callApexRest<T>(
  connection: OrgConnection,
  resource: string,
  body?: unknown,
  namespace?: string,
): Promise<T> {
  const prefix = namespace === undefined ? '' : `${namespace}/`;
  const url = `${connection.instanceUrl}/services/apexrest/${prefix}${resource}`;
  if (body === undefined) return connection.request<T>({ method: 'GET', url });
  return connection.request<T>({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
