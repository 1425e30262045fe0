/** Wire adapters over promises: last call wins, values are frozen, and what was given can be asked for again. */

type Config = Record<string, unknown>;
interface Provided {
  readonly data?: unknown;
  readonly error?: unknown;
}

const listeners = new Set<(tag: string) => void>();
const refreshers = new WeakMap<object, () => Promise<void>>();

/** Every wire that shows what the tag names (a record id) asks again. */
export function invalidate(tag: string): void {
  for (const listener of listeners) listener(tag);
}

/** Asks again for a value that a wire gave. */
export function refresh(provided: unknown): Promise<void> {
  const again = typeof provided === 'object' && provided !== null ? refreshers.get(provided) : undefined;
  return again?.() ?? Promise.resolve();
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

export interface AdapterSource {
  /** Whether the parameters are complete; nothing is asked before. */
  readonly isReady: (config: Config) => boolean;
  readonly load: (config: Config) => Promise<unknown>;
  /** Ids whose change makes the value stale. */
  readonly tags?: (config: Config) => readonly unknown[];
}

/** A class as LWC's @wire wants it. */
export function makeAdapter(source: AdapterSource): unknown {
  return class Adapter {
    private callback: (value: Provided) => void;
    private config: Config | undefined;
    private turn = 0;
    private listener = (tag: string): void => {
      if (this.config && source.tags?.(this.config).includes(tag)) void this.run();
    };

    constructor(callback: (value: Provided) => void) {
      this.callback = callback;
      this.give({ data: undefined, error: undefined });
    }

    connect(): void {
      listeners.add(this.listener);
    }

    disconnect(): void {
      listeners.delete(this.listener);
    }

    update(config: Config): void {
      this.config = config;
      if (source.isReady(config)) void this.run();
    }

    private give(value: Provided): void {
      refreshers.set(value, () => this.run());
      this.callback(value);
    }

    private async run(): Promise<void> {
      const config = this.config;
      if (!config || !source.isReady(config)) return;
      const turn = ++this.turn;
      let value: Provided;
      try {
        value = { data: deepFreeze(await source.load(config)), error: undefined };
      } catch (error) {
        value = { data: undefined, error };
      }
      if (turn === this.turn) this.give(value);
    }
  };
}
