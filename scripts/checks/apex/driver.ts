/** Builds the Java driver of Salesforce's compiler once for each state of its sources, and runs it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

const DRIVER = path.join(import.meta.dirname, 'driver');
const OVERLAY = path.join(import.meta.dirname, 'library');
/** Built drivers and earlier answers. */
export const CACHE = path.join(import.meta.dirname, '..', '..', '..', '.cache', 'apex-compiler');

/** Folder of an installed package; some export their entry alone, which lies somewhere below it. */
function packageFolder(name: string): string {
  const entry = require.resolve(name);
  return entry.slice(0, entry.lastIndexOf(path.normalize(name)) + path.normalize(name).length);
}

function compilerJar(): string {
  return path.join(packageFolder('prettier-plugin-apex'), 'vendor', 'apex-ast-serializer', 'lib', 'apex-jorje-lsp.jar');
}

function platformJar(name: string): string {
  const folder = path.join(packageFolder('@salesforce/code-analyzer-pmd-engine'), 'dist', 'java-lib');
  const [file] = globSync(`${name}-*.jar`, { cwd: folder });
  if (file === undefined) throw new Error(`The compiler gate needs ${name}-*.jar in ${folder}: run npm install.`);
  return path.join(folder, file);
}

function driverSources(): string[] {
  return globSync('*.java', { cwd: DRIVER })
    .sort()
    .map((file) => path.join(DRIVER, file));
}

/** Changes with whatever the driver's answer depends on beyond the project: its sources, the overlay, the jars. */
export function driverDigest(): string {
  const overlay = globSync('**/*.cls', { cwd: OVERLAY }).sort();
  const hash = createHash('sha256');
  for (const file of [...driverSources(), ...overlay.map((name) => path.join(OVERLAY, name))]) {
    hash.update(`${path.basename(file)}\0${readFileSync(file, 'utf8')}\0`);
  }
  for (const jar of [compilerJar(), platformJar('standard-types'), platformJar('sobject-types')]) {
    hash.update(`${jar}\0${versionNear(jar)}\0`);
  }
  return hash.digest('hex').slice(0, 20);
}

function versionNear(jar: string): string {
  for (let folder = path.dirname(jar); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string }).version ?? '';
  }
  return '';
}

async function java(args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run('java', args, { maxBuffer: 256 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    throw new Error('The compiler gate needs Java 17: install it (Debian: openjdk-17-jdk-headless) and run again.', {
      cause: error,
    });
  }
}

/** Compiles the driver into a jar in the cache. Two runs at the same time both build; the later jar replaces its like. */
async function buildDriver(): Promise<string> {
  const jar = path.join(CACHE, `driver-${driverDigest()}.jar`);
  if (existsSync(jar)) return jar;
  mkdirSync(CACHE, { recursive: true });
  const building = mkdtempSync(path.join(CACHE, 'building-'));
  try {
    const compiler = ['-m', 'jdk.compiler/com.sun.tools.javac.Main', '-nowarn'];
    await java([...compiler, '-cp', compilerJar(), '-d', building, ...driverSources()]);
    const classes = globSync('*.class', { cwd: building });
    const entries = classes.map((name) => [name, new Uint8Array(readFileSync(path.join(building, name)))] as const);
    writeFileSync(path.join(building, 'driver.jar'), zipSync(Object.fromEntries(entries)));
    renameSync(path.join(building, 'driver.jar'), jar);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return jar;
}

/**
 * Options of the virtual machine: made for short runs, with the loaded classes kept in an archive beside the driver. A
 * virtual machine that does not like the archive goes on without; it must not say so where the answer is read.
 */
function machineOptions(archive: string, made: string): string[] {
  const quick = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xss16m', '-Xlog:disable'];
  return [...quick, existsSync(archive) ? `-XX:SharedArchiveFile=${archive}` : `-XX:ArchiveClassesAtExit=${made}`];
}

/**
 * @param projects rows of the driver for one or many projects
 * @returns the driver's rows: project, namespace, path, line, column, message
 * @throws Error when Java is missing, or when the compiler itself breaks
 */
export async function runDriver(projects: readonly string[]): Promise<string[][]> {
  const driver = await buildDriver();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-compiler-'));
  try {
    const description = path.join(folder, 'description.txt');
    const library = [
      `overlay\t${OVERLAY}`,
      `classes\t${platformJar('standard-types')}`,
      `texts\t${compilerJar()}`,
      `records\t${platformJar('sobject-types')}`,
    ];
    writeFileSync(description, `${[...library, ...projects].join('\n')}\n`);
    const archive = driver.replace(/jar$/, 'jsa');
    const made = `${archive}.${process.pid}`;
    const classPath = [driver, compilerJar()].join(path.delimiter);
    const text = await java([...machineOptions(archive, made), '-cp', classPath, 'Driver', description]);
    if (existsSync(made)) renameSync(made, archive);
    return text
      .split('\n')
      .map((row) => row.split('\t'))
      .filter((row) => row.length === COLUMNS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Columns of a row that the driver prints. */
const COLUMNS = 6;
