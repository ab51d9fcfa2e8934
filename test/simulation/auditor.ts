import type { ReadModel, RecordedEnvelope } from '#application';
import { instantOf, type Instant, type LocalDate } from '#domain';
import { day, DUTIES } from '../../libs/domain/src/testing/index.js';
import type { Essence } from '../../libs/read-model/src/testing/index.js';
import type { Answers } from './bugs/bug.js';
import { NaiveRegister } from './naive-register.js';
import type { Replica } from './replica.js';
import type { World } from './world.js';

interface Question {
  readonly subject: string;
  readonly duty: string;
  readonly validAt: LocalDate;
  readonly knownSeq: number;
}

type Asked =
  | { readonly of: string; readonly question: Question; readonly answer: Essence }
  | { readonly of: string; readonly instant: Instant; readonly answer: number };

/** How much is asked of every replica at the end, when the days on which something changes are known. */
const AT_THE_END = 25;

/** One who asks all the time; in the end every answer must be what the definition says of the log. */
export class Auditor {
  readonly #asked: Asked[] = [];
  readonly #seqs = new Map<Replica, number>();

  constructor(
    private readonly world: World,
    private readonly replicas: readonly Replica[],
  ) {}

  /** Asks until the others are done. */
  async audit(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.world.pause(1_500, 100);
      for (const replica of this.replicas) this.#look(replica);
    }
  }

  /** Compares all answers, and many more, with the definition. */
  check(events: readonly RecordedEnvelope[]): void {
    const naive = new NaiveRegister(events);
    for (const replica of this.replicas) {
      this.#checkOrder(replica, events);
      for (let n = 0; n < AT_THE_END; n += 1) this.#askAtTheEnd(replica, naive, events);
    }
    for (const asked of this.#asked) this.#compare(asked, naive);
  }

  #look(replica: Replica): void {
    const { seq, recordedAt } = replica.readModel.status();
    const before = this.#seqs.get(replica) ?? 0;
    if (seq < before) this.world.find(`${replica.name} went back from ${before} to ${seq}`);
    this.#seqs.set(replica, seq);
    const question = this.#anyQuestion(replica.readModel, seq);
    if (question !== undefined) this.#ask(replica, question);
    // What comes later is known later, whatever a clock says: the answer for an instant before the last stands.
    if (recordedAt === undefined) return;
    const instant = instantOf(new Date(Date.parse(recordedAt) - this.world.random.between(1, 3_600_000)));
    this.#askSeq(replica, instant);
  }

  #anyQuestion(model: ReadModel, seq: number): Question | undefined {
    const { random } = this.world;
    const { rows } = model.clusters({}, { validAt: day('2025-07-01'), knownSeq: seq }, { first: 20 });
    const subject = random.pick(rows)?.row.id;
    const duty = random.pick(DUTIES)?.dutyId;
    if (subject === undefined || duty === undefined) return undefined;
    const month = String(random.between(1, 12)).padStart(2, '0');
    const validAt = day(`${random.pick([2025, 2026])}-${month}-01`);
    return { subject, duty, validAt, knownSeq: random.between(Math.max(0, seq - 60), seq) };
  }

  #askAtTheEnd(replica: Replica, naive: NaiveRegister, events: readonly RecordedEnvelope[]): void {
    const { random } = this.world;
    const pair = random.pick(naive.pairs);
    const validAt = random.pick(naive.days);
    if (pair === undefined || validAt === undefined) return;
    const knownSeq = random.between(naive.firstSeqOf(pair), events.length);
    this.#ask(replica, { ...pair, validAt, knownSeq });
    const instant = random.pick(events)?.metadata.recordedAt;
    if (instant !== undefined) this.#askSeq(replica, instant);
  }

  #ask({ name, readModel }: Replica, question: Question): void {
    const { subject, duty, validAt, knownSeq } = question;
    const { status, holders, since, until, decidedBySeqs } = this.#answers(readModel).responsibility(
      subject,
      duty,
      {
        validAt,
        knownSeq,
      },
    );
    const answer = {
      status,
      holders,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      decidedBy: decidedBySeqs,
    };
    this.#asked.push({ of: name, question, answer });
  }

  #askSeq({ name, readModel }: Replica, instant: Instant): void {
    this.#asked.push({ of: name, instant, answer: this.#answers(readModel).seqKnownAt(instant) });
  }

  #answers(model: ReadModel): Answers {
    return this.world.bug.answers?.(model) ?? model;
  }

  #compare(asked: Asked, naive: NaiveRegister): void {
    const what = 'question' in asked ? asked.question : asked.instant;
    const right =
      'question' in asked
        ? naive.answer(
            asked.question.subject,
            asked.question.duty,
            asked.question.validAt,
            asked.question.knownSeq,
          )
        : naive.seqKnownAt(asked.instant);
    const [is, should] = [JSON.stringify(asked.answer), JSON.stringify(right)];
    if (is !== should) this.world.find(`${asked.of} said ${is} and not ${should} to ${JSON.stringify(what)}`);
  }

  #checkOrder({ name, readModel }: Replica, events: readonly RecordedEnvelope[]): void {
    for (const [i, { eventId, position }] of events.entries()) {
      const seen = readModel.event(i + 1);
      if (seen?.id === eventId && seen.position === position) continue;
      return this.world.find(`${name} has ${seen?.id} as event ${i + 1}, and the log ${eventId}`);
    }
    const { seq } = readModel.status();
    if (seq !== events.length) this.world.find(`${name} has ${seq} events, and the log ${events.length}`);
  }
}
