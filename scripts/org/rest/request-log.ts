/** The last requests and their refusals, for `lma org log`. Bodies and tokens are never kept. */

export interface LogEntry {
  /** Epoch milliseconds, org time. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly error?: string;
}

const MOST_ENTRIES = 500;

export class RequestLog {
  private readonly entries: LogEntry[] = [];

  add(entry: LogEntry): void {
    this.entries.push(entry);
    if (this.entries.length > MOST_ENTRIES) this.entries.shift();
  }

  latest(count: number): readonly LogEntry[] {
    return this.entries.slice(-count);
  }
}
