/** A started local org and the official Salesforce CLI that is logged in to it, each with folders of its own. */
import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOrgs } from '../../scripts/org/index.ts';
import type { RunOrg, RunningOrgs } from '../../scripts/org/index.ts';

export interface CliCall {
  readonly id: number;
  readonly command: string;
  readonly argv: readonly string[];
}

export interface CliOutcome {
  readonly id: number;
  /** Exit code the command would end its process with. */
  readonly code: number;
  /** What the command returned; its `result` in `--json`. */
  readonly result?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
  /** What it printed, both streams. */
  readonly output: string;
}

/** The project with the package. */
export const REPOSITORY = path.resolve(import.meta.dirname, '..', '..');
const CLI_ROOT = path.join(REPOSITORY, 'node_modules', '@salesforce', 'cli');

/** Variables that change what the CLI prints: it is shorter where it finds itself in continuous integration. */
const LEFT_OUT = new Set(['NODE_TEST_CONTEXT', 'CI', 'CONTINUOUS_INTEGRATION', 'BUILD_NUMBER', 'GITHUB_ACTIONS']);

/** `accessToken` is what `org login access-token` reads where it may not ask. */
function environment(home: string, accessToken: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(https?|all|no)_proxy$/i.test(name) && !/^(SF|SFDX)_/.test(name) && !LEFT_OUT.has(name),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    SF_ACCESS_TOKEN: accessToken,
    CLI_ROOT,
    SF_DISABLE_TELEMETRY: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  };
}

export class CliSession {
  readonly orgs: RunningOrgs;
  /** A project of its own with an empty `force-app`. */
  readonly project: string;
  private readonly folder: string;
  private readonly home: string;
  private driver: ChildProcess | undefined;
  private readonly waiting = new Map<number, (outcome: CliOutcome) => void>();
  private calls = 0;

  private constructor(folder: string, orgs: RunningOrgs) {
    this.folder = folder;
    this.orgs = orgs;
    this.home = path.join(folder, 'home');
    this.project = path.join(folder, 'project');
    mkdirSync(this.home);
    mkdirSync(path.join(this.project, 'force-app'), { recursive: true });
    this.write('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }] }));
  }

  /** Starts an empty org and logs the CLI in to it as `local`, its default org. */
  static async start(): Promise<CliSession> {
    const folder = mkdtempSync(path.join(tmpdir(), 'lma-cli-'));
    const session = new CliSession(folder, await startOrgs({ dataDir: path.join(folder, 'data'), port: 0 }));
    try {
      await session.startDriver();
      await session.login();
      return session;
    } catch (error) {
      await session.stop();
      throw error;
    }
  }

  /** Logs in with the token of `run.json`, as a person would. */
  private login(): Promise<unknown> {
    const flags = ['--instance-url', this.orgs.url, '--no-prompt', '--alias', 'local', '--set-default'];
    return this.ok('org:login:access-token', ...flags);
  }

  private startDriver(): Promise<void> {
    const driver = fork(path.join(import.meta.dirname, 'cli-driver.ts'), {
      cwd: this.project,
      env: environment(this.home, this.org.accessToken),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [],
    });
    this.driver = driver;
    return new Promise((resolve, reject) => {
      driver.on('message', (message: CliOutcome | 'ready') => {
        if (message === 'ready') resolve();
        else this.waiting.get(message.id)?.(message);
      });
      driver.once('exit', (code) => reject(new Error(`The CLI driver ended with ${code ?? ''}`)));
    });
  }

  get org(): RunOrg {
    const [org] = this.orgs.orgs;
    if (org === undefined) throw new Error('The server holds no org');
    return org;
  }

  /** A command such as `org:display` with its flags, in the process that all commands share. */
  run(command: string, ...argv: string[]): Promise<CliOutcome> {
    const id = this.calls++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.driver?.send({ id, command, argv } satisfies CliCall);
    });
  }

  /** The result of a command that must succeed. */
  async ok<T>(command: string, ...argv: string[]): Promise<T> {
    const outcome = await this.run(command, ...argv, '--json');
    if (outcome.code !== 0) throw new Error(`${command} ended with ${outcome.code}: ${outcome.output}`);
    return outcome.result as T;
  }

  /** The real `sf` in a process of its own. */
  sf(...argv: string[]): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [path.join(CLI_ROOT, 'bin', 'run.js'), ...argv], {
        cwd: this.project,
        env: environment(this.home, this.org.accessToken),
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data: Buffer) => (output += data.toString()));
      child.on('close', (code) => resolve({ code, output }));
    });
  }

  private stopDriver(): Promise<void> {
    const { driver } = this;
    if (driver === undefined || driver.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      driver.removeAllListeners('exit');
      driver.once('exit', () => resolve());
      driver.disconnect();
    });
  }

  /** Paths of the requests that the org answered, the latest last; at most 200. */
  async requested(): Promise<string[]> {
    const answer = await fetch(`${this.orgs.url}/__org__/log`, {
      headers: { authorization: `Bearer ${this.org.accessToken}` },
    });
    const { requests } = (await answer.json()) as { requests: { method: string; path: string }[] };
    return requests.map(({ method, path: target }) => `${method} ${target}`);
  }

  /** Writes a file of the project. */
  write(file: string, text: string): void {
    const target = path.join(this.project, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  async stop(): Promise<void> {
    await this.stopDriver();
    await this.orgs.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
