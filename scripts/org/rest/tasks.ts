/** Work that a request started and that runs after its answer, one piece a turn: deploys, test runs, bulk jobs. */
export class Tasks {
  private readonly waiting: (() => void)[] = [];

  add(task: () => void): void {
    this.waiting.push(task);
  }

  get size(): number {
    return this.waiting.length;
  }

  /** Runs the oldest task; false when there is none. */
  runNext(): boolean {
    const task = this.waiting.shift();
    if (task === undefined) return false;
    task();
    return true;
  }
}
