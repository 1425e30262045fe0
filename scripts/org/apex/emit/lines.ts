/** Emitted JavaScript, line by line, with the Apex line each stands for. */

export class Lines {
  readonly js: string[] = [];
  /** Apex line of each JavaScript line; 0 where there is none. */
  readonly source: number[] = [];

  push(js: string, line = 0): void {
    this.js.push(js);
    this.source.push(line);
  }

  append(other: Lines): void {
    for (const [at, js] of other.js.entries()) this.push(js, other.source[at]);
  }

  /** Takes back every line from this one on. */
  cut(length: number): void {
    this.js.length = length;
    this.source.length = length;
  }

  get length(): number {
    return this.js.length;
  }
}
