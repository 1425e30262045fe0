import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { cached } from '../../../scripts/checks/security/cache.ts';
import { ENGINES, type Engine } from '../../../scripts/checks/security/engines.ts';
import { ENGINE_FAILURE, type Violation } from '../../../scripts/checks/security/violation.ts';
import { project, write } from './project.ts';

const FILE = 'force-app/main/classes/Sample.cls';
const engine = ENGINES.find((candidate) => candidate.isCached) as Engine;
const violation = (rule: string): Violation => ({
  engine: engine.name,
  rule,
  severity: 2,
  tags: [],
  file: FILE,
  line: 1,
  column: 1,
  message: 'planted',
});

test('a result is kept until a file, a rule or a setting changes', async (context) => {
  const root = project(context, { [FILE]: 'first' });
  const files = [path.join(root, FILE)];
  let runs = 0;
  const analyzeNow = (): Promise<Violation[]> => Promise.resolve([violation(`Rule${(runs += 1)}`)]);
  const ask = async (changed: Partial<Engine> = {}): Promise<[string | undefined, boolean]> => {
    const { violations, isKept } = await cached(root, { ...engine, ...changed }, files, analyzeNow);
    return [violations[0]?.rule, isKept];
  };
  assert.deepEqual(await ask(), ['Rule1', false]);
  assert.deepEqual(await ask(), ['Rule1', true]);
  write(root, FILE, 'second');
  assert.deepEqual(await ask(), ['Rule2', false]);
  assert.deepEqual(await ask({ selectors: ['sfge:1'] }), ['Rule3', false]);
  assert.deepEqual(await ask({ settings: { java_thread_count: 1 } }), ['Rule4', false]);
});

test('a failure of the engine is tried again', async (context) => {
  const root = project(context, { [FILE]: 'first' });
  const files = [path.join(root, FILE)];
  const analyzeNow = (): Promise<Violation[]> => Promise.resolve([violation(ENGINE_FAILURE)]);
  await cached(root, engine, files, analyzeNow);
  const { violations, isKept } = await cached(root, engine, files, () => Promise.resolve([]));
  assert.deepEqual([violations, isKept], [[], false]);
});
