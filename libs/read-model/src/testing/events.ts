import type { RecordedEnvelope } from '#application';
import { SCHEMA_VERSIONS, type DomainEvent, type Instant, type LocalDate } from '#domain';

/** A day, for tests that write days out. */
export const day = (text: string): LocalDate => text as LocalDate;

/** Builds a log as a store gives it: numbers revisions and positions, and stamps times a second apart. */
export class LogBuilder {
  readonly events: RecordedEnvelope[] = [];
  readonly #revisions = new Map<string, number>();

  /** Adds one event and answers it; `recordedAt` where its time matters. */
  add(stream: string, event: DomainEvent, recordedAt?: string): RecordedEnvelope {
    const n = this.events.length + 1;
    const revision = (this.#revisions.get(stream) ?? -1) + 1;
    this.#revisions.set(stream, revision);
    const recorded = {
      ...event,
      eventId: eventIdOf(n),
      schemaVersion: SCHEMA_VERSIONS[event.type],
      metadata: {
        $correlationId: 'correlation',
        $causationId: 'causation',
        commandId: `command-${n}`,
        actor: { id: 'a1', office: 'BO_CONG_THUONG', role: 'registrar' },
        recordedAt: (recordedAt ?? new Date(Date.UTC(2025, 0, 1) + n * 1000).toISOString()) as Instant,
      },
      stream,
      revision,
      // Positions rise and have holes, as those of EventStoreDB do.
      position: String(n * 7),
    } as RecordedEnvelope;
    this.events.push(recorded);
    return recorded;
  }
}

/** Id of the n-th event, in the shape of a UUID but with the digits that change in front. */
export function eventIdOf(n: number): string {
  const digits = ((n * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0');
  return `${digits}-0000-5000-8000-${n.toString(16).padStart(12, '0')}`;
}
