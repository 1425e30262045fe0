/** Canonical type texts (`Map<Id,List<String>>`) taken apart and put together. */

export interface TypeParts {
  /** Without type arguments: `Map`. */
  readonly base: string;
  readonly args: readonly string[];
}

const cache = new Map<string, TypeParts>();

/** Base name and type arguments of a canonical text. */
export function typeParts(text: string): TypeParts {
  const known = cache.get(text);
  if (known) return known;
  const open = text.indexOf('<');
  const parts: TypeParts =
    open < 0 ? { base: text, args: [] } : { base: text.slice(0, open), args: splitArguments(text.slice(open + 1, -1)) };
  cache.set(text, parts);
  return parts;
}

/** Splits at the commas of the outermost level. */
export function splitArguments(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '<') depth++;
    else if (char === '>') depth--;
    else if (char === ',' && depth === 0) {
      found.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (text.length > 0) found.push(text.slice(start));
  return found;
}

/** Replaces type parameters by name. */
export function substitute(text: string, bindings: Readonly<Record<string, string>>): string {
  const direct = bindings[text];
  if (direct !== undefined) return direct;
  const { base, args } = typeParts(text);
  if (args.length === 0) return text;
  return `${base}<${args.map((arg) => substitute(arg, bindings)).join(',')}>`;
}

export const listOf = (element: string): string => `List<${element}>`;

export function isCollection(text: string): boolean {
  return /^(?:List|Set|Map)</.test(text);
}

export function elementOf(text: string): string {
  return typeParts(text).args[0] ?? 'Object';
}

const NUMERIC = ['Integer', 'Long', 'Double', 'Decimal'];

export function isNumeric(text: string): boolean {
  return NUMERIC.includes(text);
}

/** Position in the implicit widening order Integer → Long → Double → Decimal, -1 for other types. */
export function numericRank(text: string): number {
  return NUMERIC.indexOf(text);
}
