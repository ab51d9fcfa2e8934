/** Streams whose last revision is kept in memory. */
const MOST_STREAMS = 20_000;

/** Last revisions of the streams written to lately; the one writer knows them without asking the file. */
export class StreamHeads {
  private readonly revisions = new Map<string, number | undefined>();

  constructor(private readonly look: (stream: string) => number | undefined) {}

  /** Undefined for a stream without events. */
  of(stream: string): number | undefined {
    if (this.revisions.has(stream)) return this.revisions.get(stream);
    const revision = this.look(stream);
    this.set(stream, revision);
    return revision;
  }

  /** The stream used longest ago is forgotten when there are too many. */
  set(stream: string, revision: number | undefined): void {
    this.revisions.delete(stream);
    this.revisions.set(stream, revision);
    if (this.revisions.size <= MOST_STREAMS) return;
    for (const oldest of this.revisions.keys()) {
      this.revisions.delete(oldest);
      return;
    }
  }

  /** After a rollback nothing in memory is certain. */
  forget(): void {
    this.revisions.clear();
  }
}
