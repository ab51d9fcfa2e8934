import type { RecordedEnvelope } from '#application';
import type { Instant, LocalDate } from '#domain';
import { day } from '../../libs/domain/src/testing/index.js';
import { assignmentIn, naiveAnswers, type Essence } from '../../libs/read-model/src/testing/index.js';

/** Before anything that a simulation records. */
const BEFORE_ALL = day('1900-01-01');

export interface Pair {
  readonly subject: string;
  readonly duty: string;
}

/** Every answer by the definition, from the events alone. */
export class NaiveRegister {
  /** The days on which an answer may change, and those before them. */
  readonly days: readonly LocalDate[];
  readonly pairs: readonly Pair[];
  readonly #firstSeqs = new Map<string, number>();
  readonly #changes: readonly LocalDate[];
  readonly #answers = new Map<string, readonly Essence[]>();

  constructor(private readonly events: readonly RecordedEnvelope[]) {
    const pairs = new Map<string, Pair>();
    const changes = new Set<LocalDate>([BEFORE_ALL]);
    for (const [i, event] of events.entries()) {
      for (const change of changesIn(event)) changes.add(change);
      const pair = pairIn(event);
      if (pair === undefined) continue;
      pairs.set(keyOf(pair), pair);
      if (!this.#firstSeqs.has(keyOf(pair))) this.#firstSeqs.set(keyOf(pair), i + 1);
    }
    this.pairs = [...pairs.values()];
    this.#changes = [...changes].sort();
    this.days = this.#changes.flatMap((change) => [dayBefore(change), change]);
  }

  /** The number of the first event about a pair. */
  firstSeqOf(pair: Pair): number {
    return this.#firstSeqs.get(keyOf(pair)) ?? 0;
  }

  answer(subject: string, duty: string, validAt: LocalDate, knownSeq: number): Essence | undefined {
    const key = `${keyOf({ subject, duty })}\n${knownSeq}`;
    const answers =
      this.#answers.get(key) ?? naiveAnswers(this.events, subject, duty, knownSeq, this.#changes);
    this.#answers.set(key, answers);
    return answers[this.#changes.findLastIndex((change) => change <= validAt)] ?? answers[0];
  }

  /** The last event up to which nothing was recorded after the instant. */
  seqKnownAt(instant: Instant): number {
    const later = this.events.findIndex(({ metadata }) => metadata.recordedAt > instant);
    return later < 0 ? this.events.length : later;
  }
}

const keyOf = ({ subject, duty }: Pair) => `${subject}\n${duty}`;

function dayBefore(text: LocalDate): LocalDate {
  return day(new Date(Date.parse(text) - 86_400_000).toISOString().slice(0, 10));
}

function pairIn(event: RecordedEnvelope): Pair | undefined {
  const said = assignmentIn(event);
  return said && { subject: said.subjectId, duty: said.dutyId };
}

function changesIn(event: RecordedEnvelope): readonly LocalDate[] {
  const said = assignmentIn(event);
  if (said !== undefined) return given(said.from, said.to);
  if (event.type === 'act.registered') return given(event.data.inForceFrom, event.data.lapsesOn);
  if (event.type === 'act.ended') return given(event.data.endsOn);
  return event.type === 'act.extended' ? given(event.data.lapsesOn) : [];
}

function given(...days: readonly (LocalDate | undefined)[]): readonly LocalDate[] {
  return days.filter((d) => d !== undefined);
}
