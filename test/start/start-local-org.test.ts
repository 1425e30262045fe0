import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Runs `lma start` as a process of its own: it changes HOME, and ends itself. */
function start(data: string, ...flags: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const args = [path.join(ROOT, 'scripts', 'lma.ts'), 'start', '--data', data, '--port', '0', '--exit', ...flags];
    const child = spawn(process.execPath, args, { cwd: ROOT });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => resolve({ code, output }));
  });
}

describe('lma start', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-start-'));
  const data = path.join(folder, 'data');
  let first: { code: number | null; output: string };

  before(async () => {
    first = await start(data, '--scenario', 'one-month');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('deploys, sets up, plays and sums up', () => {
    assert.equal(first.code, 0, first.output);
    assert.match(first.output, /Deployed \d+ components/);
    assert.match(first.output, /Events: (\d+) accepted, 0 duplicates, 0 rejected/);
    assert.match(first.output, /^Acme Forms +\d+/m);
    assert.match(first.output, /Leads: [1-9]\d* created/);
  });

  it('opens the same data again without playing it', async () => {
    const second = await start(data, '--scenario', 'one-month');
    assert.equal(second.code, 0, second.output);
    assert.match(second.output, /one-month is there already/);
    const table = (output: string): string => output.slice(output.indexOf('Package '));
    assert.equal(table(second.output), table(first.output));
  });

  it('refuses an unknown scenario by name', async () => {
    const refused = await start(path.join(folder, 'other'), '--scenario', 'nowhere');
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, /nowhere/);
  });
});
