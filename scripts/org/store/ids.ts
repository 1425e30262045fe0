/** Record ids: their two forms, and the counters that hand them out. */
import type { Id } from '../types.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const ID_PATTERN = /^[A-Za-z0-9]{15}(?:[A-Z0-5]{3})?$/;

/** Width of the counter inside the 15 characters; the two before it stand for the pod. */
const COUNTER_WIDTH = 9;
const LOW_WIDTH = 5;
const LOW_RANGE = DIGITS.length ** LOW_WIDTH;

/** 15- or 18-character id; of the 18-character form also the check letters must fit. */
export function isId(text: string): boolean {
  if (!ID_PATTERN.test(text)) return false;
  return text.length === 15 || text.slice(15) === suffix(text.slice(0, 15));
}

/**
 * The 18-character form of an id. Ids of 18 characters come back with the case their check letters state, so that an id
 * which lost its case finds its record.
 * @returns `undefined` when `text` is no id
 */
export function toId18(text: string): Id | undefined {
  if (text.length === 15) return ID_PATTERN.test(text) ? text + suffix(text) : undefined;
  if (text.length !== 18) return undefined;
  if (isId(text)) return text;
  return restoreCase(text);
}

/** The first 15 characters. */
export function toId15(id: Id): string {
  return id.slice(0, 15);
}

function restoreCase(text: string): Id | undefined {
  const check = text.slice(15).toUpperCase();
  let body = '';
  for (let at = 0; at < 15; at++) {
    const bits = CHECK.indexOf(check.charAt(Math.floor(at / 5)));
    if (bits < 0) return undefined;
    const letter = text.charAt(at);
    body += (bits >> (at % 5)) & 1 ? letter.toUpperCase() : letter.toLowerCase();
  }
  const restored = body + check;
  return isId(restored) ? restored : undefined;
}

function suffix(id15: string): string {
  return checkLetter(id15, 0) + checkLetter(id15, 5) + checkLetter(id15, 10);
}

/** One letter for five characters: bit n is set where character n is an upper-case letter. */
function checkLetter(text: string, from: number): string {
  let bits = 0;
  for (let at = 0; at < 5; at++) {
    const code = text.charCodeAt(from + at);
    if (code >= 65 && code <= 90) bits |= 1 << at;
  }
  return CHECK.charAt(bits);
}

/**
 * Ids of one key prefix in rising order. Only the last five characters change often, so the first ten and their check
 * letters are kept.
 */
export class IdSequence {
  readonly #prefix: string;
  #head = '';
  #headCheck = '';
  #headNumber = -1;
  constructor(prefix: string) {
    this.#prefix = prefix;
  }
  /** The id with this number, from 1. */
  id(number: number): Id {
    const headNumber = Math.floor(number / LOW_RANGE);
    if (headNumber !== this.#headNumber) this.#setHead(headNumber);
    const low = base62(number % LOW_RANGE, LOW_WIDTH);
    return this.#head + low + this.#headCheck + checkLetter(low, 0);
  }
  #setHead(headNumber: number): void {
    const pod = '0'.repeat(15 - this.#prefix.length - COUNTER_WIDTH);
    this.#headNumber = headNumber;
    this.#head = this.#prefix + pod + base62(headNumber, COUNTER_WIDTH - LOW_WIDTH);
    this.#headCheck = checkLetter(this.#head, 0) + checkLetter(this.#head, 5);
  }
}

function base62(value: number, width: number): string {
  let text = '';
  let rest = value;
  for (let at = 0; at < width; at++) {
    text = DIGITS.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}
