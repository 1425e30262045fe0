/** The Metadata API over REST: deploy, its status, cancel, quick deploy. */
import { OrgError } from '../../types.ts';
import { userAdmin } from '../admin.ts';
import { param } from '../call.ts';
import type { Call, Operation } from '../call.ts';
import { isObject, objectBody, objectOf as asObject, parseJson } from '../json-body.ts';
import type { JsonObject } from '../json-body.ts';
import { json } from '../message.ts';
import { deployResult } from '../metadata/deploy-status.ts';
import type { Deployment, DeploySettings } from '../metadata/deploy-status.ts';
import { startDeploy } from '../metadata/start-deploy.ts';
import { readMultipart } from '../multipart.ts';
import { classIds } from '../tooling/class-ids.ts';

function settingsOf(options: JsonObject): DeploySettings {
  const runTests = options['runTests'];
  const level = options['testLevel'];
  return {
    checkOnly: options['checkOnly'] === true,
    ignoreWarnings: options['ignoreWarnings'] === true,
    rollbackOnError: options['rollbackOnError'] !== false,
    testLevel: typeof level === 'string' && level !== '' ? level : 'NoTestRun',
    runTests: Array.isArray(runTests) ? runTests.map(String) : [],
  };
}

function answer(call: Call, deployment: Deployment, status: number, withDetails: boolean): ReturnType<Operation> {
  return json(
    {
      id: deployment.id,
      url: `${call.baseUrl}${call.dataPath}/metadata/deployRequest/${deployment.id}`,
      deployOptions: deployment.settings,
      deployResult: deployResult(deployment, classIds(call.hosted), withDetails),
    },
    status,
  );
}

export const createDeploy: Operation = (call) => {
  if (!(call.request.headers['content-type'] ?? '').startsWith('multipart/')) {
    userAdmin(call, 'ModifyMetadata');
    const id = objectBody(call.request)['validatedDeployRequestId'];
    if (typeof id !== 'string')
      throw new OrgError('REQUIRED_FIELD_MISSING', 'A multipart body, or validatedDeployRequestId, is required');
    const deployment = call.hosted.deployments.quick(id, call.userId);
    call.hosted.tasks.add(() => call.hosted.deployments.run(deployment));
    return answer(call, deployment, 201, false);
  }
  const parts = readMultipart(call.request);
  const zip = parts.find((part) => part.name === 'file');
  const entity = parts.find((part) => part.name === 'entity_content' || part.name === 'json');
  if (zip === undefined || entity === undefined) {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'The multipart body must have the parts entity_content and file');
  }
  const options = asObject(parseJson(entity.body.toString('utf8')), 'entity_content')['deployOptions'];
  return answer(call, startDeploy(call, zip.body, settingsOf(isObject(options) ? options : {})), 201, false);
};

export const getDeploy: Operation = (call) =>
  answer(call, call.hosted.deployments.find(param(call, 'id')), 200, call.query.get('includeDetails') === 'true');

export const cancelDeploy: Operation = (call) => {
  const result = objectBody(call.request)['deployResult'];
  if (!isObject(result) || result['status'] !== 'Canceling') {
    throw new OrgError('INVALID_FIELD', 'deployResult.status must be Canceling');
  }
  return answer(call, call.hosted.deployments.cancel(param(call, 'id')), 202, false);
};
