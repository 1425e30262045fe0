/** The engine thread: owns every org, answers requests one by one, works off what is due in between. */
import { parentPort, workerData } from 'node:worker_threads';
import { EngineOrgs } from './engine-orgs.ts';
import type { EngineStart, FromEngine, ToEngine } from './messages.ts';

/** How soon jobs whose time has come are noticed while no request arrives. */
const POLL_MS = 500;

const port = parentPort;
if (port === null) throw new Error('The engine runs as a worker thread');
const say = (message: FromEngine): void => port.postMessage(message);

function start(): EngineOrgs | undefined {
  try {
    return new EngineOrgs(workerData as EngineStart, () => say({ kind: 'shutdown' }));
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return undefined;
  }
}

const orgs = start();
if (orgs !== undefined) {
  let isScheduled = false;
  /** One piece of work a turn, so that requests come in between. */
  const work = (): void => {
    isScheduled = false;
    if (runNext(orgs)) schedule();
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(work);
  };
  const timer = setInterval(schedule, POLL_MS);
  port.on('message', (message: ToEngine) => {
    if (message.kind === 'stop') {
      clearInterval(timer);
      orgs.close();
      say({ kind: 'stopped' });
      port.close();
      return;
    }
    say({ kind: 'response', id: message.id, response: orgs.handle(message.request) });
    schedule();
  });
  say({ kind: 'ready', users: orgs.users() });
}

/** A job that breaks the engine itself is reported and does not stop the others. */
function runNext(all: EngineOrgs): boolean {
  try {
    return all.runNext();
  } catch (error) {
    process.stderr.write(
      `A job of the local org failed inside the engine: ${(error as Error).stack ?? String(error)}\n`,
    );
    return false;
  }
}
