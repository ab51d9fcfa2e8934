/** Lets work on the same thing go one after another, and other work beside it. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  async take<T>(what: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(what);
    const mine = before === undefined ? work() : before.then(work);
    const done = mine.catch(() => undefined);
    this.last.set(what, done);
    try {
      return await mine;
    } finally {
      if (this.last.get(what) === done) this.last.delete(what);
    }
  }
}
