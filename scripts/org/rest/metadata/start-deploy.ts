/** Takes a deploy in and queues it behind the answer. */
import { OrgError } from '../../types.ts';
import { userAdmin } from '../admin.ts';
import type { Call } from '../call.ts';
import type { Deployment, DeploySettings } from './deploy-status.ts';

const TEST_LEVELS: ReadonlySet<string> = new Set([
  'NoTestRun',
  'RunSpecifiedTests',
  'RunLocalTests',
  'RunAllTestsInOrg',
]);

export function startDeploy(call: Call, zip: Uint8Array, settings: DeploySettings): Deployment {
  userAdmin(call, 'ModifyMetadata');
  if (!settings.rollbackOnError) {
    throw new OrgError(
      'INVALID_FIELD',
      'rollbackOnError=false is not supported by the local org: a deploy is kept as a whole or not at all, as in production',
    );
  }
  if (!TEST_LEVELS.has(settings.testLevel)) {
    throw new OrgError(
      'INVALID_FIELD',
      `testLevel must be one of ${[...TEST_LEVELS].join(', ')}, not ${settings.testLevel}`,
    );
  }
  if (settings.testLevel === 'RunSpecifiedTests' && settings.runTests.length === 0) {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'runTests is required with testLevel RunSpecifiedTests');
  }
  const { deployments, tasks } = call.hosted;
  const deployment = deployments.accept(zip, settings, call.userId);
  tasks.add(() => deployments.run(deployment));
  return deployment;
}
