/** Every org of the engine thread, their work between requests, and calls from one to another. */
import { rmSync, copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { OrgError } from '../types.ts';
import type { CalloutHandler } from '../apex/transaction/contract.ts';
import { RestHandler } from '../rest/handler.ts';
import type { HostedOrg } from '../rest/hosted-org.ts';
import { splitTarget } from '../rest/message.ts';
import type { OrgRequest, OrgResponse } from '../rest/message.ts';
import { openStore } from '../store/index.ts';
import type { OrgStore } from '../store/index.ts';
import { openHostedOrg } from './open-org.ts';
import type { EngineOrg, EngineStart } from './messages.ts';
import { withCallouts } from './callouts.ts';

interface Entry {
  readonly start: EngineOrg;
  store: OrgStore;
  hosted: HostedOrg;
}

export class EngineOrgs {
  private readonly entries = new Map<string, Entry>();
  private readonly hosted = new Map<string, HostedOrg>();
  private readonly handler: RestHandler;
  private readonly start: EngineStart;
  private readonly onShutdown: () => void;
  /** A database swap that waits for the end of the request that asked for it. */
  private swap: (() => void) | null = null;
  /** Requests under way: more than one while an org calls another. */
  private depth = 0;

  constructor(start: EngineStart, onShutdown: () => void) {
    this.start = start;
    this.onShutdown = onShutdown;
    for (const org of start.orgs) this.open(org);
    this.handler = new RestHandler(this.hosted);
  }

  handle(request: OrgRequest): OrgResponse {
    this.depth++;
    try {
      return this.handler.handle(request);
    } finally {
      this.depth--;
      if (this.depth === 0) this.runSwap();
    }
  }

  /** One piece of waiting work; false when nothing is due. */
  runNext(): boolean {
    for (const { hosted } of this.entries.values()) if (hosted.tasks.runNext() || hosted.org.runDue()) return true;
    return false;
  }

  users(): { orgId: string; userId: string; username: string }[] {
    return [...this.entries.values()].map(({ hosted, store }) => {
      const row = store.get('SELECT "Username" FROM "User" WHERE "Id" = ?', [hosted.adminId]);
      return { orgId: hosted.org.orgId, userId: hosted.adminId, username: String(row?.['Username'] ?? '') };
    });
  }

  close(): void {
    for (const { hosted, store } of this.entries.values()) {
      hosted.org.close();
      // The org may have closed its store already; closing twice is an error of SQLite alone.
      try {
        store.close();
      } catch {
        continue;
      }
    }
    this.entries.clear();
  }

  private open(start: EngineOrg): void {
    const store = openStore(start.file);
    const hosted = openHostedOrg({
      id: start.id,
      alias: start.alias,
      store,
      loginCode: start.loginCode,
      callouts: withCallouts((request) => this.ownCallout(request)),
      lifecycle: {
        reset: (snapshot) => this.reset(start.id, snapshot),
        snapshot: (name) => this.snapshot(start.id, name),
        shutdown: this.onShutdown,
      },
    });
    hosted.sessions.admit(start.accessToken, hosted.adminId);
    this.entries.set(start.id, { start, store, hosted });
    this.hosted.set(start.id, hosted);
  }

  /** A callout to an org of ours never leaves the thread: it would wait for itself. */
  private ownCallout: CalloutHandler = (request) => {
    const address = URL.canParse(request.url) ? new URL(request.url) : undefined;
    if (address === undefined || !this.isOwn(address)) return null;
    const headers = Object.fromEntries([...request.headers].map(([name, value]) => [name.toLowerCase(), value]));
    const body =
      request.body === null
        ? new Uint8Array()
        : typeof request.body === 'string'
          ? Buffer.from(request.body)
          : request.body;
    const response = this.handle({
      method: request.method,
      ...splitTarget(address.pathname + address.search),
      headers: { ...headers, host: address.host },
      body,
    });
    return {
      status: response.status,
      statusText: '',
      headers: new Map(Object.entries(response.headers)),
      body: typeof response.body === 'string' ? Buffer.from(response.body) : response.body,
    };
  };

  private isOwn(address: URL): boolean {
    const isLocal = address.hostname === '127.0.0.1' || address.hostname === 'localhost';
    return isLocal && this.start.ports.includes(Number(address.port));
  }

  private snapshot(id: string, name: string): string {
    const file = join(this.start.snapshotsPath, `${name}.sqlite`);
    if (existsSync(file)) throw new OrgError('DUPLICATE_VALUE', `A snapshot named ${name} exists already`);
    this.entry(id).store.snapshotTo(file);
    return file;
  }

  private runSwap(): void {
    const swap = this.swap;
    this.swap = null;
    swap?.();
  }

  /** Swaps the database at the end of the request: the one that asked still needs the old one, the next gets the new one. */
  private reset(id: string, snapshot: string | undefined): void {
    if (snapshot !== undefined && !/^[\w-]+$/.test(snapshot))
      throw new OrgError('INVALID_NAME', 'snapshot must be the name of a snapshot');
    const source = snapshot === undefined ? undefined : join(this.start.snapshotsPath, `${snapshot}.sqlite`);
    if (source !== undefined && !existsSync(source))
      throw new OrgError('NOT_FOUND', `No snapshot named ${snapshot ?? ''}`, { status: 404 });
    const entry = this.entry(id);
    this.swap = () => {
      entry.hosted.org.close();
      for (const tail of ['', '-wal', '-shm']) rmSync(entry.start.file + tail, { force: true });
      if (source !== undefined) copyFileSync(source, entry.start.file);
      this.open(entry.start);
    };
  }

  private entry(id: string): Entry {
    const entry = this.entries.get(id);
    if (entry === undefined) throw new Error(`No org ${id}`);
    return entry;
  }
}
