/** Display formats of auto-number fields: `L-{00000}`, `{YYYY}-{MM}-{0}`. */

/** Fills the format; dates are those of `now` (epoch milliseconds) in GMT. */
export function formatAutoNumber(format: string, number: number, now: number): string {
  return format.replace(/\{([^}]*)\}/g, (whole, inside: string) => {
    if (/^0+$/.test(inside)) return String(number).padStart(inside.length, '0');
    const date = new Date(now).toISOString();
    const parts: Readonly<Record<string, string>> = {
      YYYY: date.slice(0, 4),
      YY: date.slice(2, 4),
      MM: date.slice(5, 7),
      DD: date.slice(8, 10),
    };
    return parts[inside] ?? whole;
  });
}
