/** Asynchronous work: queued with the commit, run one at a time, durable, and in tests at stopTest. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { nextDue, runDue } from '../../../../scripts/org/apex/transaction/async-queue.ts';
import { host } from '../../../../scripts/org/apex/host.ts';
import { ApexList, ApexMap } from '../../../../scripts/org/apex/runtime/values/collections.ts';
import { ApexDatetime } from '../../../../scripts/org/apex/runtime/values/date.ts';
import { Decimal } from '../../../../scripts/org/apex/runtime/values/decimal.ts';
import { ApexException } from '../../../../scripts/org/apex/runtime/values/exception.ts';
import { ApexObject } from '../../../../scripts/org/apex/runtime/values/object.ts';
import { apexClass, makeOrg, SYSTEM } from './harness.ts';
import type { TestOrg } from './harness.ts';

const seen: unknown[] = [];

class Work extends ApexObject {
  label: unknown = null;
  payload: unknown = null;
  execute(_context: unknown): void {
    seen.push(this.label, this.payload);
    if (this.label === 'fail') throw new ApexException('MathException', 'Divide by 0');
    if (this.label === 'chain') host().enqueueQueueable(work('chained'), {});
    if (this.label === 'final') host().attachFinalizer(work('after'));
    if (this.label === 'final-fail') {
      host().attachFinalizer(work('after'));
      throw new ApexException('LimitException', 'Too many SOQL queries: 201');
    }
  }
}

function work(label: string, payload: unknown = null): Work {
  const made = new Work();
  made.label = label;
  made.payload = payload;
  return made;
}

class Batch extends ApexObject {
  total: unknown = 0;
  start(_context: unknown): unknown {
    return new ApexList('List<Object>', ['a', 'b', 'c']);
  }
  execute(_context: unknown, scope: unknown): void {
    const { items } = scope as ApexList;
    if (items[0] === 'c') throw new ApexException('MathException', 'no c');
    this.total = (this.total as number) + items.length;
    seen.push(...items);
  }
  finish(_context: unknown): void {
    seen.push(`total ${String(this.total)}`);
  }
}

const CLASSES = [
  apexClass('Work', Work, {
    fields: ['label', 'payload'],
    statics: { later: { annotation: 'future', run: (text: unknown) => void seen.push(text) } },
  }),
  apexClass('Batch', Batch, { fields: ['total'], interfaces: ['Database.Stateful'] }),
];

function fresh(triggers: Readonly<Record<string, () => void>> = {}): TestOrg {
  seen.length = 0;
  return makeOrg({ classes: CLASSES, triggers });
}

function drain(org: TestOrg): void {
  while (runDue(org, org.clock.now()));
}

const jobs = (org: TestOrg) =>
  org.rows('SELECT "JobType", "Status", "ExtendedStatus", "NumberOfErrors" FROM "AsyncApexJob" ORDER BY "Id"');

describe('queueable', () => {
  it('runs after the commit with the values of its instance', () => {
    const org = fresh();
    const payload = new ApexMap<unknown, unknown>('Map<String,Object>', [
      ['when', new ApexDatetime(5)],
      ['sum', Decimal.of('1.50')],
    ]);
    org.run((tx) => tx.enqueueQueueable(work('one', payload), {}));
    assert.deepEqual(seen, []);
    drain(org);
    const stored = seen[1] as unknown as ApexMap<string, unknown>;
    assert.equal((stored.get('when') as ApexDatetime).ms, 5);
    assert.equal((stored.get('sum') as Decimal).toPlainString(), '1.50');
    assert.deepEqual(
      jobs(org).map((row) => row['Status']),
      ['Completed'],
    );
  });

  it('is not there when its transaction rolled back', () => {
    const org = fresh();
    assert.throws(() =>
      org.run((tx) => {
        tx.enqueueQueueable(work('never'), {});
        throw new Error('stop');
      }),
    );
    drain(org);
    assert.deepEqual([seen, jobs(org)], [[], []]);
  });

  it('waits for its delay and chains', () => {
    const org = fresh();
    org.run((tx) => tx.enqueueQueueable(work('chain'), { delayMinutes: 2 }));
    drain(org);
    assert.deepEqual(seen, []);
    assert.equal(nextDue(org), org.now + 120_000);
    org.now += 120_000;
    drain(org);
    assert.deepEqual(seen, ['chain', null, 'chained', null]);
  });

  it('fails alone, with its status', () => {
    const org = fresh();
    org.run((tx) => tx.enqueueQueueable(work('fail'), {}));
    drain(org);
    assert.deepEqual(jobs(org), [
      {
        JobType: 'Queueable',
        Status: 'Failed',
        ExtendedStatus: 'First error: System.MathException: Divide by 0',
        NumberOfErrors: 1,
      },
    ]);
  });

  for (const label of ['final', 'final-fail']) {
    it(`runs its finalizer (${label})`, () => {
      const org = fresh();
      org.run((tx) => tx.enqueueQueueable(work(label), {}));
      drain(org);
      assert.deepEqual(seen, [label, null, 'after', null]);
    });
  }

  it('may not stack deeper than it says', () => {
    const org = fresh();
    org.run((tx) => tx.enqueueQueueable(work('chain'), { maximumDepth: 1 }));
    drain(org);
    assert.match(String(jobs(org)[0]?.['ExtendedStatus']), /Maximum stack depth has been reached/);
  });
});

describe('future, batch, schedule', () => {
  it('calls a future method with its arguments', () => {
    const org = fresh();
    org.run((tx) => tx.enqueueFuture('Work', 'later', ['hello']));
    drain(org);
    assert.deepEqual(seen, ['hello']);
  });

  it('runs a batch scope by scope, keeps state, counts a failed scope', () => {
    const org = fresh();
    org.run((tx) => tx.enqueueBatch(new Batch(), 1));
    drain(org);
    assert.deepEqual(seen, ['a', 'b', 'total 2']);
    assert.deepEqual(
      jobs(org).map((row) => [row['Status'], row['NumberOfErrors']]),
      [['Completed', 1]],
    );
  });

  it('fires a schedule at its times and refuses its name twice', () => {
    const org = fresh();
    org.run((tx) => tx.schedule('nightly', '0 0 0 * * ?', work('tick')));
    assert.throws(
      () => org.run((tx) => tx.schedule('nightly', '0 0 0 * * ?', work('tick'))),
      (error: ApexException) => /already scheduled/.test(error.message ?? ''),
    );
    drain(org);
    assert.deepEqual(seen, []);
    org.now = Date.UTC(2026, 0, 16);
    drain(org);
    assert.deepEqual(seen, ['tick', null]);
    assert.equal(nextDue(org), Date.UTC(2026, 0, 17));
    org.run((tx) => tx.abortJob(org.rows('SELECT "Id" FROM "CronTrigger"')[0]?.['Id'] as string));
    assert.equal(nextDue(org), null);
  });
});

describe('platform events', () => {
  it('reach their trigger after the commit, in one batch', () => {
    const sizes: unknown[] = [];
    const org = fresh({ 'Signal__e after insert': () => void sizes.push(host().trigger?.size) });
    org.run((tx) => tx.publishEvents([1, 2, 3].map((n) => org.record('Signal__e', { Text__c: `t${n}` }))));
    assert.deepEqual(sizes, []);
    drain(org);
    assert.deepEqual(sizes, [3]);
    assert.equal(org.committed.length, 3);
  });

  it('come back when the trigger asks for it', () => {
    let tries = 0;
    const org = fresh({
      'Signal__e after insert': () => {
        tries++;
        if (host().eventRetries < 2) throw new ApexException('EventBus.RetryableException', 'again');
      },
    });
    org.run((tx) => tx.publishEvents([org.record('Signal__e', { Text__c: 'x' })]));
    for (let round = 0; round < 5; round++) {
      drain(org);
      org.now += 60_000;
    }
    assert.equal(tries, 3);
  });

  it('resume behind a checkpoint', () => {
    const batches: number[] = [];
    const org = fresh({
      'Signal__e after insert': () => {
        const { newList, size } = host().trigger!;
        batches.push(size);
        if (size > 1)
          host().setResumeCheckpoint((newList as ApexList<{ get(name: string): string }>).get(0).get('ReplayId'));
      },
    });
    org.run((tx) => tx.publishEvents(['a', 'b'].map((text) => org.record('Signal__e', { Text__c: text }))));
    drain(org);
    assert.deepEqual(batches, [2, 1]);
  });
});

describe('tests', () => {
  it('run queued work and events at stopTest, each with its own limits', () => {
    const sizes: unknown[] = [];
    const org = fresh({ 'Signal__e after insert': () => void sizes.push(host().trigger?.size) });
    org.run(
      (tx) => {
        tx.query('SELECT Id FROM License__c', {}, { sharing: false });
        tx.startTest();
        assert.equal(tx.used('queries'), 0);
        tx.enqueueQueueable(work('chain'), { delayMinutes: 5 });
        tx.enqueueFuture('Work', 'later', ['future']);
        tx.publishEvents([org.record('Signal__e', { Text__c: 'x' })]);
        tx.dml('insert', [org.record('License__c', {})], SYSTEM);
        tx.stopTest();
        assert.equal(tx.used('queries'), 1);
      },
      { inTest: true },
    );
    assert.deepEqual(seen, ['chain', null, 'future', 'chained', null]);
    assert.deepEqual(sizes, [1]);
  });

  it('get the exception of a job out of stopTest', () => {
    const org = fresh();
    assert.throws(
      () =>
        org.run(
          (tx) => {
            tx.startTest();
            tx.enqueueQueueable(work('fail'), {});
            tx.stopTest();
          },
          { inTest: true },
        ),
      (error: ApexException) => error.message === 'Divide by 0',
    );
  });

  it('allow one scope of a batch only', () => {
    const org = fresh();
    assert.throws(
      () =>
        org.run(
          (tx) => {
            tx.startTest();
            tx.enqueueBatch(new Batch(), 1);
            tx.stopTest();
          },
          { inTest: true },
        ),
      (error: ApexException) => /No more than one executeBatch/.test(error.message ?? ''),
    );
  });
});
