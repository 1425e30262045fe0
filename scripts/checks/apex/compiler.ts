/** Gate `apex-compiler`: Salesforce's own compiler front end, from the jar of the Apex formatter. Needs Java 17. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Finding, GateOutcome } from '../finding.ts';
import { describeProject } from './description.ts';
import { isCertain } from './kinds.ts';

const run = promisify(execFile);
const GATE = 'apex-compiler';
const DRIVER = path.join(import.meta.dirname, 'CompilerDriver.java');
const PACKAGE = 'prettier-plugin-apex';
const JAR = path.join('vendor', 'apex-ast-serializer', 'lib', 'apex-jorje-lsp.jar');

/**
 * @param root folder of the project
 * @throws Error when Java is missing, or when the compiler itself breaks
 */
export async function checkWithCompiler(root: string): Promise<GateOutcome> {
  const { rows, sources } = await describeProject(root);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lma-compiler-'));
  try {
    const description = path.join(folder, 'description.txt');
    await writeFile(description, `${rows.join('\n')}\n`);
    const findings = readErrors(await runDriver(description));
    return { gate: GATE, scope: `${sources} sources; members of platform types are left to apex-ls`, findings };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runDriver(description: string): Promise<string> {
  const require = createRequire(import.meta.url);
  // The package exports its entry alone, which lies somewhere below its folder.
  const entry = require.resolve(PACKAGE);
  const jar = path.join(entry.slice(0, entry.lastIndexOf(PACKAGE) + PACKAGE.length), JAR);
  try {
    const { stdout } = await run('java', ['-cp', jar, DRIVER, description], { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    throw new Error('The compiler gate needs Java 17: install it (Debian: openjdk-17-jre-headless) and run again.', {
      cause: error,
    });
  }
}

/** The driver's rows, without the kinds it cannot be certain of. */
export function readErrors(text: string): Finding[] {
  return text
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => {
      const [file = '', line = '1', column = '1', message = ''] = row.split('\t');
      return { file, line: Number(line), column: Number(column), gate: GATE, message };
    })
    .filter((finding) => isCertain(finding.message));
}
