/** Who is calling: access tokens kept as hashes in the org's own state, and one-time codes that live in memory only. */
import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '../types.ts';
import type { Store } from '../store/contract.ts';

const STATE_KEY = 'sessions';
/** The oldest sessions end when a new one would make more than this. */
const MOST_SESSIONS = 500;
const CODE_LIFETIME_MS = 60_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function randomWord(length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export class Sessions {
  private readonly users: Map<string, Id>;
  private readonly codes = new Map<string, { userId: Id; expiresAt: number }>();
  private readonly store: Store;
  private readonly orgId: Id;

  constructor(store: Store, orgId: Id) {
    this.store = store;
    this.orgId = orgId;
    this.users = new Map(JSON.parse(store.getState(STATE_KEY) ?? '[]') as [string, Id][]);
  }

  /** A new access token, `00D…!…`; only its hash is kept. */
  issue(userId: Id): string {
    const token = `${this.orgId}!AQ${randomWord(80)}`;
    this.admit(token, userId);
    return token;
  }

  /** Makes a token known that was made elsewhere, such as the administrator's of the data folder. */
  admit(token: string, userId: Id): void {
    if (this.users.get(hash(token)) === userId) return;
    this.users.set(hash(token), userId);
    while (this.users.size > MOST_SESSIONS) this.users.delete(this.users.keys().next().value ?? '');
    this.save();
  }

  userOf(token: string): Id | undefined {
    return this.users.get(hash(token));
  }

  end(token: string): void {
    if (this.users.delete(hash(token))) this.save();
  }

  /** A code that opens one session within a minute. */
  issueCode(userId: Id): string {
    const code = randomWord(40);
    this.codes.set(code, { userId, expiresAt: performance.now() + CODE_LIFETIME_MS });
    return code;
  }

  redeemCode(code: string): Id | undefined {
    const entry = this.codes.get(code);
    this.codes.delete(code);
    return entry !== undefined && entry.expiresAt >= performance.now() ? entry.userId : undefined;
  }

  private save(): void {
    this.store.setState(STATE_KEY, JSON.stringify([...this.users]));
  }
}
