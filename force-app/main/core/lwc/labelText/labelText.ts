/**
 * Fills the numbered places of a custom label.
 * @param label text with `{0}`, `{1}` …
 * @param values for the places, in their order; a place without value stays as it is
 */
export function fill(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
