/** Makes an org that has the package the License Management Org, by the same steps as the Setup page. */
import type { Connection } from '@salesforce/core';
import { callApexRest } from '../salesforce/apex-rest.ts';
import { createSigningKey } from '../salesforce/signing-key.ts';
import type { ScenarioPackage } from '../simulator/scenario.ts';

const KEY_NAME = 'Open_LMA_1';

export interface SetUp {
  /** ISO date from which rules act. */
  readonly goLiveOn: string;
  readonly packages: readonly ScenarioPackage[];
}

/** Every step can be repeated. */
export async function setUp(connection: Connection, options: SetUp): Promise<void> {
  const step = (name: string, body: object = {}): Promise<unknown> =>
    callApexRest(connection, `v1/setup/${name}`, body);
  await step('designate');
  await step('templates');
  await step('settings', { registersUnknownPackages: false, timeZone: 'UTC' });
  await step('go-live', { goLiveOn: options.goLiveOn });
  await step('key', await createSigningKey(connection, KEY_NAME));
  if (options.packages.length > 0) {
    await step('packages', {
      packages: options.packages.map(({ id, name, namespace, model }) => ({
        id,
        name,
        namespace,
        commercialModel: model,
        channel: model === 'Free' ? 'None' : 'Agent',
      })),
    });
  }
  await step('jobs');
}
