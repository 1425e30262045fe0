/** Ids: the 15-character form is case-sensitive, the 18-character form adds three characters that encode the case. */
import { throwException } from './exception.ts';

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** 18-character form of a 15-character id. */
export function to18(id: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      const letter = id.charCodeAt(block + index);
      if (letter >= 65 && letter <= 90) bits |= 1 << index;
    }
    suffix += SUFFIX[bits];
  }
  return id.slice(0, 15) + suffix;
}

export function isIdText(text: string): boolean {
  if (!/^[A-Za-z0-9]+$/.test(text)) return false;
  if (text.length === 15) return true;
  return text.length === 18 && to18(text).toLowerCase() === text.toLowerCase();
}

/** Restores the case of an 18-character id that lost it. */
function restoreCase(id: string): string {
  const letters = [...id.slice(0, 15)].map((letter, index) => {
    const bits = SUFFIX.indexOf(id.charAt(15 + Math.floor(index / 5)).toUpperCase());
    return bits & (1 << (index % 5)) ? letter.toUpperCase() : letter.toLowerCase();
  });
  return letters.join('') + id.slice(15).toUpperCase();
}

/** Conversion String → Id: the 18-character form; null stays null. Throws StringException `Invalid id: x`. */
export function toId(text: string | null): string | null {
  if (text === null) return null;
  if (text.length === 18) {
    if (to18(text) === text) return text;
    if (/^[A-Za-z0-9]{18}$/.test(text)) {
      const restored = restoreCase(text);
      // Text of the right form is taken for an id even where its last three characters are not those of the others.
      return to18(restored) === restored ? restored : text;
    }
  } else if (text.length === 15 && /^[A-Za-z0-9]{15}$/.test(text)) return to18(text);
  return throwException('StringException', `Invalid id: ${text}`);
}
