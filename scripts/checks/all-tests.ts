/** `npm test`: every check and every suite in one run, a summary line for each, and one total at the end. */
import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatFinding } from './finding.ts';
import { percentCovered, runApexTests } from '../salesforce/apex-tests.ts';
import { runGates } from './gates.ts';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const root = path.resolve(import.meta.dirname, '..', '..');

/** Runs one tool of node_modules/.bin and keeps what it printed. */
function runTool(tool: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(root, 'node_modules', '.bin', tool), args, { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A tool that has one verdict: it counts as one test. */
async function verdict(tool: string, args: readonly string[]): Promise<Outcome> {
  const { code, output } = await runTool(tool, args);
  if (code !== 0) console.log(output.trimEnd());
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

async function gates(): Promise<Outcome> {
  const outcomes = await runGates(root);
  for (const finding of outcomes.flatMap((outcome) => outcome.findings)) console.log(formatFinding(finding));
  const failed = outcomes.filter((outcome) => outcome.findings.length > 0).length;
  return { passed: outcomes.length - failed, failed };
}

async function nodeTests(): Promise<Outcome> {
  const files = globSync('test/**/*.test.ts', { cwd: root });
  const { code, output } = await runTool('node', ['--test', '--test-reporter=tap', ...files]);
  const passed = Number(/^# pass (\d+)$/m.exec(output)?.[1] ?? 0);
  const failed =
    Number(/^# fail (\d+)$/m.exec(output)?.[1] ?? 0) + Number(/^# cancelled (\d+)$/m.exec(output)?.[1] ?? 0);
  if (code !== 0) console.log(output.trimEnd());
  // A run that found nothing, or broke before it could count, must not pass.
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

/** Component tests with coverage, in a cache of their own: one that a plain run filled would report none. */
async function lwcTests(): Promise<Outcome> {
  const args = ['--coverage', '--coverageReporters=json-summary', '--cacheDirectory=.cache/jest-coverage'];
  const { code, output } = await runTool('jest', args);
  const passed = Number(/^Tests:.*?(\d+) passed/m.exec(output)?.[1] ?? 0);
  const failed = Number(/^Tests:.*?(\d+) failed/m.exec(output)?.[1] ?? 0);
  if (code !== 0) console.log(output.trimEnd());
  const report = path.join(root, 'coverage', 'coverage-summary.json');
  const covered = code === 0 ? (JSON.parse(readFileSync(report, 'utf8')) as CoverageReport).total.lines.pct : 0;
  if (code === 0) console.log(`         ${covered.toFixed(1)} % of the components' lines covered`);
  const isTooLittle = code === 0 ? covered < LEAST_COVERED : failed === 0;
  return { passed, failed: failed + (isTooLittle ? 1 : 0) };
}

interface CoverageReport {
  readonly total: { readonly lines: { readonly pct: number } };
}

/** The least share of the package's lines that its tests must reach. */
const LEAST_COVERED = 90;

async function apexTests(): Promise<Outcome> {
  const run = await runApexTests(root, { coverage: true });
  const problems = [...run.problems, ...run.notSupported];
  for (const problem of problems) console.log(`${problem.path}:${problem.line ?? 1} ${problem.message}`);
  const failures = run.tests.filter((result) => result.outcome !== 'Pass');
  for (const failure of failures)
    console.log(`${failure.class}.${failure.method}: ${failure.message ?? ''}\n${failure.stack ?? ''}`);
  const covered = percentCovered(run.coverage);
  console.log(`         ${covered.toFixed(1)} % of the package's lines covered`);
  const tooLittle = covered < LEAST_COVERED || run.tests.length === 0 ? 1 : 0;
  return { passed: run.tests.length - failures.length, failed: failures.length + problems.length + tooLittle };
}

const STEPS: readonly { readonly name: string; readonly run: () => Promise<Outcome> }[] = [
  { name: 'format', run: () => verdict('prettier', ['--check', '--log-level', 'warn', '.']) },
  { name: 'lint', run: () => verdict('eslint', ['.']) },
  { name: 'types', run: () => verdict('tsc', ['-p', 'tsconfig.scripts.json']) },
  { name: 'lwctypes', run: () => verdict('tsc', ['-p', 'tsconfig.json']) },
  { name: 'uitypes', run: () => verdict('tsc', ['-p', 'tsconfig.ui.json']) },
  { name: 'gates', run: gates },
  { name: 'lwc', run: lwcTests },
  { name: 'scripts', run: nodeTests },
  { name: 'apex', run: apexTests },
];

let passed = 0;
let failed = 0;
for (const step of STEPS) {
  const start = performance.now();
  const outcome = await step.run();
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${step.name.padEnd(8)} ${outcome.passed} passed, ${outcome.failed} failed  (${seconds} s)`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
