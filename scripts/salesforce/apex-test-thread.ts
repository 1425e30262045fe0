/** The thread that runs a project's Apex tests; `apex-tests.ts` starts it and listens. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { OrgError } from '../org/types.ts';
import type { ApexTestOptions } from './apex-test-run.ts';
import type { TestMessage } from './apex-tests.ts';

enableCompileCache(path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compile'));

const send = (message: TestMessage): void => parentPort!.postMessage(message);
const { root, options } = workerData as { readonly root: string; readonly options: ApexTestOptions };
try {
  const { runTestsOf } = await import('./apex-test-run.ts');
  const run = await runTestsOf(root, options, {
    starting: (place) => send({ kind: 'starting', place }),
    finished: (result) => send({ kind: 'finished', result }),
  });
  send({ kind: 'done', run });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  send({ kind: 'failed', message, code: error instanceof OrgError ? error.code : null });
}
