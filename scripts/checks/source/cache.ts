/** Results by content, kept below the project's `.cache` folder where it has one; a stranger's folder is never written to. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join('.cache', 'checks');

export function contentKey(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/** One file of results; entries that a run did not ask for are dropped when it is saved. */
export class ResultCache<T> {
  private readonly file: string | null;
  private readonly known: Readonly<Record<string, T>>;
  private readonly used: Record<string, T> = {};
  private changed = false;

  /**
   * @param root folder of the project
   * @param name what is kept, a file name
   * @param version of the code that makes the results
   */
  constructor(root: string, name: string, version: string) {
    const isOurs = existsSync(path.join(root, '.cache')) || existsSync(path.join(root, 'config', 'checks.json'));
    this.file = isOurs ? path.join(root, FOLDER, `${name}.json`) : null;
    this.version = version;
    this.known = this.load();
  }
  private readonly version: string;

  private load(): Readonly<Record<string, T>> {
    if (this.file === null || !existsSync(this.file)) return {};
    try {
      const kept = JSON.parse(readFileSync(this.file, 'utf8')) as { version: string; results: Record<string, T> };
      return kept.version === this.version ? kept.results : {};
    } catch {
      return {}; // a file half written by a killed run
    }
  }

  /** The known result; `set` gives a new one. */
  get(key: string): T | undefined {
    const known = this.used[key] ?? this.known[key];
    if (known !== undefined) this.used[key] = known;
    return known;
  }

  set(key: string, result: T): void {
    this.used[key] = result;
    this.changed = true;
  }

  save(): void {
    if (this.file === null || !this.changed) return;
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify({ version: this.version, results: this.used }));
  }
}
