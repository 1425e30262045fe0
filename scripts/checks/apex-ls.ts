/** Gate `apex-ls`: the open Apex checker over the whole project: errors, and code that nothing uses. Needs Java 17. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Finding, GateOutcome } from './finding.ts';
import { contentKey, ResultCache } from './source/cache.ts';
import type { ProjectFiles } from './source/files.ts';

const run = promisify(execFile);
const GATE = 'apex-ls';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly {
      readonly start: { readonly line: number; readonly offset: number };
      readonly category: string;
      readonly message: string;
    }[];
  }[];
}

/** Errors only: its warnings cover names that are legal today. */
const SERIOUS = new Set(['Syntax', 'Error', 'Missing']);

/** Files the checker reads. */
const READ = /\.(cls|trigger|page|component|flow|labels|object|field)(-meta\.xml)?$|-meta\.xml$/;
/** Code that tests alone use is left alone: a test may stand for a caller that is still to come. */
const FOR_TESTS = /only referenced by test code/;
const VERSION = '1';

/**
 * @param project files of the project
 * @param reportsUnused whether code that nothing uses is a finding too
 * @throws Error when Java is missing, or when the checker itself breaks
 */
export async function checkApex(project: ProjectFiles, reportsUnused: boolean): Promise<GateOutcome> {
  const cache = new ResultCache<string>(project.root, 'apex-ls', VERSION);
  const files = project.files.filter((file) => READ.test(file));
  const key = contentKey(...files.flatMap((file) => [file, project.read(file)]));
  let report = cache.get(key);
  if (report === undefined) {
    const text = await runChecker(project.root);
    report = text.slice(text.indexOf('{'));
    cache.set(key, report);
    cache.save();
  }
  return readReport(project.root, report, reportsUnused);
}

async function runChecker(root: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const engine = path.dirname(require.resolve('@salesforce/code-analyzer-pmd-engine/package.json'));
  const classPath = path.join(engine, 'dist', 'java-lib', '*');
  const main = 'io.github.apexdevtools.apexls.CheckForIssues';
  try {
    const options = ['-cp', classPath, main, '-f', 'json', '-d', 'unused', '-n', '-w', root];
    const { stdout } = await run('java', options, { maxBuffer: 256 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const failure = error as { code?: unknown; stdout?: string; message: string };
    if (failure.code === 'ENOENT') {
      throw new Error('The Apex gate needs Java 17: install it (Debian: openjdk-17-jre-headless) and run again.', {
        cause: error,
      });
    }
    // It exits non-zero when it has something to report; the report is on standard output all the same.
    if (!failure.stdout?.includes('"files"')) throw error;
    return failure.stdout;
  }
}

/** Turns the checker's JSON report into findings. */
export function readReport(root: string, text: string, reportsUnused = false): GateOutcome {
  const report = JSON.parse(text.slice(text.indexOf('{'))) as Report;
  const findings: Finding[] = [];
  for (const file of report.files) {
    for (const message of file.messages) {
      const isUnused = reportsUnused && message.category === 'Unused' && !FOR_TESTS.test(message.message);
      if (!SERIOUS.has(message.category) && !isUnused) continue;
      findings.push({
        file: path.relative(root, file.path).split(path.sep).join('/'),
        line: message.start.line,
        column: message.start.offset + 1,
        gate: GATE,
        message: message.message,
      });
    }
  }
  return {
    gate: GATE,
    scope: reportsUnused ? 'all classes and triggers, with unused code' : 'all classes and triggers',
    findings,
  };
}
