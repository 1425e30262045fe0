/** The local org's two ways in: a server on a data folder, and one org in this process without server or threads. */
import { rmSync } from 'node:fs';
import { randomWord } from './rest/sessions.ts';
import { OrgError } from './types.ts';
import type { OrgRequest, OrgResponse } from './rest/message.ts';
import { RestHandler } from './rest/handler.ts';
import type { HostedOrg } from './rest/hosted-org.ts';
import { openStore } from './store/index.ts';
import type { Org } from './org.ts';
import { DEFAULT_DATA, DataFolder, StartError, readRunFile } from './server/data-folder.ts';
import type { RunFile, RunOrg } from './server/data-folder.ts';
import { EngineThread } from './server/engine-thread.ts';
import { listen } from './server/http.ts';
import { newOrgId } from './server/org-id.ts';
import { openHostedOrg } from './server/open-org.ts';
import { loadStaticRoutes } from './server/static-routes.ts';
import type { StaticRoutes } from './server/static-routes.ts';

export { DEFAULT_DATA, StartError, readRunFile };
export type { RunFile, RunOrg, StaticRoutes };

export const DEFAULT_PORT = 7070;

const ALIAS = 'local';

export interface StartOptions {
  /** `.lma` when absent. */
  readonly dataDir?: string;
  /** 7070 when absent; 0 takes any free port. */
  readonly port?: number;
  /** Begins with an empty org. */
  readonly reset?: boolean;
  /** Pages of the Lightning shell; those of `ui/server.ts` when absent. */
  readonly staticRoutes?: StaticRoutes;
}

export interface RunningOrgs {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly orgs: readonly RunOrg[];
  /** Resolves when a client asked the server to stop. */
  readonly stopRequested: Promise<void>;
  /** Answers nothing new, finishes what it does, closes the databases, frees folder and port. */
  stop(): Promise<void>;
}

function identities(folder: DataFolder, reset: boolean): Pick<RunOrg, 'id' | 'alias' | 'accessToken' | 'loginCode'>[] {
  const known = folder.readRun()?.orgs ?? [];
  if (reset)
    for (const org of known)
      for (const tail of ['', '-wal', '-shm']) rmSync(folder.databaseOf(org.id) + tail, { force: true });
  if (known.length > 0)
    return known.map(({ id, alias, accessToken, loginCode }) => ({ id, alias, accessToken, loginCode }));
  const id = newOrgId();
  return [{ id, alias: ALIAS, accessToken: `${id}!AQ${randomWord(80)}`, loginCode: randomWord(24) }];
}

/** Starts the server. Throws `StartError`, one line for a person, where that is not possible. */
export async function startOrgs(options: StartOptions = {}): Promise<RunningOrgs> {
  const folder = DataFolder.open(options.dataDir ?? DEFAULT_DATA);
  let stopListening: () => Promise<void> = () => Promise.resolve();
  try {
    const found = identities(folder, options.reset === true);
    let engine: EngineThread | null = null;
    const { server, port } = await listen({
      port: options.port ?? DEFAULT_PORT,
      staticRoutes: options.staticRoutes ?? (await loadStaticRoutes()),
      handle: (request) => engine?.handle(request) ?? Promise.resolve(starting()),
    });
    stopListening = () => server.close();
    const started = await EngineThread.start({
      snapshotsPath: folder.snapshotsPath,
      ports: [port],
      orgs: found.map((org) => ({ ...org, file: folder.databaseOf(org.id) })),
    });
    engine = started.engine;
    const url = `http://127.0.0.1:${port}`;
    const orgs = found.map((org): RunOrg => {
      const user = started.users.find((entry) => entry.orgId === org.id);
      return { ...org, userId: user?.userId ?? '', username: user?.username ?? '' };
    });
    const run: RunFile = { pid: process.pid, port, url, startedAt: new Date().toISOString(), orgs };
    folder.writeRun(run);
    return running(folder, run, started.engine, stopListening);
  } catch (error) {
    await stopListening();
    folder.release();
    throw error;
  }
}

function starting(): OrgResponse {
  return {
    status: 503,
    headers: { 'content-type': 'application/json', 'retry-after': '1' },
    body: '[{"errorCode":"SERVER_UNAVAILABLE","message":"The local org is starting"}]',
  };
}

function running(
  folder: DataFolder,
  run: RunFile,
  engine: EngineThread,
  stopListening: () => Promise<void>,
): RunningOrgs {
  const { promise: stopRequested, resolve } = Promise.withResolvers<void>();
  engine.onShutdown = resolve;
  let stopping: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    await stopListening();
    await engine.stop();
    folder.writeRun({ ...run, pid: 0 });
    folder.release();
  };
  return {
    url: run.url,
    port: run.port,
    dataDir: folder.path,
    orgs: run.orgs,
    stopRequested,
    stop: () => (stopping ??= end()),
  };
}

/** Stops on SIGINT and SIGTERM, or when a client asks for it; resolves when everything is closed. */
export async function runUntilStopped(orgs: RunningOrgs): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    void orgs.stopRequested.then(resolve);
  });
  await orgs.stop();
}

export interface LocalOrgOptions {
  /** Path of the database; in memory when absent. */
  readonly file?: string;
  readonly namespace?: string;
}

export interface LocalOrg {
  readonly org: Org;
  readonly hosted: HostedOrg;
  readonly adminId: string;
  /** Token of the administrator, for `handle`. */
  readonly accessToken: string;
  /** The REST layer without HTTP. */
  handle(request: OrgRequest): OrgResponse;
  /** Runs accepted deploys, test runs, bulk jobs and everything that is due. */
  settle(): void;
  close(): void;
}

function refuseLifecycle(): never {
  throw new OrgError('UNSUPPORTED_OPERATION', 'An org without a server has no data folder to reset, copy or stop');
}

/** One org in this process: for tests, and for running a project's Apex tests. */
export function openLocalOrg(options: LocalOrgOptions = {}): LocalOrg {
  const id = newOrgId();
  const store = openStore(options.file ?? ':memory:');
  const hosted = openHostedOrg({
    id,
    alias: ALIAS,
    store,
    loginCode: randomWord(24),
    lifecycle: { reset: refuseLifecycle, snapshot: refuseLifecycle, shutdown: refuseLifecycle },
    ...(options.namespace === undefined ? {} : { namespace: options.namespace }),
  });
  const handler = new RestHandler(new Map([[id, hosted]]));
  const accessToken = hosted.sessions.issue(hosted.adminId);
  return {
    org: hosted.org,
    hosted,
    adminId: hosted.adminId,
    accessToken,
    handle: (request) => handler.handle(request),
    settle: () => {
      while (hosted.tasks.runNext() || hosted.org.runDue());
    },
    close: () => hosted.org.close(),
  };
}
