/** Gate `apex-ls`: the open Apex checker over the whole project. Needs Java 17. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Finding, GateOutcome } from './finding.ts';

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

export async function checkApex(root: string): Promise<GateOutcome> {
  const require = createRequire(import.meta.url);
  const engine = path.dirname(require.resolve('@salesforce/code-analyzer-pmd-engine/package.json'));
  const classPath = path.join(engine, 'dist', 'java-lib', '*');
  const main = 'io.github.apexdevtools.apexls.CheckForIssues';
  let text: string;
  try {
    const answer = await run('java', ['-cp', classPath, main, '-f', 'json', '-d', 'warnings', '-n', '-w', root], {
      maxBuffer: 256 * 1024 * 1024,
    });
    text = answer.stdout;
  } catch (error) {
    const failure = error as { code?: unknown; stdout?: string; message: string };
    if (failure.code === 'ENOENT') {
      throw new Error('The Apex gate needs Java 17: install it (Debian: openjdk-17-jre-headless) and run again.', {
        cause: error,
      });
    }
    // It exits non-zero when it has something to report; the report is on standard output all the same.
    if (!failure.stdout?.includes('"files"')) throw error;
    text = failure.stdout;
  }
  return readReport(root, text);
}

/** Turns the checker's JSON report into findings. */
export function readReport(root: string, text: string): GateOutcome {
  const report = JSON.parse(text.slice(text.indexOf('{'))) as Report;
  const findings: Finding[] = [];
  for (const file of report.files) {
    for (const message of file.messages) {
      if (!SERIOUS.has(message.category)) continue;
      findings.push({
        file: path.relative(root, file.path).split(path.sep).join('/'),
        line: message.start.line,
        column: message.start.offset + 1,
        gate: GATE,
        message: message.message,
      });
    }
  }
  return { gate: GATE, scope: 'all classes and triggers', findings };
}
