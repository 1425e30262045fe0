import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openStore } from '../../../scripts/org/store/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-kill-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const storeModule = pathToFileURL(join(import.meta.dirname, '../../../scripts/org/store/index.ts')).href;

/** Runs a body with an open `store` in another process, kills it when it has printed a line, returns that line. */
async function killedAfter(file: string, body: string): Promise<string> {
  const code = `import { openStore } from '${storeModule}'; const store = openStore(${JSON.stringify(file)}); ${body}; setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'exit');
  return line.toString().trim();
}

describe('a killed process', () => {
  it('never lets an id be handed out twice', async () => {
    const file = join(folder, 'ids.db');
    const last = await killedAfter(
      file,
      `let id; for (let i = 0; i < 250000; i++) id = store.nextId('a00'); store.begin(); id = store.nextId('a00'); store.rollback(); console.log(id)`,
    );
    const store = openStore(file);
    assert.ok(store.nextId('a00') > last);
    store.close();
  });

  it('keeps what was committed and nothing else', async () => {
    const file = join(folder, 'rows.db');
    await killedAfter(
      file,
      `store.begin(); store.setState('a', '1'); store.commit(); store.begin(); store.setState('b', '2'); console.log('ready')`,
    );
    const store = openStore(file);
    assert.deepEqual([store.getState('a'), store.getState('b')], ['1', undefined]);
    store.close();
  });

  it('keeps the auto-numbers of committed transactions', async () => {
    const file = join(folder, 'numbers.db');
    await killedAfter(
      file,
      `store.begin(); store.nextAutoNumber('T', 'N'); store.nextAutoNumber('T', 'N'); store.commit(); console.log('ready')`,
    );
    const store = openStore(file);
    assert.equal(store.nextAutoNumber('T', 'N'), 3);
    store.close();
  });
});
