/** A killed server loses nothing that it answered. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { readRunFile, startOrgs } from '../../../scripts/org/index.ts';
import type { RunFile } from '../../../scripts/org/index.ts';

const SERVER = `
import { startOrgs } from ${JSON.stringify(new URL('../../../scripts/org/index.ts', import.meta.url).href)};
await startOrgs({ dataDir: process.env.DATA, port: 0 });
console.log('up');
`;

function startServer(data: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SERVER], { env: { ...process.env, DATA: data } });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', () => resolve(child));
    child.on('close', () => reject(new Error('The server ended before it was up')));
  });
}

const NAMES = Array.from({ length: 200 }, (_, index) => `Record ${index}`);

async function send(run: RunFile, index: number): Promise<number> {
  const records = NAMES.map((name) => ({ attributes: { type: 'Account' }, Name: `${name} of batch ${index}` }));
  const answer = await fetch(`${run.url}/services/data/v66.0/composite/sobjects`, {
    method: 'POST',
    headers: { authorization: `Bearer ${run.orgs[0]?.accessToken ?? ''}` },
    body: JSON.stringify({ allOrNone: true, records }),
  });
  return answer.status;
}

it('keeps every answered batch whole, and no part of an unanswered one, after kill -9', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lma-kill-'));
  const data = join(folder, 'data');
  const child = await startServer(data);
  const run = readRunFile(data);
  assert.ok(run !== undefined);
  const answered = new Set<number>();
  const sending = Array.from({ length: 30 }, (_, index) =>
    send(run, index).then(
      (status) => status === 200 && answered.add(index),
      () => false,
    ),
  );
  while (answered.size < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
  await Promise.all(sending);

  const orgs = await startOrgs({ dataDir: data, port: 0 });
  const soql = 'SELECT Name FROM Account';
  const counts = new Map<number, number>();
  let next = `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
  while (next !== '') {
    const headers = { authorization: `Bearer ${run.orgs[0]?.accessToken ?? ''}` };
    const page = (await (await fetch(orgs.url + next, { headers })).json()) as {
      records: { Name: string }[];
      nextRecordsUrl?: string;
    };
    for (const { Name } of page.records) {
      const index = Number(/batch (\d+)$/.exec(Name)?.[1]);
      counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    next = page.nextRecordsUrl ?? '';
  }
  await orgs.stop();
  rmSync(folder, { recursive: true, force: true });
  for (const index of answered) assert.equal(counts.get(index), 200, `answered batch ${index}`);
  assert.ok(
    [...counts.values()].every((count) => count === 200),
    'no half batch',
  );
});
