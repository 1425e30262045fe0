/** Every resource of the local org: method + path → operation. What is not here does not exist. */
import type { Operation, Route } from './call.ts';
import { invokeAction } from './operations/actions.ts';
import { apexRest } from './operations/apex-rest.ts';
import * as bulk from './operations/bulk.ts';
import { createCollection, deleteCollection, updateCollection, upsertCollection } from './operations/collections.ts';
import { cometd } from './operations/cometd.ts';
import { batchOperation, compositeOperation } from './operations/composite.ts';
import type { Dispatch } from './operations/composite.ts';
import * as control from './operations/control.ts';
import { identity, logout, oauthToken, singleAccess, userInfo } from './operations/identity.ts';
import { cancelDeploy, createDeploy, getDeploy } from './operations/metadata-deploy.ts';
import { frontdoor, login, logoutPage, personas } from './operations/pages.ts';
import { query, queryAll, queryMore, toolingQuery, toolingQueryAll } from './operations/query.ts';
import * as records from './operations/records.ts';
import { search } from './operations/search.ts';
import { describe, listObjects, objectInfo } from './operations/sobjects.ts';
import { createTree } from './operations/tree.ts';
import { limits, resources, versions } from './operations/versions.ts';
import { apexSoap } from './soap/apex.ts';
import { metadataSoap } from './soap/metadata.ts';
import { partnerSoap } from './soap/partner.ts';
import { executeAnonymous, runTestsAsynchronous, runTestsSynchronous } from './tooling/run-tests.ts';
import { callApex } from './ui-api/apex.ts';
import { apps, flexiPage, layout, navItems } from './ui-api/apps.ts';
import { listInfo, listRecords, listUi, lists } from './ui-api/lists.ts';
import * as uiInfo from './ui-api/object-info.ts';
import { recordPage } from './ui-api/record-page.ts';
import { createUiRecord, deleteUiRecord, getUiRecord, updateUiRecord } from './ui-api/records.ts';

const DATA = '/services/data/:version';
const TOOLING = `${DATA}/tooling`;
const UI = `${DATA}/ui-api`;

type Row = readonly [method: Route['method'], path: string, run: Operation];

const withSession = (rows: readonly Row[], session?: Route['session']): Route[] =>
  rows.map(([method, path, run]) => ({ method, path, run, ...(session === undefined ? {} : { session }) }));

const OPEN: readonly Row[] = [
  ['GET', '/services/data', versions],
  ['POST', '/services/oauth2/token', oauthToken],
];

const PAGES: readonly Row[] = [
  ['GET', '/secur/frontdoor.jsp', frontdoor],
  ['POST', '/login', login],
  ['GET', '/login/personas', personas],
  ['POST', '/logout', logoutPage],
  ['GET', '/secur/logout.jsp', logoutPage],
];

const SOAP: readonly Row[] = [
  ['POST', '/services/Soap/m/:version', metadataSoap],
  ['POST', '/services/Soap/m/:version/:org', metadataSoap],
  ['POST', '/services/Soap/s/:version', apexSoap],
  ['POST', '/services/Soap/s/:version/:org', apexSoap],
  ['POST', '/services/Soap/u/:version', partnerSoap],
  ['POST', '/services/Soap/u/:version/:org', partnerSoap],
];

const DATA_ROWS: readonly Row[] = [
  ['GET', '/services/oauth2/userinfo', userInfo],
  ['POST', '/services/oauth2/userinfo', userInfo],
  ['GET', '/services/oauth2/singleaccess', singleAccess],
  ['POST', '/services/oauth2/revoke', logout],
  ['GET', '/id/:org/:user', identity],
  ['GET', DATA, resources],
  ['GET', `${DATA}/limits`, limits],
  ['GET', `${DATA}/query`, query],
  ['GET', `${DATA}/query/:locator`, queryMore],
  ['GET', `${DATA}/queryAll`, queryAll],
  ['GET', `${DATA}/queryAll/:locator`, queryMore],
  ['GET', `${DATA}/search`, search],
  ['GET', `${DATA}/sobjects`, listObjects],
  ['GET', `${DATA}/sobjects/:object`, objectInfo],
  ['POST', `${DATA}/sobjects/:object`, records.createRecord],
  ['GET', `${DATA}/sobjects/:object/describe`, describe],
  ['GET', `${DATA}/sobjects/:object/:id`, records.getRecord],
  ['PATCH', `${DATA}/sobjects/:object/:id`, records.updateRecord],
  ['DELETE', `${DATA}/sobjects/:object/:id`, records.deleteRecord],
  ['GET', `${DATA}/sobjects/:object/:field/:value`, records.getByExternalId],
  ['PATCH', `${DATA}/sobjects/:object/:field/:value`, records.upsertByExternalId],
  ['DELETE', `${DATA}/sobjects/:object/:field/:value`, records.deleteByExternalId],
  ['POST', `${DATA}/composite/tree/:object`, createTree],
  ['POST', `${DATA}/composite/sobjects`, createCollection],
  ['PATCH', `${DATA}/composite/sobjects`, updateCollection],
  ['DELETE', `${DATA}/composite/sobjects`, deleteCollection],
  ['PATCH', `${DATA}/composite/sobjects/:object/:field`, upsertCollection],
  ['POST', `${DATA}/actions/custom/apex/:name`, invokeAction],
];

const TOOLING_ROWS: readonly Row[] = [
  ['GET', `${TOOLING}/query`, toolingQuery],
  ['GET', `${TOOLING}/query/:locator`, queryMore],
  ['GET', `${TOOLING}/queryAll`, toolingQueryAll],
  ['GET', `${TOOLING}/executeAnonymous`, executeAnonymous],
  ['POST', `${TOOLING}/runTestsSynchronous`, runTestsSynchronous],
  ['POST', `${TOOLING}/runTestsAsynchronous`, runTestsAsynchronous],
  ['GET', `${TOOLING}/sobjects`, listObjects],
  ['GET', `${TOOLING}/sobjects/:object`, objectInfo],
  ['GET', `${TOOLING}/sobjects/:object/describe`, describe],
  ['GET', `${TOOLING}/sobjects/:object/:id`, records.getRecord],
];

const METADATA_ROWS: readonly Row[] = [
  ['POST', `${DATA}/metadata/deployRequest`, createDeploy],
  ['GET', `${DATA}/metadata/deployRequest/:id`, getDeploy],
  ['PATCH', `${DATA}/metadata/deployRequest/:id`, cancelDeploy],
];

const BULK_ROWS: readonly Row[] = [
  ['POST', `${DATA}/jobs/ingest`, bulk.createIngestJob],
  ['GET', `${DATA}/jobs/ingest/:id`, bulk.getIngestJob],
  ['PATCH', `${DATA}/jobs/ingest/:id`, bulk.updateIngestJob],
  ['DELETE', `${DATA}/jobs/ingest/:id`, bulk.deleteIngestJob],
  ['PUT', `${DATA}/jobs/ingest/:id/batches`, bulk.uploadBatch],
  ['GET', `${DATA}/jobs/ingest/:id/successfulResults`, bulk.successfulResults],
  ['GET', `${DATA}/jobs/ingest/:id/failedResults`, bulk.failedResults],
  ['GET', `${DATA}/jobs/ingest/:id/unprocessedrecords`, bulk.unprocessedRecords],
  ['POST', `${DATA}/jobs/query`, bulk.createQueryJob],
  ['GET', `${DATA}/jobs/query/:id`, bulk.getQueryJob],
  ['GET', `${DATA}/jobs/query/:id/results`, bulk.queryJobResults],
];

const UI_ROWS: readonly Row[] = [
  ['POST', `${UI}/records`, createUiRecord],
  ['GET', `${UI}/records/:id`, getUiRecord],
  ['PATCH', `${UI}/records/:id`, updateUiRecord],
  ['DELETE', `${UI}/records/:id`, deleteUiRecord],
  ['GET', `${UI}/object-info/:object`, uiInfo.objectInfo],
  ['GET', `${UI}/object-info/:object/picklist-values/:recordType`, uiInfo.allPicklistValues],
  ['GET', `${UI}/object-info/:object/picklist-values/:recordType/:field`, uiInfo.picklistValues],
  ['GET', `${UI}/list-info/:object`, lists],
  ['GET', `${UI}/list-info/:object/:list`, listInfo],
  ['GET', `${UI}/list-ui/:object`, lists],
  ['GET', `${UI}/list-ui/:object/:list`, listUi],
  ['GET', `${UI}/list-records/:object/:list`, listRecords],
  ['GET', `${UI}/layout/:object`, layout],
  ['GET', `${UI}/apps`, apps],
  ['GET', `${UI}/nav-items`, navItems],
  ['GET', `${UI}/flexipage/:name`, flexiPage],
  ['POST', '/lwr/apex/:version/:class/:method', callApex],
  ['GET', '/lwr/record-page/:object', recordPage],
];

const APEX_REST: readonly Row[] = (['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const).map((method) => [
  method,
  '/services/apexrest/*',
  apexRest,
]);

const STREAMING: readonly Row[] = [
  ['POST', '/cometd/:version', cometd],
  ['POST', '/cometd/:version/:kind', cometd],
];

const CONTROL: readonly Row[] = [
  ['GET', '/__org__/clock', control.getClock],
  ['POST', '/__org__/clock', control.moveClock],
  ['POST', '/__org__/drain', control.drain],
  ['POST', '/__org__/reset', control.reset],
  ['POST', '/__org__/snapshot', control.snapshot],
  ['POST', '/__org__/shutdown', control.shutdown],
  ['GET', '/__org__/log', control.log],
  ['GET', '/__org__/users', control.users],
];

/** The whole table; `dispatch` runs a sub-request of a composite call. */
export function createRoutes(dispatch: Dispatch): readonly Route[] {
  const composite: readonly Row[] = [
    ['POST', `${DATA}/composite`, compositeOperation(dispatch)],
    ['POST', `${DATA}/composite/batch`, batchOperation(dispatch)],
  ];
  return [
    ...withSession(OPEN, 'none'),
    ...withSession(PAGES, 'page'),
    ...withSession(SOAP, 'soap'),
    ...withSession([
      ...DATA_ROWS,
      ...composite,
      ...TOOLING_ROWS,
      ...METADATA_ROWS,
      ...BULK_ROWS,
      ...UI_ROWS,
      ...APEX_REST,
      ...STREAMING,
      ...CONTROL,
    ]),
  ];
}
