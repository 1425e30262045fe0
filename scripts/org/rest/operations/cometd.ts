/** The handshake of the streaming API: enough for clients that connect before they poll. */
import type { Operation } from '../call.ts';
import { bodyText, json } from '../message.ts';
import { isObject, parseJson } from '../json-body.ts';
import { randomWord } from '../sessions.ts';

const CHANNELS: ReadonlySet<string> = new Set(['/systemTopic/TestResult']);
const ADVICE = { reconnect: 'retry', interval: 1000, timeout: 10_000 } as const;

export const cometd: Operation = (call) => {
  const body = parseJson(bodyText(call.request));
  const messages = (Array.isArray(body) ? (body as unknown[]) : [body]).filter(isObject);
  return json(
    messages.map((message) => {
      const { channel, id, subscription } = message;
      const refused = channel === '/meta/subscribe' && !CHANNELS.has(String(subscription));
      return {
        channel,
        id,
        clientId: typeof message['clientId'] === 'string' ? message['clientId'] : randomWord(20),
        successful: !refused,
        ...(refused ? { error: `403::The channel ${String(subscription)} is not streamed by the local org` } : {}),
        ...(subscription === undefined ? {} : { subscription }),
        version: '1.0',
        minimumVersion: '1.0',
        supportedConnectionTypes: ['long-polling'],
        advice: ADVICE,
      };
    }),
  );
};
