/** The folder a server keeps its orgs in: one writer at a time, `run.json` for clients, one database per org. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** Data folder where a command names none. */
export const DEFAULT_DATA = '.lma';

/** A start that cannot go on; the message is one line for a person. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

export interface RunOrg {
  readonly id: string;
  readonly alias: string;
  readonly userId: string;
  readonly username: string;
  readonly accessToken: string;
  /** Opens the login page's personas. */
  readonly loginCode: string;
}

/** `run.json`: what clients on this machine need. `pid` is 0 while no server runs. */
export interface RunFile {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  readonly startedAt: string;
  readonly orgs: readonly RunOrg[];
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EROFS: 'read-only file system',
    ENOSPC: 'no space left',
    ENOTDIR: 'not a folder',
    EEXIST: 'not a folder',
  };
  return known[code ?? ''] ?? message;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export class DataFolder {
  readonly path: string;
  private readonly lockFile: string;

  private constructor(path: string) {
    this.path = path;
    this.lockFile = join(path, 'writer.lock');
  }

  /** Creates the folder where needed and takes its lock. Throws `StartError` with one line. */
  static open(path: string): DataFolder {
    const folder = new DataFolder(resolve(path));
    try {
      mkdirSync(folder.orgsPath, { recursive: true, mode: 0o700 });
      mkdirSync(folder.snapshotsPath, { recursive: true, mode: 0o700 });
      const probe = join(folder.path, `.probe-${process.pid}`);
      writeFileSync(probe, '', { mode: 0o600 });
      rmSync(probe);
    } catch (error) {
      throw new StartError(
        `Cannot write to the data folder ${folder.path}: ${reason(error)}. Choose another with --data.`,
      );
    }
    folder.lock();
    return folder;
  }

  get orgsPath(): string {
    return join(this.path, 'orgs');
  }

  get snapshotsPath(): string {
    return join(this.path, 'snapshots');
  }

  databaseOf(orgId: string): string {
    return join(this.orgsPath, `${orgId}.sqlite`);
  }

  snapshotOf(name: string): string {
    return join(this.snapshotsPath, `${name}.sqlite`);
  }

  readRun(): RunFile | undefined {
    return readRunFile(this.path);
  }

  /** Replaces `run.json` in one step: readers never see half of it. */
  writeRun(run: RunFile): void {
    const file = join(this.path, 'run.json');
    const next = `${file}.next`;
    rmSync(next, { force: true });
    writeFileSync(next, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
    renameSync(next, file);
  }

  release(): void {
    if (this.lockHolder() === process.pid) rmSync(this.lockFile, { force: true });
  }

  private lock(): void {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        const handle = openSync(this.lockFile, 'wx', 0o600);
        writeSync(handle, String(process.pid));
        closeSync(handle);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
          throw new StartError(`Cannot lock the data folder ${this.path}: ${reason(error)}.`);
        }
      }
      const holder = this.lockHolder();
      if (holder !== undefined && isAlive(holder)) {
        throw new StartError(
          `A local org already runs on ${this.path} (process ${holder}). Stop it first, or choose another folder with --data.`,
        );
      }
      rmSync(this.lockFile, { force: true });
    }
    throw new StartError(`Cannot lock the data folder ${this.path}: another start is going on.`);
  }

  private lockHolder(): number | undefined {
    try {
      const pid = Number(readFileSync(this.lockFile, 'utf8'));
      return Number.isInteger(pid) && pid > 0 ? pid : undefined;
    } catch {
      return undefined;
    }
  }
}

/** `run.json` of a data folder, whether or not its server runs. */
export function readRunFile(path: string): RunFile | undefined {
  const file = join(resolve(path), 'run.json');
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunFile;
  } catch {
    throw new StartError(`${file} is not readable JSON. Remove it to start anew; the org's data stays.`);
  }
}
