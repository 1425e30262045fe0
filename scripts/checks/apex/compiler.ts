/** Gate `apex-compiler`: Salesforce's own compiler front end, from the jar of the Apex formatter. Needs Java 17. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageDirectories } from '../../salesforce/project.ts';
import type { Finding, GateOutcome } from '../finding.ts';
import { describeProject } from './description.ts';
import { CACHE, driverDigest, runDriver } from './driver.ts';
import { isCertain, namesPackage } from './kinds.ts';
import { digestOf, isSource, readProjectFiles } from './project-files.ts';
import type { ProjectFile } from './project-files.ts';

const GATE = 'apex-compiler';

/**
 * Compiles every class and trigger of a project up to the compiler's validation, without a namespace and with the
 * project's own. The answer is kept: the same files are not compiled twice.
 *
 * @param root folder of the project
 * @throws Error when Java is missing, or when the compiler itself breaks
 */
export async function checkWithCompiler(root: string): Promise<GateOutcome> {
  const project = readProject(root, path.join(CACHE, 'answers'));
  const [findings = []] = await check([project]);
  const sources = project.files.filter((file) => isSource(file.path));
  return { gate: GATE, scope: `${sources.length} classes and triggers`, findings };
}

/**
 * The same for many projects in one run of the compiler.
 *
 * @param answers folder that keeps the findings
 * @returns findings of each project, in the order of `roots`
 */
export function checkAll(roots: readonly string[], answers: string): Promise<readonly Finding[][]> {
  return check(roots.map((root) => readProject(root, answers)));
}

interface Project {
  readonly root: string;
  readonly namespace: string;
  readonly files: readonly ProjectFile[];
  readonly digest: string;
  /** File that keeps the findings. */
  readonly answer: string;
}

interface Answer {
  readonly digest: string;
  readonly findings: Finding[];
}

function readProject(root: string, answers: string): Project {
  const files = readProjectFiles(root, packageDirectories(root));
  const settings = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as { namespace?: string };
  const namespace = settings.namespace ?? '';
  const name = createHash('sha256').update(path.resolve(root)).digest('hex').slice(0, 20);
  return {
    root,
    namespace,
    files,
    digest: digestOf([driverDigest(), namespace], files),
    answer: path.join(answers, `${name}.json`),
  };
}

async function check(projects: readonly Project[]): Promise<Finding[][]> {
  const known = projects.map(readAnswer);
  const missing = projects.filter((_project, index) => known[index] === undefined);
  const rows = missing.length === 0 ? [] : await runDriver(missing.flatMap(projectRows));
  return projects.map((project, index) => known[index] ?? keep(project, rows));
}

function readAnswer(project: Project): Finding[] | undefined {
  if (!existsSync(project.answer)) return undefined;
  const answer = JSON.parse(readFileSync(project.answer, 'utf8')) as Answer;
  return answer.digest === project.digest ? answer.findings : undefined;
}

/** The project without a namespace, then with its own. */
function projectRows(project: Project): string[] {
  const rows = describeProject(project.files);
  const namespaces = project.namespace === '' ? [''] : ['', project.namespace];
  return namespaces.flatMap((namespace) => [`project\t${project.root}\t${namespace}\t${project.namespace}`, ...rows]);
}

function keep(project: Project, rows: readonly (readonly string[])[]): Finding[] {
  const findings = findingsOf(project, rows);
  mkdirSync(path.dirname(project.answer), { recursive: true });
  const written = `${project.answer}.${process.pid}`;
  writeFileSync(written, JSON.stringify({ digest: project.digest, findings } satisfies Answer));
  renameSync(written, project.answer);
  return findings;
}

/** One finding a place: with a namespace the compiler may say the same in other words. */
function findingsOf(project: Project, rows: readonly (readonly string[])[]): Finding[] {
  const found = new Map<string, Finding>();
  const named = project.namespace === '' ? undefined : new RegExp(`\\b${project.namespace}(__|\\.)`, 'i');
  const files = new Map(project.files.map((file) => [file.path, file]));
  for (const [root, namespace, file = '', line = '1', column = '1', message = ''] of rows) {
    const place = `${file}:${line}:${column}`;
    if (root !== project.root || found.has(place)) continue;
    const text = files.get(file)?.text ?? '';
    if (!isCertain(message, namesPackage(`${text} ${message}`, project.namespace))) continue;
    const at = { line: Math.max(1, Number(line)), column: Math.max(1, Number(column)) };
    // Code that names its own namespace means an org that has it.
    if (namespace === '' && named?.test(text.split('\n')[at.line - 1] ?? '')) continue;
    found.set(place, { file, ...at, gate: GATE, message });
  }
  return [...found.values()];
}
