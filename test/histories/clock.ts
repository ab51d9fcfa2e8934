import type { Clock } from '#application';

/** A clock that is set by hand and goes on a little whenever somebody looks at it. */
export class SteppedClock implements Clock {
  #now: number;

  constructor(
    start: string,
    private readonly stepMs: number,
  ) {
    this.#now = Date.parse(start);
  }

  set(instant: string): void {
    this.#now = Date.parse(instant);
  }

  now(): Date {
    const now = new Date(this.#now);
    this.#now += this.stepMs;
    return now;
  }
}
