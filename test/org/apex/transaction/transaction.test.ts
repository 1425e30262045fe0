/** Transactions: limits, commit and rollback, triggers, exceptions, mixed DML, callouts. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { host } from '../../../../scripts/org/apex/host.ts';
import { ApexException, DmlException } from '../../../../scripts/org/apex/runtime/values/exception.ts';
import { ApexList, ApexMap } from '../../../../scripts/org/apex/runtime/values/collections.ts';
import type { SObjectRecord } from '../../../../scripts/org/store/record.ts';
import { makeOrg, SYSTEM, USER_ID } from './harness.ts';

const COUNT = 'SELECT count(*) AS n FROM "License__c"';

function thrown(body: () => unknown): ApexException {
  try {
    body();
  } catch (error) {
    assert.ok(error instanceof ApexException, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'nothing was thrown' });
}

describe('limits', () => {
  const org = makeOrg();
  const query = 'SELECT Id FROM License__c';
  const cases = [
    {
      name: 'queries',
      message: 'Too many SOQL queries: 101',
      run: () =>
        org.run((tx) => {
          for (let i = 0; i < 101; i++) tx.query(query, {}, { sharing: false });
        }),
    },
    {
      name: 'statements',
      message: 'Too many DML statements: 151',
      run: () =>
        org.run((tx) => {
          for (let i = 0; i < 151; i++) tx.dml('insert', [org.record('License__c', {})], SYSTEM);
        }),
    },
    {
      name: 'DML rows',
      message: 'Too many DML rows: 10001',
      run: () =>
        org.run((tx) =>
          tx.dml(
            'insert',
            Array.from({ length: 10_001 }, () => org.record('License__c', {})),
            SYSTEM,
          ),
        ),
    },
    {
      name: 'query rows',
      message: 'Too many query rows: 3',
      run: () =>
        org.run(
          (tx) => {
            tx.dml(
              'insert',
              [1, 2, 3].map(() => org.record('License__c', {})),
              SYSTEM,
            );
            tx.query(query, {}, { sharing: false });
          },
          { limits: { queryRows: 2 } },
        ),
    },
    {
      name: 'CPU',
      message: 'Apex CPU time limit exceeded',
      run: () =>
        org.run(
          (tx) => {
            for (;;) tx.tick();
          },
          { limits: { cpuTime: 5 } },
        ),
    },
  ];
  for (const { name, message, run } of cases) {
    it(`stops too many ${name}, uncatchably, and rolls back`, () => {
      const error = thrown(run);
      assert.deepEqual([error.message, error.uncatchable], [message, true]);
      assert.equal(org.rows(COUNT)[0]?.['n'], 0);
    });
  }

  it('are higher for asynchronous work', () => {
    org.run((tx) => assert.deepEqual([tx.limit('queries'), tx.limit('cpuTime')], [200, 60_000]), { kind: 'queueable' });
  });
});

describe('commit and rollback', () => {
  it('keeps what a body did, and nothing when it throws', () => {
    const org = makeOrg();
    org.run((tx) => tx.dml('insert', [org.record('License__c', {})], SYSTEM));
    assert.throws(
      () =>
        org.run((tx) => {
          tx.dml('insert', [org.record('License__c', {})], SYSTEM);
          throw new Error('stop');
        }),
      /stop/,
    );
    assert.equal(org.rows(COUNT)[0]?.['n'], 1);
  });

  it('goes back to a savepoint, events included', () => {
    const org = makeOrg();
    org.run((tx) => {
      tx.dml('insert', [org.record('License__c', {})], SYSTEM);
      const savepoint = tx.savepoint();
      tx.dml('insert', [org.record('License__c', {})], SYSTEM);
      tx.publishEvents([org.record('Signal__e', { Text__c: 'lost' })]);
      tx.rollback(savepoint);
      tx.publishEvents([org.record('Signal__e', { Text__c: 'kept' })]);
    });
    assert.equal(org.rows(COUNT)[0]?.['n'], 1);
    assert.deepEqual(
      org.committed.map((event) => event.values['Text__c']),
      ['kept'],
    );
  });
});

describe('triggers', () => {
  it('see context variables as Apex values, read-only after the save', () => {
    const seen: unknown[] = [];
    const org = makeOrg({
      triggers: {
        'License__c before insert': () => {
          const { newList, newMap, size } = host().trigger!;
          seen.push(newList instanceof ApexList && newList.type, newMap, size);
        },
        'License__c after insert': () => {
          const { newList, newMap } = host().trigger!;
          const record = (newList as ApexList<SObjectRecord>).get(0);
          seen.push(newMap instanceof ApexMap && newMap.get(record.id) === record, record.readOnly);
        },
      },
    });
    org.run((tx) => tx.dml('insert', [org.record('License__c', {})], SYSTEM));
    assert.deepEqual(seen, ['List<License__c>', null, 1, true, true]);
  });

  it('turn an uncaught exception into a refusal of the rows', () => {
    const org = makeOrg({
      triggers: {
        'License__c before insert': () => {
          throw new ApexException('NullPointerException', 'Attempt to de-reference a null object');
        },
      },
    });
    const error = thrown(() => org.run((tx) => tx.dml('insert', [org.record('License__c', {})], SYSTEM)));
    assert.ok(error instanceof DmlException);
    assert.match(
      error.message ?? '',
      /^Insert failed\. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Trg: execution of BeforeInsert/,
    );
    assert.match(error.message ?? '', /caused by: System\.NullPointerException: Attempt to de-reference a null object/);
  });

  it('stop a recursion', () => {
    const org = makeOrg({
      triggers: { 'License__c after insert': () => void host().dml('insert', [org.record('License__c', {})], SYSTEM) },
    });
    const error = thrown(() => org.run((tx) => tx.dml('insert', [org.record('License__c', {})], SYSTEM)));
    assert.match(error.message ?? '', /Maximum trigger depth exceeded/);
  });
});

describe('refused DML', () => {
  const org = makeOrg();
  it('throws the platform sentence', () => {
    const error = thrown(() =>
      org.run((tx) =>
        tx.dml('insert', [org.record('License__c', {}), org.record('License__c', { Status__c: 'x' })], SYSTEM),
      ),
    );
    assert.equal(
      error.message,
      'Insert failed. First exception on row 1; first error: INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Status: bad value for restricted picklist field: x: [Status__c]',
    );
  });

  it('mixes no setup objects with data, save under runAs', () => {
    const group = () => org.record('Group', { Name: 'Team', DeveloperName: 'Team', Type: 'Regular' });
    const license = () => org.record('License__c', {});
    const error = thrown(() =>
      org.run((tx) => {
        tx.dml('insert', [license()], SYSTEM);
        tx.dml('insert', [group()], SYSTEM);
      }),
    );
    assert.match(
      error.message ?? '',
      /MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object \(or vice versa\): Group, original object: License__c/,
    );
    org.run(
      (tx) => {
        tx.dml('insert', [license()], SYSTEM);
        tx.runAs(USER_ID, () => void tx.dml('insert', [group()], SYSTEM));
      },
      { inTest: true },
    );
  });
});

describe('callouts', () => {
  const request = {
    method: 'GET',
    url: 'https://other.example/',
    headers: new Map<string, string>(),
    body: null,
    timeoutMs: 1000,
  };
  it('are refused after DML and to addresses that are not ours', () => {
    const org = makeOrg();
    const pending = thrown(() =>
      org.run((tx) => {
        tx.dml('insert', [org.record('License__c', {})], SYSTEM);
        tx.callout(request);
      }),
    );
    assert.equal(pending.message, 'You have uncommitted work pending. Please commit or rollback before calling out');
    assert.match(
      thrown(() => org.run((tx) => tx.callout(request))).message ?? '',
      /^Unauthorized endpoint.*https:\/\/other\.example/,
    );
  });
});
