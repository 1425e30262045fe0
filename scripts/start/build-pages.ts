/** Builds the pages in a process of its own, so that deploy and scenario need not wait. */
import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * @param root folder of the project
 * @param log called with what the build says when it ends
 */
export function buildPages(root: string, log: (line: string) => void): void {
  const entry = path.join(root, 'scripts', 'org', 'ui', 'build-run.ts');
  const child = spawn(process.execPath, [entry], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.on('error', (error) => log(`The pages were not built: ${error.message}`));
  child.on('close', () => {
    for (const line of output.trimEnd().split('\n')) log(line);
  });
}
