/** Display formats of auto-number fields: `L-{00000}`, `{YYYY}-{MM}-{0}`. */

/** Place of each date part in an ISO date. */
const DATE_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  YYYY: [0, 4],
  YY: [2, 4],
  MM: [5, 7],
  DD: [8, 10],
};

/** Fills the format; dates are those of `now` (epoch milliseconds) in GMT. */
export function formatAutoNumber(format: string, number: number, now: number): string {
  return format.replace(/\{([^}]*)\}/g, (whole, inside: string) => {
    if (/^0+$/.test(inside)) return String(number).padStart(inside.length, '0');
    const place = DATE_PARTS[inside];
    return place === undefined ? whole : new Date(now).toISOString().slice(...place);
  });
}
