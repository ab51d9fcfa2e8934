import { eventId, toEnvelopes, type EventEnvelope, type RecordedEnvelope } from '#application';
import {
  localDate,
  localDateAt,
  type Assignment,
  type DomainEvent,
  type Instant,
  type LocalDate,
} from '#domain';
import { random } from './measure.js';

const DUTIES = 30;
const EVENTS_PER_DUTY = 10;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 4, 1);
const SPAN_DAYS = 1_400;
const REFORM = localDate('2025-07-01');

/** Subject, duty and events of synthetic assignments: every tenth corrects an earlier one. */
export class SyntheticAssignments {
  private readonly next = random(20_250_701);
  private count = 0;

  constructor(private readonly total: number) {}

  get subjects(): number {
    return Math.max(1, Math.ceil(this.total / (DUTIES * EVENTS_PER_DUTY)));
  }

  subjectId(i: number): string {
    return `bench-${i % this.subjects}`;
  }

  dutyId(i: number): string {
    return `bench_duty_${Math.floor(i / this.subjects) % DUTIES}`;
  }

  /** A day within the span of all assignments. */
  day(): LocalDate {
    return localDateAt(new Date(FIRST_DAY + Math.floor(this.next() * SPAN_DAYS) * DAY_MS));
  }

  /** Events number `count` on, in the order in which they are recorded. */
  *events(): Generator<EventEnvelope> {
    for (; this.count < this.total; this.count += 1) yield this.event(this.count);
  }

  pick(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  private event(i: number): EventEnvelope {
    return envelopeOf(i, this.domainEvent(i));
  }

  private domainEvent(i: number): DomainEvent {
    const earlier = i - this.subjects * DUTIES;
    const corrected = i % 10 === 9 && earlier >= 0;
    const assignment = this.assignment(i);
    if (!corrected)
      return { type: 'responsibility.reassigned', data: { ...assignment, releasedOfficeIds: [] } };
    const corrects = eventId(`bench-${earlier}`, 0);
    const data = {
      ...assignment,
      manner: 'CORRECTION' as const,
      corrects,
      actId: 'bench-act',
      reason: 'Benchmark.',
    };
    return { type: 'responsibility.corrected', data };
  }

  private assignment(i: number): Assignment {
    const from = this.day();
    const to = this.day();
    return {
      subjectId: this.subjectId(i),
      dutyId: this.dutyId(i),
      ...(from < to ? { from, to } : { from }),
      status: 'HELD',
      holders: [{ officeId: `UBND_XA:${10_000 + (i % 3_321)}@2025-07-01`, lead: false }],
      candidates: [],
      basis: { actId: 'bench-act', article: 'Đ.6', provenance: 'READ' },
      manner: 'BY_LAW',
      explanation: 'The cluster lies wholly in this commune.',
    };
  }
}

function envelopeOf(i: number, event: DomainEvent): EventEnvelope {
  const commandId = `bench-${i}`;
  const recordedAt = new Date(Date.UTC(2026, 0, 1) + i * 100).toISOString() as Instant;
  const actor = { id: 'bench', office: 'bench', role: 'import' };
  const stamp = { commandId, correlationId: commandId, causationId: commandId, actor, recordedAt };
  return toEnvelopes([event], stamp)[0] as EventEnvelope;
}

/** Events with their places, as a log would give them. */
export function* recorded(events: Iterable<EventEnvelope>): Generator<RecordedEnvelope> {
  let position = 0;
  for (const event of events) {
    position += 1;
    yield { ...event, stream: 'cluster-bench', revision: position - 1, position: String(position) };
  }
}

/** Items in arrays of a size. */
export function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Assignments in the shape of the real log: a cluster after the other, each duty held by the district until the
 * reform and by the commune after it, every tenth event a correction of the one before.
 */
export function* nationalAssignments(total: number): Generator<EventEnvelope> {
  for (let i = 0; i < total; i += 1) yield envelopeOf(i, nationalEvent(i));
}

function nationalEvent(i: number): DomainEvent {
  const within = i % (2 * DUTIES);
  const before = within < DUTIES;
  const data: Assignment = {
    subjectId: `national-${Math.floor(i / (2 * DUTIES))}`,
    dutyId: `bench_duty_${within % DUTIES}`,
    ...(before ? { from: localDate('2024-05-01'), to: REFORM } : { from: REFORM }),
    status: 'HELD',
    holders: [{ officeId: `UBND_XA:${10_000 + (i % 3_321)}@2025-07-01`, lead: false }],
    candidates: [],
    basis: { actId: 'bench-act', article: 'Đ.6', provenance: 'READ' },
    manner: 'BY_LAW',
    explanation: 'The cluster lies wholly in this commune.',
  };
  if (before) return { type: 'responsibility.assigned', data };
  if (i % 10 !== 9) return { type: 'responsibility.reassigned', data: { ...data, releasedOfficeIds: [] } };
  const corrects = eventId(`bench-${i - DUTIES}`, 0);
  const correction = { manner: 'CORRECTION', corrects, actId: 'bench-act', reason: 'Benchmark.' } as const;
  return { type: 'responsibility.corrected', data: { ...data, ...correction } };
}
