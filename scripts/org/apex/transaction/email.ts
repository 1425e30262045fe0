/** Mail sent by Apex goes into a table; nothing leaves the machine. */
import { ApexList } from '../runtime/values/collections.ts';
import type { OrgState, SentEmail } from './contract.ts';

/** Keeps what a message object carries: addresses, subject, body. */
export function storeEmails(org: OrgState, messages: readonly unknown[]): void {
  for (const message of messages) {
    const id = org.store.nextId('02s');
    const sentAt = org.clock.now();
    const read = (name: string): unknown => (message as Record<string, unknown>)[name];
    const addresses = [read('toAddresses'), read('targetObjectId')].flatMap(textsOf);
    const body = read('plainTextBody') ?? read('htmlBody') ?? '';
    const mail: SentEmail = { id, sentAt, to: addresses, subject: String(read('subject') ?? ''), body: String(body) };
    org.store.run('INSERT INTO "OrgEmail" ("Id", "SentAt", "Payload") VALUES (?, ?, ?)', [
      id,
      sentAt,
      JSON.stringify(mail),
    ]);
  }
}

function textsOf(value: unknown): string[] {
  if (value instanceof ApexList) return value.items.map(String);
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? [value] : [];
}

export function sentEmails(org: OrgState): SentEmail[] {
  return org.store
    .all('SELECT "Payload" FROM "OrgEmail" ORDER BY "SentAt", "Id"')
    .map((row) => JSON.parse(row['Payload'] as string) as SentEmail);
}
