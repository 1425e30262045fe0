/** Runs the library's rows in the org, each as a transaction of its own that is undone, and notes which entries each row called. */
import type { PlatformFunction } from '../../../../../scripts/org/apex/contract.ts';
import { PLATFORM_TYPES } from '../../../../../scripts/org/apex/runtime/index.ts';
import { ApexException } from '../../../../../scripts/org/apex/runtime/values/exception.ts';
import { concatText } from '../../../../../scripts/org/apex/runtime/values/text.ts';
import type { LibraryOrg } from './org.ts';
import { apexClass } from './org.ts';
import type { LibraryRow } from './rows.ts';

/** Entries that were called since the last look, as `Type: entry`, settable properties with `get` and `set` apart. */
const called = new Set<string>();

function noted(table: Record<string, PlatformFunction> | undefined, name: (key: string) => string): void {
  for (const [key, original] of Object.entries(table ?? {})) {
    const id = name(key);
    table![key] = (...args: unknown[]): unknown => {
      called.add(id);
      return original(...args) as unknown;
    };
  }
}

/** Makes every function of the tables note its call. Done once, before any code is loaded. */
export function watchLibrary(): void {
  for (const type of PLATFORM_TYPES.values()) {
    noted(type.members as Record<string, PlatformFunction> | undefined, (key) => `${type.name}: ${key}`);
    noted(type.constructors as Record<string, PlatformFunction> | undefined, (key) => `${type.name}: new${key}`);
    for (const [key, accessors] of Object.entries(type.properties ?? {}))
      noted(accessors as Record<string, PlatformFunction>, (which) => `${type.name}: ${key} ${which}`);
  }
}

/** What must be called for an entry to be proven; nothing for what user code implements and for constants. */
export function callsOf(type: string, entry: string): string[] {
  const property = PLATFORM_TYPES.get(type.toLowerCase())?.properties?.[entry];
  if (property) return Object.keys(property).map((which) => `${type}: ${entry} ${which}`);
  return entry.startsWith('abstract ') || entry === 'values' || entry === 'marker' ? [] : [`${type}: ${entry}`];
}

export interface Outcome {
  readonly printed: string;
  readonly calls: ReadonlySet<string>;
}

class Undo extends Error {}

/** Compiles all rows and runs each. A row that does not compile prints the compiler's words. */
export function runRows({ org, adminId }: LibraryOrg, rows: readonly LibraryRow[]): Map<LibraryRow, Outcome> {
  const outcomes = new Map<LibraryRow, Outcome>();
  const types = [...new Set(rows.map((row) => row.type))];
  const names = new Map(types.map((type, at) => [type, `Rows${at}`]));
  let good = rows;
  for (;;) {
    const classes = types.map((type) => {
      const own = good.filter((row) => row.type === type);
      const methods = own.map((row) => `public static Object row${rows.indexOf(row)}() { ${oneLine(row.apex)} }`);
      return { name: names.get(type)!, own, text: `public class ${names.get(type)} {\n${methods.join('\n')}\n}` };
    });
    const { problems } = org.deployMetadata(classes.map(({ name, text }) => apexClass(name, text)));
    if (problems.length === 0) break;
    const refused = new Set<LibraryRow>();
    for (const problem of problems) {
      const row = classes.find((each) => each.name === problem.fullName)?.own[(problem.line ?? 0) - 2];
      if (!row) throw new Error(`${problem.fullName}:${problem.line} ${problem.message}`);
      refused.add(row);
      outcomes.set(row, { printed: `does not compile: ${problem.message}`, calls: new Set() });
    }
    good = good.filter((row) => !refused.has(row));
  }
  for (const row of good) {
    const method = org.program
      .class(names.get(row.type)!)!
      .methods.find(({ name }) => name === `row${rows.indexOf(row)}`)!;
    called.clear();
    let printed = '';
    try {
      org.execute(
        adminId,
        () => {
          printed = print(() => method.invoke(null, []));
          throw new Undo();
        },
        { inTest: true },
      );
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    }
    outcomes.set(row, { printed, calls: new Set(called) });
  }
  return outcomes;
}

/** Line breaks of a row would move the lines of the compiler's messages. */
const oneLine = (apex: string): string => apex.replace(/\s*\n\s*/g, ' ');

const nameOf = (error: ApexException): string =>
  error.isPlatform && !error.apexType.includes('.') ? `System.${error.apexType}` : error.apexType;

function print(run: () => unknown): string {
  try {
    return concatText(run());
  } catch (error) {
    if (error instanceof ApexException) return `!${nameOf(error)}: ${error.message}`;
    return `engine: ${error instanceof Error ? error.message : String(error)}`;
  }
}
