/** Collects what the gate has to say. */
import type { Finding } from '../finding.ts';
import type { Place } from './xml/element.ts';

export const GATE = 'metadata';

export class Report {
  private readonly found = new Map<string, Finding>();

  /** One finding; the same sentence at the same place counts once. */
  add(file: string, place: Place, message: string): void {
    const { line, column } = place;
    this.found.set(`${file}:${line}:${column} ${message}`, { file, line, column, gate: GATE, message });
  }

  /** By file and place. */
  get findings(): Finding[] {
    return [...this.found.values()].sort(
      (left, right) =>
        (left.file < right.file ? -1 : left.file > right.file ? 1 : 0) ||
        left.line - right.line ||
        left.column - right.column,
    );
  }
}

export const TOP: Place = { line: 1, column: 1 };
