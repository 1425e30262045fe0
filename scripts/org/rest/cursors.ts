/** Rows of a query that did not fit its first page, kept for `nextRecordsUrl`. */
import { OrgError } from '../types.ts';
import { randomWord } from './sessions.ts';

/** The platform keeps ten cursors a user; this org keeps ten in all. */
const MOST_CURSORS = 10;

export interface Page {
  readonly totalSize: number;
  readonly done: boolean;
  readonly records: readonly unknown[];
  /** `01g…-2000`, the tail of the next page's URL. */
  readonly locator?: string;
}

export class Cursors {
  private readonly sets = new Map<string, { rows: readonly unknown[]; size: number }>();

  first(rows: readonly unknown[], size: number): Page {
    if (rows.length <= size) return { totalSize: rows.length, done: true, records: rows };
    const id = `01g${randomWord(15)}`;
    this.sets.set(id, { rows, size });
    if (this.sets.size > MOST_CURSORS) this.sets.delete(this.sets.keys().next().value ?? '');
    return this.page(id, 0);
  }

  next(locator: string): Page {
    const [id = '', start = ''] = locator.split('-');
    if (!this.sets.has(id) || !/^\d+$/.test(start))
      throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
    return this.page(id, Number(start));
  }

  private page(id: string, start: number): Page {
    const { rows, size } = this.sets.get(id) ?? { rows: [], size: 1 };
    const end = start + size;
    const done = end >= rows.length;
    return {
      totalSize: rows.length,
      done,
      records: rows.slice(start, end),
      ...(done ? {} : { locator: `${id}-${end}` }),
    };
  }
}
