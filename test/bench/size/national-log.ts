import { eventId, toEnvelopes, type EventEnvelope, type ExpectedRevision } from '#application';
import { localDate, streamOf, type Assignment, type DomainEvent, type Instant } from '#domain';
import { PREAMBLE } from './preamble.js';

/**
 * A log in the shape of the real one, at any size, made subject by subject and never held as a whole.
 * A subject has as many events whatever the size, so that a longer log has more subjects, as more years bring. One in
 * eight is a cluster with its registration, the others are appointments, projects and schemes: the district holds every
 * duty of it until the reform, one commune after it, and corrections follow. A quarter of the subjects correct one that
 * was recorded long before, so that not everything happens at the end of every table.
 */
const EVENTS_PER_SUBJECT = 64;
const DUTIES = 30;
const CLUSTERS_EVERY = 8;
const DISTANT_EVERY = 4;
const COMMUNES = 3_321;
const CORRECTIONS = 3;
/** Below this number nothing distant is corrected: what is corrected must have been appended long before. */
const FIRST_DISTANT = 1_024;
const START = localDate('2024-05-01');
const REFORM = localDate('2025-07-01');
const FIRST_STAMP = Date.UTC(2026, 0, 1);
const MS_BETWEEN_STAMPS = 250;
const APPENDS_PER_SUBJECT = 4;

/** One append: the events of one command. */
export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventEnvelope[];
}

/** How many subjects make a log of so many events, with the units, acts and duties before them. */
export function subjectsFor(events: number): number {
  return Math.max(1, Math.ceil((events - PREAMBLE.length) / EVENTS_PER_SUBJECT));
}

/** Events of a log with so many subjects. */
export function eventsOf(subjects: number): number {
  return PREAMBLE.length + subjects * EVENTS_PER_SUBJECT;
}

export function isCluster(subject: number): boolean {
  return subject % CLUSTERS_EVERY === 0;
}

export function subjectId(subject: number): string {
  return `size-${subject}`;
}

export function dutyId(duty: number): string {
  return `size_duty_${duty % DUTIES}`;
}

/** Unit of the commune that a subject lies in. */
export function communeOf(subject: number): string {
  return `${10_000 + (scrambled(subject) % COMMUNES)}@2025-07-01`;
}

/** Names sort in another order than they were recorded in, as real ones do. */
export function nameOf(subject: number): string {
  return `Cụm công nghiệp ${scrambled(subject).toString(16).padStart(8, '0')}`;
}

/** What is there before any subject: units, acts, duties. */
export function* preamble(stamps: Stamps): Generator<Append> {
  const revisions = new Map<string, number>();
  for (const [i, [stream, event]] of PREAMBLE.entries()) {
    const revision = revisions.get(stream);
    revisions.set(stream, (revision ?? -1) + 1);
    yield { stream, expected: revision ?? 'no-stream', events: stamps.stamp(`preamble-${i}`, [event]) };
  }
}

/** The appends of one subject, in their order, each made when it is asked for. */
export function* appendsOf(subject: number, stamps: Stamps): Generator<Append> {
  const stream = streamOf.cluster(subjectId(subject));
  const command = (step: string, events: readonly DomainEvent[]) =>
    stamps.stamp(commandId(subject, step), events);
  const duties = Array.from({ length: DUTIES }, (_, duty) => duty);
  yield { stream, expected: 'no-stream', events: command('begin', [begin(subject)]) };
  const district = duties.map((duty) => before(subject, duty));
  yield { stream, expected: 0, events: command('before', district) };
  const commune = duties.map((duty) => after(subject, duty));
  yield { stream, expected: DUTIES, events: command('after', commune) };
  const corrected = correctedBy(subject);
  yield {
    stream: streamOf.cluster(subjectId(corrected)),
    expected: lastRevision(subject, corrected),
    events: command('correct', corrections(subject, corrected)),
  };
}

/** Times of recording in the order of the appends, as one clock gives them. */
export class Stamps {
  constructor(private count: number) {}

  /** Goes on where the appends of so many subjects ended. */
  static after(subjects: number): Stamps {
    return new Stamps(PREAMBLE.length + subjects * APPENDS_PER_SUBJECT);
  }

  stamp(command: string, events: readonly DomainEvent[]): readonly EventEnvelope[] {
    const recordedAt = new Date(FIRST_STAMP + this.count * MS_BETWEEN_STAMPS).toISOString() as Instant;
    this.count += 1;
    const actor = { id: 'bench', office: 'bench', role: 'import' };
    return toEnvelopes(events, {
      commandId: command,
      correlationId: command,
      causationId: command,
      actor,
      recordedAt,
    });
  }
}

function begin(subject: number): DomainEvent {
  if (!isCluster(subject)) return before(subject, 0);
  const placement = {
    precision: 'COMMUNE',
    unitIds: [communeOf(subject)],
    complete: true,
    provenance: 'STATED',
    evidence: 'Quyết định thành lập',
  } as const;
  const data = {
    clusterId: subjectId(subject),
    name: nameOf(subject),
    status: 'OPERATING',
    since: START,
    areaHa: '50',
    placements: [placement],
    documents: [],
    claims: [],
    provenance: 'STATED',
    source: 'benchmark',
  } as const;
  return { type: 'cluster.registered', data };
}

function before(subject: number, duty: number): DomainEvent {
  const office = `UBND_HUYEN:${communeOf(subject).slice(0, 4)}@origin`;
  return { type: 'responsibility.assigned', data: assignment(subject, duty, office, { to: REFORM }) };
}

function after(subject: number, duty: number): DomainEvent {
  const data = {
    ...assignment(subject, duty, communeOffice(subject), { from: REFORM }),
    releasedOfficeIds: [],
  };
  return { type: 'responsibility.reassigned', data };
}

function corrections(subject: number, corrected: number): readonly DomainEvent[] {
  return Array.from({ length: CORRECTIONS }, (_, i) => correction(corrected, (subject + i) % DUTIES));
}

function correction(subject: number, duty: number): DomainEvent {
  const data = {
    ...assignment(subject, duty, communeOffice(subject + 1), { from: REFORM }),
    manner: 'CORRECTION',
    corrects: eventId(commandId(subject, 'after'), duty),
    actId: 'size-act',
    reason: 'Benchmark.',
  } as const;
  return { type: 'responsibility.corrected', data };
}

/** Where the stream of a corrected subject stands: one that corrected another has no correction of its own. */
function lastRevision(subject: number, corrected: number): number {
  const own = corrected !== subject && correctedBy(corrected) === corrected;
  return DUTIES + DUTIES + (own ? CORRECTIONS : 0);
}

/**
 * The subject that a subject corrects: itself, or one of the octave before the last, each of them once and in no order
 * (by its bits reversed), so that the revision of its stream is known without asking.
 */
export function correctedBy(subject: number): number {
  if (subject < FIRST_DISTANT || subject % DISTANT_EVERY !== 0) return subject;
  const octave = 31 - Math.clz32(subject);
  const bits = octave - 2;
  const place = (subject - 2 ** octave) / DISTANT_EVERY;
  return 2 ** bits + reversed(place, bits);
}

function reversed(value: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit += 1) result |= ((value >> bit) & 1) << (bits - 1 - bit);
  return result;
}

function communeOffice(subject: number): string {
  return `UBND_XA:${communeOf(subject)}`;
}

function assignment(
  subject: number,
  duty: number,
  officeId: string,
  days: { readonly from?: typeof START; readonly to?: typeof REFORM },
): Assignment {
  return {
    subjectId: subjectId(subject),
    dutyId: dutyId(duty),
    from: START,
    ...days,
    status: 'HELD',
    holders: [{ officeId, lead: false }],
    candidates: [],
    basis: { actId: 'size-act', article: 'Đ.6', provenance: 'READ' },
    manner: 'BY_LAW',
    explanation: 'The cluster lies wholly in this commune.',
  };
}

function commandId(subject: number, step: string): string {
  return `size-${subject}-${step}`;
}

/** Spreads numbers over 32 bits, each to one of its own. */
function scrambled(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 0;
}
