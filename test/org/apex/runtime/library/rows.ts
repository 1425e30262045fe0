/** The form of the library's rows: one or more for every entry of a platform type's table. */

/** An expression, or statements that end in `return`, and what the result prints; `!` leads the type and message of an exception. */
export type Shown = readonly [apex: string, expected: string];

export interface LibraryRow {
  /** `String: Integer length()`; a second row of the same entry counts up. */
  readonly name: string;
  /** Platform type the entry belongs to. */
  readonly type: string;
  /** Key in the type's table; `new(String)` for constructors, `abstract …` for what user code implements, `values` for the constants of an enum. */
  readonly entry: string;
  readonly apex: string;
  readonly expected: string;
  /** Documentation page the expectation is from. */
  readonly source: string;
}

const GUIDE = 'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/';

/** Address of a page of the Apex Reference Guide. */
export const reference = (page: string): string => `${GUIDE}${page}.htm`;

/** An expression is returned; statements return themselves. */
function statementsOf(apex: string): string {
  return /\b(?:return|throw)\b/.test(apex) ? apex : `return ${apex};`;
}

/** Rows of one type by entry. `given` are statements that stand before each row. */
export function rowsOf(
  type: string,
  source: string,
  entries: Readonly<Record<string, Shown | readonly Shown[]>>,
  given = '',
): LibraryRow[] {
  return Object.entries(entries).flatMap(([entry, shown]) => {
    const all = (typeof shown[0] === 'string' ? [shown] : shown) as readonly Shown[];
    return all.map(([apex, expected], index) => ({
      name: `${type}: ${entry}${index === 0 ? '' : ` (${index + 1})`}`,
      type,
      entry,
      apex: `${given}${statementsOf(apex)}`,
      expected,
      source,
    }));
  });
}

/** One row per enum: all of its constants in order. */
export function enumRow(type: string, source: string, values: string): LibraryRow[] {
  const names = values.trim().split(/\s+/);
  const apex = `List<String> names = new List<String>(); for (${type} each : ${type}.values()) { names.add(each.name()); } return String.join(names, ' ');`;
  return [{ name: `${type}: values`, type, entry: 'values', apex, expected: names.join(' '), source }];
}

/** Rows of settable properties by key: each is set on a new instance and read again. */
export const propertyRows = (
  type: string,
  properties: Readonly<Record<string, readonly [value: string, expected: string]>>,
): Record<string, Shown> =>
  Object.fromEntries(
    Object.entries(properties).map(([key, [value, expected]]) => {
      const name = key.split(' ').at(-1)!;
      return [key, [`${type} o = new ${type}(); o.${name} = ${value}; return o.${name};`, expected] as const];
    }),
  );

const DEVELOPER_GUIDE = 'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/';

/** Address of a page of the Apex Developer Guide. */
export const guide = (page: string): string => `${DEVELOPER_GUIDE}${page}.htm`;

/** One place where Apex differs from what its reader expects. */
export interface Trap {
  readonly name: string;
  readonly source: string;
  readonly rows: readonly Shown[];
}

/** Rows of traps, each under its trap's name. */
export function trapRows(traps: readonly Trap[]): LibraryRow[] {
  return traps.flatMap(({ name, source, rows }) =>
    rows.map(([apex, expected], index) => ({
      name: `${name} (${index + 1})`,
      type: name,
      entry: 'trap',
      apex: statementsOf(apex),
      expected,
      source,
    })),
  );
}
