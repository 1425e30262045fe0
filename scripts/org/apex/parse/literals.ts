/** Apex string literals. */

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Text of a string literal token, quotes and escapes taken away; `'''` literals start after their first line break. */
export function literalText(token: string): string {
  if (token.startsWith("'''")) return unescape(token.slice(3, -3).replace(/^[ \t]*\r?\n/, ''));
  return unescape(token.slice(1, -1));
}

function unescape(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, sequence: string) =>
    sequence.length > 1 ? String.fromCharCode(Number.parseInt(sequence.slice(1), 16)) : (ESCAPES[sequence] ?? sequence),
  );
}
