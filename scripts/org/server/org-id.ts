/** Ids of new orgs. */
import { randomBytes } from 'node:crypto';
import { toId18 } from '../store/ids.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A random `00D…` id, 18 characters. */
export function newOrgId(): string {
  const body = [...randomBytes(9)].map((byte) => DIGITS[byte % DIGITS.length]).join('');
  const id = toId18(`00D0L0${body}`);
  if (id === undefined) throw new Error('The generated org id is malformed');
  return id;
}
