/** `@salesforce/apex/<Class>.<method>`: called it answers once, wired it follows its parameters. */
import { callEngine } from 'lma/engine';
import { makeAdapter, refresh } from 'lma/wire';

const VERSION = 'v66.0';

interface Returned {
  readonly returnValue: unknown;
}

/** @param name `Class.method` */
export function apexMethod(name: string): unknown {
  const path = `/lwr/apex/${VERSION}/${name.replace('.', '/')}`;
  const call = async (parameters: Record<string, unknown> = {}): Promise<unknown> => {
    try {
      return (await callEngine<Returned>('POST', path, parameters)).returnValue;
    } catch (error) {
      // The engine answers with the platform's whole error object, whose body is what components read.
      const { body } = error as { body?: { body?: unknown } };
      throw body?.body === undefined ? error : { ...(error as object), ...body };
    }
  };
  const adapter = makeAdapter({
    // The platform does not call while a parameter is undefined.
    isReady: (config) => Object.values(config).every((value) => value !== undefined),
    load: call,
  });
  return Object.assign(call, { adapter });
}

export const refreshApex = refresh;
