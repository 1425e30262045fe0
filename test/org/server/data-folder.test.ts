/** The data folder: lock, unwritable places, run.json. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DataFolder, StartError, readRunFile } from '../../../scripts/org/server/data-folder.ts';

describe('data folder', () => {
  let path = '';
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'lma-data-'));
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));

  const refused = (open: () => unknown, pattern: RegExp): void => {
    assert.throws(open, (error: unknown) => {
      assert.ok(error instanceof StartError, String(error));
      assert.match(error.message, pattern);
      assert.doesNotMatch(error.message, /\n/, 'one line');
      return true;
    });
  };

  it('refuses a second start while the first runs, and frees the folder afterwards', () => {
    const folder = DataFolder.open(path);
    refused(() => DataFolder.open(path), new RegExp(`already runs on .*process ${process.pid}.*--data`));
    folder.release();
    DataFolder.open(path).release();
  });

  it('takes over the lock of a process that is gone', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(path, 'writer.lock'), String(gone));
    DataFolder.open(path).release();
  });

  it('names a folder that cannot be made', () => {
    const file = join(path, 'file');
    writeFileSync(file, '');
    refused(
      () => DataFolder.open(join(file, 'data')),
      /Cannot write to the data folder .*file.data: not a folder.*--data/,
    );
  });

  it('keeps tokens from other users of the machine', () => {
    const folder = DataFolder.open(path);
    const run = { pid: 1, port: 2, url: 'http://127.0.0.1:2', startedAt: '2026-01-01T00:00:00.000Z', orgs: [] };
    folder.writeRun(run);
    assert.equal(statSync(join(path, 'run.json')).mode & 0o777, 0o600);
    assert.deepEqual(folder.readRun(), run);
    folder.release();
  });

  it('says where a broken run.json is', () => {
    writeFileSync(join(path, 'run.json'), '{');
    refused(() => readRunFile(path), /run\.json is not readable JSON/);
    assert.equal(readFileSync(join(path, 'run.json'), 'utf8'), '{');
  });
});
