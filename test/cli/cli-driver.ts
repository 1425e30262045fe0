/**
 * Runs commands of the official Salesforce CLI one after the other in one process, which saves its start-up for each. The parent
 * sends `{id, command, argv}` and gets `CliOutcome`; the process has a HOME of its own and no proxy (the CLI's client ignores NO_PROXY).
 */
import { Config } from '@oclif/core';
import { ConfigAggregator } from '@salesforce/core';
import type { CliCall, CliOutcome } from './cli-session.ts';

// Each command adds listeners of its own for signals.
process.setMaxListeners(0);

const root = process.env['CLI_ROOT'] ?? '';
const config = await Config.load({ root });
// Makes the settings of every plugin known, as the CLI's own start does.
await config.runHook('init', { argv: [], id: undefined });

function captured(stream: NodeJS.WriteStream): { text: () => string; restore: () => void } {
  const original = stream.write.bind(stream);
  let text = '';
  stream.write = ((chunk: string | Uint8Array): boolean => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    return true;
  }) as typeof stream.write;
  return { text: () => text, restore: () => void (stream.write = original) };
}

async function run(call: CliCall): Promise<CliOutcome> {
  process.exitCode = undefined;
  // An earlier command may have written settings, which the CLI reads once in a process.
  await ConfigAggregator.clearInstance();
  const output = captured(process.stdout);
  const errors = captured(process.stderr);
  try {
    const result = await config.runCommand<unknown>(call.command, [...call.argv]);
    return { id: call.id, code: Number(process.exitCode ?? 0), result, output: output.text() + errors.text() };
  } catch (error) {
    const { name, message } = error as Error;
    const exitCode = (error as { exitCode?: unknown }).exitCode;
    const code = Number(process.exitCode ?? 0) || (typeof exitCode === 'number' ? exitCode : 1);
    return { id: call.id, code, error: { name, message }, output: output.text() + errors.text() };
  } finally {
    output.restore();
    errors.restore();
    process.exitCode = undefined;
  }
}

let queue = Promise.resolve();
process.on('message', (call: CliCall) => {
  queue = queue.then(async () => {
    process.send?.(await run(call));
  });
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
