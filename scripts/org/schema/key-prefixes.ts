/** Key prefixes of custom objects: derived from the name, so that a rebuilt schema gives every object the prefix it had. */
import type { ObjectKind } from './model.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SLOTS = DIGITS.length * DIGITS.length;
const FIRST_LETTER: Partial<Record<ObjectKind, string>> = { custom: 'a', setting: 'a', event: 'e', metadata: 'm' };

/**
 * Gives each named object its prefix.
 * @param objects in any order
 * @param known prefixes of an earlier schema by object name; they stay as they are
 */
export function assignKeyPrefixes(
  objects: readonly { readonly name: string; readonly kind: ObjectKind }[],
  known: Readonly<Record<string, string>> = {},
): Map<string, string> {
  const assigned = new Map<string, string>();
  const taken = new Set(Object.values(known));
  const sorted = [...objects].sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const { name, kind } of sorted) {
    const letter = FIRST_LETTER[kind];
    if (!letter) continue;
    const prefix = known[name] ?? firstFree(letter, name, taken);
    taken.add(prefix);
    assigned.set(name, prefix);
  }
  return assigned;
}

function firstFree(letter: string, name: string, taken: ReadonlySet<string>): string {
  const start = hash(name) % SLOTS;
  for (let step = 0; step < SLOTS; step++) {
    const slot = (start + step) % SLOTS;
    const prefix = `${letter}${DIGITS.charAt(Math.floor(slot / DIGITS.length))}${DIGITS.charAt(slot % DIGITS.length)}`;
    if (!taken.has(prefix)) return prefix;
  }
  throw new Error(`No key prefix is left for ${name}`);
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
