import { isBehind, type StorePosition } from './position.js';

/** Longest that the end of the log, once seen, tells what is new, in milliseconds. */
const FRESH_MS = 1_000;

/** The end of the log as this process saw it last, a moment ago: what is behind it was written since. */
export class Horizon {
  private position: StorePosition | undefined;
  private seenAt = 0;
  private looking: Promise<StorePosition> | undefined;

  /** @param look Asks the store for its end; asked once by all that need it at the same time. */
  constructor(private readonly look: () => Promise<StorePosition>) {}

  async now(): Promise<StorePosition> {
    if (this.position !== undefined && performance.now() - this.seenAt <= FRESH_MS) return this.position;
    this.looking ??= this.lookOnce();
    return this.looking;
  }

  /** Something that was sent at a time was written at a position: nothing before it is new any more. */
  saw(position: StorePosition, sentAt: number): void {
    if (this.position !== undefined && !isBehind(position, this.position)) return;
    this.position = position;
    this.seenAt = sentAt;
  }

  /** Something may have been written and nobody knows where. */
  forget(): void {
    this.position = undefined;
  }

  private async lookOnce(): Promise<StorePosition> {
    const sentAt = performance.now();
    try {
      const position = await this.look();
      this.forget();
      this.saw(position, sentAt);
      return position;
    } finally {
      this.looking = undefined;
    }
  }
}
