import type { Instant } from '#domain';
import { foldName, localDate } from '#domain';
import type { AuditFilter, ClusterFilter, ReadModel } from '#application';
import { openReadModel } from '#read-model';
import { quantile, random } from '../measure.js';
import { communeOf, dutyId, isCluster, nameOf, subjectId } from './national-log.js';
import type { QuestionTimes } from './protocol.js';

const POINTS = 20_000;
const PAGES = 400;
const ROUNDS = 8;
const ROWS = 50;
const DAYS = [
  localDate('2025-01-01'),
  localDate('2025-06-30'),
  localDate('2025-07-01'),
  localDate('2026-03-01'),
];

/** Asks each kind of question many times, each time another one, so that nothing kept answers it. */
export function askAll(file: string, subjects: number): Readonly<Record<string, QuestionTimes>> {
  const readModel = openReadModel({ file });
  try {
    const asker = new Asker(readModel, subjects);
    // What is loaded once at the start is no part of a question.
    asker.point();
    return {
      'who is responsible, at random clocks': times(POINTS, () => asker.point()),
      'one cluster as known at a random time': times(POINTS / 4, () => asker.cluster()),
      'an event by its id': times(PAGES, asker.eventIds(PAGES)),
      ...asker.clusterPages(),
      ...asker.auditPages(),
    };
  } finally {
    readModel.close();
  }
}

class Asker {
  readonly #next = random(20_250_701);
  readonly #head: number;

  constructor(
    private readonly readModel: ReadModel,
    private readonly subjects: number,
  ) {
    this.#head = readModel.status().seq;
  }

  point(): unknown {
    const day = DAYS[this.#pick(DAYS.length)] ?? localDate('2025-07-01');
    const at = { validAt: day, knownSeq: 1 + this.#pick(this.#head) };
    return this.readModel.responsibility(subjectId(this.#pick(this.subjects)), dutyId(this.#pick(30)), at);
  }

  cluster(): unknown {
    return this.readModel.cluster(subjectId(this.#cluster()), 1 + this.#pick(this.#head));
  }

  /** The ids are looked up before, so that only asking is measured. */
  eventIds(count: number): () => unknown {
    const ids = Array.from(
      { length: count },
      () => this.readModel.event(1 + this.#pick(this.#head))?.id ?? '',
    );
    return () => this.readModel.eventById(ids.pop() ?? '');
  }

  clusterPages(): Readonly<Record<string, QuestionTimes>> {
    const place = (share: number) => ({ after: this.#nameKey(share) });
    return {
      'page of clusters, at the beginning': this.#clusters({}, () => place(0)),
      'page of clusters, in the middle': this.#clusters({}, () => place(0.5)),
      'page of clusters, at the end': this.#clusters({}, () => place(0.97)),
      'page of clusters by commune': this.#clusters(() => ({ communeId: communeOf(this.#cluster()) })),
      'page of clusters by holder': this.#clusters(() => ({
        holderId: `UBND_XA:${communeOf(this.#cluster())}`,
      })),
    };
  }

  auditPages(): Readonly<Record<string, QuestionTimes>> {
    const place = (share: number) => JSON.stringify([Math.floor(this.#head * share) + this.#pick(20_000)]);
    const subject = () => subjectId(this.#pick(this.subjects));
    const unit = () => ({ unitId: communeOf(this.#pick(this.subjects)) });
    return {
      'page of the audit trail, at the beginning': this.#audit(
        () => ({}),
        () => place(0),
      ),
      'page of the audit trail, in the middle': this.#audit(
        () => ({}),
        () => place(0.5),
      ),
      'page of the audit trail, at the end': this.#audit(
        () => ({}),
        () => place(0.9),
      ),
      'page of the audit trail of a subject': this.#audit(() => ({ subjectId: subject() })),
      'page of the audit trail of a unit, in the middle': this.#audit(unit, () => place(0.5)),
      'page of the corrections of a subject': this.#audit(() => ({
        subjectId: subject(),
        types: ['responsibility.corrected'],
      })),
      'page of an act, before a time': this.#audit(() => ({ actId: 'size-act', to: this.#time() })),
      'page from a time on': this.#audit(() => ({ from: this.#time() })),
    };
  }

  #clusters(
    filter: ClusterFilter | (() => ClusterFilter),
    after: () => { readonly after?: string } = () => ({}),
  ): QuestionTimes {
    return times(PAGES, () => {
      const wanted = typeof filter === 'function' ? filter() : filter;
      const at = { validAt: localDate('2026-03-01'), knownSeq: this.#head };
      return this.readModel.clusters(wanted, at, { first: ROWS, ...after() });
    });
  }

  #audit(filter: () => AuditFilter, after?: () => string): QuestionTimes {
    return times(PAGES, () => {
      const page = { first: ROWS, ...(after && { after: after() }) };
      return this.readModel.auditTrail(filter(), this.#head, page);
    });
  }

  /** A moment when something was recorded. */
  #time(): Instant {
    return this.readModel.event(1 + this.#pick(this.#head))?.recordedAt ?? ('' as Instant);
  }

  /** The key before a name about so far down the list; another one each time. */
  #nameKey(share: number): string {
    const place = Math.floor((share + this.#next() * 0.02) * 2 ** 32);
    const name = nameOf(0).replace(/\w+$/, place.toString(16).padStart(8, '0'));
    return JSON.stringify([foldName(name), '']);
  }

  #cluster(): number {
    for (;;) {
      const subject = this.#pick(this.subjects);
      if (isCluster(subject)) return subject;
    }
  }

  #pick(limit: number): number {
    return Math.floor(this.#next() * limit);
  }
}

/** The p50 is that of the quietest round, so that what else runs on the machine counts little. */
function times(count: number, ask: () => unknown): QuestionTimes {
  const rounds = Array.from({ length: ROUNDS }, () => round(Math.ceil(count / ROUNDS), ask));
  return {
    p50: Math.min(...rounds.map((found) => quantile(found, 0.5))),
    p99: quantile(rounds.flat(), 0.99),
  };
}

function round(count: number, ask: () => unknown): readonly number[] {
  return Array.from({ length: count }, () => {
    const start = performance.now();
    ask();
    return performance.now() - start;
  });
}
