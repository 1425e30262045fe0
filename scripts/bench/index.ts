/** `npm run bench`: the figures of the local org and how they stand to their targets. It judges nothing: exit code 0. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runApexTests } from '../salesforce/apex-tests.ts';
import { engineFigures } from './engine.ts';
import { atMost, figureLine } from './figure.ts';
import type { Figure } from './figure.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Runs a script of this project in a process of its own and returns what it printed. */
function runScript(script: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'scripts', script), ...args], { cwd: ROOT });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${script} ended with ${code}\n${output}\n${errors}`)),
    );
  });
}

async function startFigures(data: string): Promise<Figure[]> {
  const start = async (): Promise<{ seconds: number; output: string }> => {
    const begin = performance.now();
    const output = await runScript('lma.ts', 'start', '--data', data, '--port', '0', '--exit');
    return { seconds: (performance.now() - begin) / 1000, output };
  };
  const cold = await start();
  const warm = await start();
  const deployed = /Deployed (\d+) components in ([\d.]+) s/.exec(cold.output);
  return [
    atMost('Cold start to the summary', cold.seconds, 's', 60),
    atMost('Warm start', warm.seconds, 's', 3),
    atMost('Package deploy', Number(deployed?.[2] ?? NaN), 's', 5, `${deployed?.[1]} components, over REST`),
  ];
}

async function apexFigures(): Promise<Figure[]> {
  const run = await runApexTests(ROOT, { coverage: true });
  const failed =
    run.tests.filter((result) => result.outcome !== 'Pass').length + run.problems.length + run.notSupported.length;
  const detail = `${run.tests.length} tests, ${failed} failed, with coverage`;
  return [atMost('Apex suite', run.ms / 1000, 's', 15, detail)];
}

/** The second run finds what the first one kept. */
async function checkFigure(): Promise<Figure> {
  await runScript('lma.ts', 'check');
  const begin = performance.now();
  await runScript('lma.ts', 'check');
  return atMost('npm run check, warm', (performance.now() - begin) / 1000, 's', 25);
}

function print(figures: readonly Figure[]): void {
  for (const figure of figures) console.log(figureLine(figure));
}

console.log(`Node ${process.version}, ${os.cpus().length} processors, ${os.platform()} ${os.arch()}`);
const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-bench-'));
try {
  const data = path.join(folder, 'data');
  print(await startFigures(data));
  print(await apexFigures());
  print([await checkFigure()]);
  print(engineFigures());
  print(JSON.parse(await runScript(path.join('bench', 'apex.ts'))) as Figure[]);
  print(JSON.parse(await runScript(path.join('bench', 'apex.ts'), 'size')) as Figure[]);
  print(JSON.parse(await runScript(path.join('bench', 'load.ts'), data)) as Figure[]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
