/** The engine thread as the HTTP thread sees it. */
import { Worker } from 'node:worker_threads';
import type { OrgRequest, OrgResponse } from '../rest/message.ts';
import { StartError } from './data-folder.ts';
import type { EngineStart, FromEngine, ToEngine } from './messages.ts';

/**
 * Megabytes for objects that die young. The default lets the process grow by 150 MB
 * while it is busy, and gains no measurable speed.
 */
const YOUNG_GENERATION_MB = 12;
/**
 * Megabytes for the rest: enough for projects of 50,000 lines. Under a heap allowed to be larger than 2 GB V8 waits
 * until the heap is four times what was in use before it collects; under this one, twice.
 */
const OLD_GENERATION_MB = 1900;

type Ready = Extract<FromEngine, { kind: 'ready' }>;

interface Waiting {
  resolve(response: OrgResponse): void;
  reject(error: Error): void;
}

export class EngineThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 0;
  private stopped: (() => void) | undefined;
  /** Called when a client asked the server to stop. */
  onShutdown: () => void = () => undefined;

  private constructor(worker: Worker) {
    this.worker = worker;
  }

  /** Starts the thread; resolves when every org is open. */
  static async start(start: EngineStart): Promise<{ engine: EngineThread; users: Ready['users'] }> {
    const worker = new Worker(new URL('./engine-entry.ts', import.meta.url), {
      workerData: start,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB, maxOldGenerationSizeMb: OLD_GENERATION_MB },
    });
    const engine = new EngineThread(worker);
    const ready = await new Promise<Ready>((resolve, reject) => {
      worker.on('message', (message: FromEngine) => {
        if (message.kind === 'ready') resolve(message);
        else if (message.kind === 'failed') reject(new StartError(`The local org cannot start: ${message.message}`));
        else engine.receive(message);
      });
      worker.on('error', (error: Error) => {
        reject(new StartError(`The local org cannot start: ${error.message}`));
        engine.fail(error);
      });
      worker.on('exit', () => engine.fail(new Error('The engine thread has ended')));
    });
    return { engine, users: ready.users };
  }

  handle(request: OrgRequest): Promise<OrgResponse> {
    const id = (this.nextId += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ kind: 'request', id, request });
    });
  }

  /** Finishes the piece of work at hand, closes the databases, ends the thread. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.stopped = resolve;
      this.send({ kind: 'stop' });
    });
    await this.worker.terminate();
  }

  private send(message: ToEngine): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromEngine): void {
    if (message.kind === 'shutdown') this.onShutdown();
    if (message.kind === 'stopped') this.stopped?.();
    if (message.kind !== 'response') return;
    this.waiting.get(message.id)?.resolve(message.response);
    this.waiting.delete(message.id);
  }

  private fail(error: Error): void {
    this.stopped?.();
    for (const entry of this.waiting.values()) entry.reject(error);
    this.waiting.clear();
  }
}
