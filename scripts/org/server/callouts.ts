/** Callouts of Apex: to our own orgs in-process, everywhere else by a worker that fetches while the engine waits. */
import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';
import type { CalloutHandler, CalloutRequest, CalloutResponse } from '../apex/transaction/contract.ts';

interface Fetched {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly [string, string][];
  readonly body: Uint8Array;
  readonly error?: string;
}

let worker: Worker | undefined;

/** Waits for an answer without turning the event loop: Apex is synchronous. */
function fetchSync(request: CalloutRequest): Fetched | undefined {
  worker ??= startWorker();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const { method, url, headers, body, timeoutMs } = request;
  worker.postMessage({ signal, port: port2, method, url, headers: [...headers], body, timeoutMs }, [port2]);
  Atomics.wait(signal, 0, 0, timeoutMs + 1000);
  const message = receiveMessageOnPort(port1) as { message: Fetched } | undefined;
  port1.close();
  return message?.message;
}

function startWorker(): Worker {
  const started = new Worker(new URL('./fetch-worker.ts', import.meta.url), { execArgv: [] });
  started.unref();
  return started;
}

/** `own` answers for our orgs; a remote that cannot be reached answers nothing, which Apex sees as a refused endpoint. */
export function withCallouts(own: CalloutHandler): CalloutHandler {
  return (request) => {
    const answered = own(request);
    if (answered !== null) return answered;
    if (!/^https?:\/\//i.test(request.url)) return null;
    const fetched = fetchSync(request);
    if (fetched === undefined) throw new Error('Read timed out');
    if (fetched.error !== undefined) throw new Error(fetched.error);
    const response: CalloutResponse = {
      status: fetched.status,
      statusText: fetched.statusText,
      headers: new Map(fetched.headers),
      body: fetched.body,
    };
    return response;
  };
}
