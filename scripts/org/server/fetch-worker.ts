/** Fetches for the engine thread, which sleeps meanwhile. */
import { parentPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

interface Job {
  readonly signal: Int32Array;
  readonly port: MessagePort;
  readonly method: string;
  readonly url: string;
  readonly headers: [string, string][];
  readonly body: Uint8Array<ArrayBuffer> | string | null;
  readonly timeoutMs: number;
}

async function perform(job: Job): Promise<unknown> {
  try {
    const response = await fetch(job.url, {
      method: job.method,
      headers: job.headers,
      body: job.method === 'GET' || job.method === 'HEAD' ? null : job.body,
      signal: AbortSignal.timeout(job.timeoutMs),
      redirect: 'manual',
    });
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, statusText: response.statusText, headers: [...response.headers], body };
  } catch (error) {
    const { name, cause, message } = error as Error;
    const isTimeout = name === 'TimeoutError';
    return {
      status: 0,
      statusText: '',
      headers: [],
      body: new Uint8Array(),
      error: isTimeout ? 'Read timed out' : ((cause as Error | undefined)?.message ?? message),
    };
  }
}

parentPort?.on('message', (job: Job) => {
  void perform(job).then((answer) => {
    job.port.postMessage(answer);
    Atomics.store(job.signal, 0, 1);
    Atomics.notify(job.signal, 0);
  });
});
