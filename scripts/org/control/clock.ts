/** The org's own time: the machine's clock plus an offset that the org remembers. */
import type { Clock } from '../types.ts';
import type { Store } from '../store/contract.ts';

const STATE_KEY = 'clockOffsetMs';

export class OrgClock implements Clock {
  private offsetMs: number;
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
    this.offsetMs = Number(store.getState(STATE_KEY) ?? '0');
  }

  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Moves to a time, forwards or back. */
  set(ms: number): void {
    this.offsetMs = ms - Date.now();
    this.store.setState(STATE_KEY, String(this.offsetMs));
  }
}

const UNITS_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `31d`, `12h`, `1d12h` in milliseconds; `undefined` when the text is no duration. */
export function durationMs(text: string): number | undefined {
  if (!/^(\d+[smhdw])+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)([smhdw])/g)].reduce(
    (sum, part) => sum + Number(part[1]) * (UNITS_MS[part[2] ?? ''] ?? 0),
    0,
  );
}
