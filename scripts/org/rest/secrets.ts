/** Compares secrets without telling by time how much of them was right. */
import { createHash, timingSafeEqual } from 'node:crypto';

export function equalSecrets(first: string, second: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return second !== '' && timingSafeEqual(digest(first), digest(second));
}
