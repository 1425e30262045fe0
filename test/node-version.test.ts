import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { it } from 'node:test';

const SCRIPT = path.resolve(import.meta.dirname, '..', 'scripts', 'node-version.js');

it('an old Node is told in one line which one is needed', () => {
  const old = `
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });
    Object.defineProperty(process, 'version', { value: 'v18.20.4' });
    await import(${JSON.stringify(SCRIPT)});
    console.log('went on');`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', old], {
    encoding: 'utf8',
  });
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^Open LMA needs Node 24 or newer, this is v18\.20\.4\..*\n$/);
});
