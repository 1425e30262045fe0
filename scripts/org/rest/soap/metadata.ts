/** The Metadata API over SOAP. */
import { OrgError } from '../../types.ts';
import { userAdmin } from '../admin.ts';
import type { Operation } from '../call.ts';
import { LATEST_VERSION } from '../operations/versions.ts';
import { deployResult } from '../metadata/deploy-status.ts';
import type { DeploySettings } from '../metadata/deploy-status.ts';
import { listMetadata, retrieve } from '../metadata/retrieve.ts';
import { METADATA_TYPES } from '../metadata/types.ts';
import { classIds } from '../tooling/class-ids.ts';
import { startDeploy } from '../metadata/start-deploy.ts';
import { writeManifest } from '../metadata/package-xml.ts';
import { all, child, textAt } from './envelope.ts';
import type { XmlNode } from './envelope.ts';
import { answerSoap } from './soap-call.ts';
import type { SoapOperation } from './soap-call.ts';

function isTrue(node: XmlNode | undefined, name: string, absent: boolean): boolean {
  const value = textAt(node, name);
  return value === undefined ? absent : value.trim() === 'true';
}

function settingsOf(options: XmlNode | undefined): DeploySettings {
  return {
    checkOnly: isTrue(options, 'checkOnly', false),
    ignoreWarnings: isTrue(options, 'ignoreWarnings', false),
    rollbackOnError: isTrue(options, 'rollbackOnError', true),
    testLevel: textAt(options, 'testLevel') ?? 'NoTestRun',
    runTests: all(options, 'runTests').flatMap((entry) => (typeof entry === 'string' ? [entry] : [])),
  };
}

function required(node: XmlNode, name: string): string {
  const value = textAt(node, name)?.trim();
  if (value === undefined || value === '') throw new OrgError('REQUIRED_FIELD_MISSING', `${name} is required`);
  return value;
}

const deploy: SoapOperation = (call, soap) => {
  const zip = Buffer.from(required(soap.argument, 'ZipFile'), 'base64');
  const deployment = startDeploy(call, zip, settingsOf(child(soap.argument, 'DeployOptions')));
  return { result: { done: false, id: deployment.id, state: 'Queued' } };
};

const checkDeployStatus: SoapOperation = (call, soap) => {
  const deployment = call.hosted.deployments.find(required(soap.argument, 'asyncProcessId'));
  return { result: deployResult(deployment, classIds(call.hosted), isTrue(soap.argument, 'includeDetails', false)) };
};

const cancelDeploy: SoapOperation = (call, soap) => {
  const deployment = call.hosted.deployments.cancel(required(soap.argument, 'String'));
  return { result: { done: deployment.state === 'Canceled', id: deployment.id } };
};

const deployRecentValidation: SoapOperation = (call, soap) => {
  userAdmin(call, 'ModifyMetadata');
  const deployment = call.hosted.deployments.quick(required(soap.argument, 'validationId'), call.userId);
  call.hosted.tasks.add(() => call.hosted.deployments.run(deployment));
  return { result: deployment.id };
};

/** The request's own list of types, as a package.xml. */
function manifestOf(request: XmlNode | undefined): string {
  const types = new Map<string, string[]>();
  for (const entry of all(child(request, 'unpackaged'), 'types')) {
    const members = all(entry, 'members').flatMap((member) => (typeof member === 'string' ? [member] : []));
    const name = textAt(entry, 'name') ?? '';
    types.set(name, [...(types.get(name) ?? []), ...members]);
  }
  return writeManifest(types, LATEST_VERSION);
}

const startRetrieve: SoapOperation = (call, soap) => {
  userAdmin(call, 'ModifyMetadata');
  const request = child(soap.argument, 'retrieveRequest') ?? child(soap.argument, 'request');
  if (textAt(request, 'packageNames') !== undefined) {
    throw new OrgError(
      'INVALID_CROSS_REFERENCE_KEY',
      `No package named '${textAt(request, 'packageNames') ?? ''}' found`,
    );
  }
  const version = textAt(request, 'apiVersion') ?? LATEST_VERSION;
  const result = retrieve(call.hosted, manifestOf(request), isTrue(request, 'singlePackage', false), version);
  call.hosted.retrieves.keep(result);
  return { result: { done: false, id: result.id, state: 'Queued' } };
};

const checkRetrieveStatus: SoapOperation = (call, soap) => {
  const found = call.hosted.retrieves.find(required(soap.argument, 'asyncProcessId'));
  const zipFile = isTrue(soap.argument, 'includeZip', true) ? Buffer.from(found.zip).toString('base64') : undefined;
  const { files: fileProperties, id, messages } = found;
  return { result: { done: true, fileProperties, id, messages, status: 'Succeeded', success: true, zipFile } };
};

const list: SoapOperation = (call, soap) => ({
  result: all(soap.argument, 'queries').flatMap((query) => listMetadata(call.hosted, textAt(query, 'type') ?? '')),
});

const describeMetadata: SoapOperation = () => ({
  result: {
    metadataObjects: METADATA_TYPES.map((type) => ({
      childXmlNames: Object.keys(type.children ?? {}),
      directoryName: type.directory,
      inFolder: false,
      metaFile: type.metaFile,
      suffix: type.suffix,
      xmlName: type.name,
    })),
    organizationNamespace: '',
    partialSaveAllowed: false,
    testRequired: false,
  },
});

export const METADATA_OPERATIONS: Readonly<Record<string, SoapOperation>> = {
  deploy,
  checkDeployStatus,
  cancelDeploy,
  deployRecentValidation,
  retrieve: startRetrieve,
  checkRetrieveStatus,
  listMetadata: list,
  describeMetadata,
};

export const metadataSoap: Operation = (call) => answerSoap(call, 'metadata', METADATA_OPERATIONS);
