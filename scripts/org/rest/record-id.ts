/** 15- and 18-character record ids. */
import type { Id } from '../types.ts';

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form: three characters that tell the case of the first fifteen. */
export function withSuffix(id: string): Id {
  let suffix = '';
  for (let start = 0; start < 15; start += 5) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      const character = id.charAt(start + index);
      if (character >= 'A' && character <= 'Z') bits |= 1 << index;
    }
    suffix += SUFFIX.charAt(bits);
  }
  return id.slice(0, 15) + suffix;
}

/** The 18-character form of an id in either form; `undefined` when the text is no id. */
export function longId(text: string): Id | undefined {
  if (!/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(text)) return undefined;
  const id = withSuffix(text);
  return text.length === 15 || id === text ? id : undefined;
}
