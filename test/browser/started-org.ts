/** `npm start` as a process of its own, on a folder of its own, with the pages built. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildShell } from '../../scripts/org/ui/build/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const LONGEST_START_MS = 180_000;

export interface StartedOrg {
  /** Address of the login page, with its code. */
  readonly url: string;
  stop(): Promise<void>;
}

/** @throws Error with what the start printed, when it ends or takes too long */
export async function startOrg(): Promise<StartedOrg> {
  await buildShell(ROOT);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-walk-'));
  const lma = path.join(ROOT, 'scripts', 'lma.ts');
  const args = ['start', '--data', path.join(folder, 'data'), '--port', '0', '--scenario', 'one-month'];
  const child = spawn(process.execPath, [lma, ...args], { cwd: ROOT });
  let output = '';
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = await new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), LONGEST_START_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /Open (http:\S+code=\S+)/.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => resolve(null));
  });
  if (url !== null) return { url, stop };
  await stop();
  throw new Error(`The local org did not start:\n${output}`);
}
