/** Record ids: 15 characters with case, 18 with a checksum. Stored ids have 18. */

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/** The 18-character form, or `null` where the text is no id. */
export function longId(text: string): string | null {
  if (!ID.test(text)) return null;
  if (text.length === 18) return text;
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      const letter = text.charCodeAt(block + index);
      if (letter >= 65 && letter <= 90) bits |= 1 << index;
    }
    suffix += SUFFIX.charAt(bits);
  }
  return text + suffix;
}
