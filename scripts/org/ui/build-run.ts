/** Entry of the child process that builds the pages beside the deploy. */
import path from 'node:path';
import { buildShell } from './build/index.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
try {
  const { ms } = await buildShell(root);
  console.log(`Pages built in ${(ms / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(`The pages were not built: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
