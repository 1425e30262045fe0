import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Route } from '../../../scripts/org/rest/call.ts';
import { splitTarget } from '../../../scripts/org/rest/message.ts';
import { createRouter } from '../../../scripts/org/rest/router.ts';
import { OrgError } from '../../../scripts/org/types.ts';

const run: Route['run'] = () => ({ status: 200, headers: {}, body: '' });
const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/services/data/:version/sobjects/:object/describe', run },
  { method: 'GET', path: '/services/data/:version/sobjects/:object/:id', run },
  { method: 'POST', path: '/services/data/:version/sobjects/:object', run },
  { method: 'GET', path: '/services/apexrest/*', run },
];

const FOUND = [
  { path: '/services/data/v66.0/sobjects/Account/describe', index: 0, params: { version: 'v66.0', object: 'Account' } },
  {
    path: '/services/data/v51.0/sobjects/Account/001',
    index: 1,
    params: { version: 'v51.0', object: 'Account', id: '001' },
  },
  {
    path: '/services/data/v66.0/sobjects/A%20b/001/',
    index: 1,
    params: { version: 'v66.0', object: 'A b', id: '001' },
  },
  { path: '/services/apexrest/v1/events/1', index: 3, params: { rest: 'v1/events/1' } },
] as const;

describe('router', () => {
  const route = createRouter(ROUTES);
  for (const { path, index, params } of FOUND) {
    it(`finds ${path}`, () => {
      const match = route('GET', path);
      assert.equal(match.route, ROUTES[index]);
      assert.deepEqual(match.params, params);
    });
  }

  const refusals = [
    { method: 'GET', path: '/services/data/v66.0/nothing', code: 'NOT_FOUND', status: 404 },
    { method: 'GET', path: '/services/data/latest/sobjects/Account/describe', code: 'NOT_FOUND', status: 404 },
    { method: 'DELETE', path: '/services/data/v66.0/sobjects/Account', code: 'METHOD_NOT_ALLOWED', status: 405 },
    { method: 'GET', path: '/services/data/v66.0/sobjects/%E0%A4%A/x', code: 'NOT_FOUND', status: 404 },
  ] as const;
  for (const { method, path, code, status } of refusals) {
    it(`refuses ${method} ${path}`, () => {
      assert.throws(
        () => route(method, path),
        (error: unknown) => error instanceof OrgError && error.code === code && error.status === status,
      );
    });
  }
});

it('collapses the double slash of clients whose instance URL ends in one', () => {
  assert.deepEqual(splitTarget('//services/data?q=a?b'), { path: '/services/data', query: 'q=a?b' });
});
