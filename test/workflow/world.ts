import {
  decideOnAggregate,
  derivedCommandId,
  escalateOverdue,
  toEnvelopes,
  type CommandContext,
  type CommandOutcome,
  type RegisterView,
} from '#application';
import {
  addDays,
  decideAdvanceMatter,
  decideCloseMatter,
  decideDeclareHoliday,
  decideRecordMatter,
  holidayYearId,
  instantOf,
  streamOf,
  type Decision,
  type DomainEvent,
  type LocalDate,
  type Matter,
  type OfficeId,
} from '#domain';
import type { Seeded } from '../random/seeded.js';
import { Auditor } from './auditor.js';
import { country, OFFICES } from './country.js';
import { MemoryLog } from './memory-log.js';
import { Crash, Replica } from './replica.js';

interface Work {
  readonly id: string;
  readonly officeId: OfficeId;
  revision: number;
  closed: boolean;
}
/** A look for late tasks that nothing interrupted: the day, and how much was recorded when it began and ended. */
export interface CleanLook {
  readonly on: LocalDate;
  readonly from: number;
  readonly to: number;
}

const START = '2025-08-01' as LocalDate;

/** Two replicas on one log, officials who work, and a clock that goes on day by day. */
export class World {
  readonly log = new MemoryLog();
  readonly auditor = new Auditor(this.log.events);
  today = START;
  crashes = 0;
  refused = 0;
  #commands = 0;
  readonly #replicas: readonly [Replica, Replica];

  constructor(
    readonly random: Seeded,
    private readonly name: string,
  ) {
    const clock = { now: () => new Date(`${this.today}T03:00:00Z`) };
    this.#replicas = [new Replica(this.log, random, clock), new Replica(this.log, random, clock)];
  }

  /** Brings in the country and its holidays. */
  async begin(): Promise<void> {
    for (const { stream, event } of country()) await this.#write(stream, event);
    for (const year of ['2025', '2026']) await this.#declare(`${year}-09-02` as LocalDate, true);
  }

  close(): void {
    for (const replica of this.#replicas) replica.close();
  }

  nextDay(): void {
    this.today = addDays(this.today, 1);
  }

  async record(id: string): Promise<Work> {
    const officeId = this.random.pick(OFFICES) ?? '';
    const working = this.random.chance(0.7);
    const matter = {
      matterId: id,
      kind: 'PETITION',
      title: id,
      officeId,
      places: [],
      step: 'Trả lời',
      asOf: this.today,
      clock: { days: this.random.between(1, 8), working, startedOn: this.today },
      documents: [],
      provenance: 'STATED',
      source: 'test',
    } as const;
    const outcome = await this.#decide(this.#any(), { id, officeId }, (_, register) =>
      decideRecordMatter(matter, register),
    );
    return { id, officeId, revision: written(outcome), closed: false };
  }

  /** The clock of a matter is stopped, goes on or gets more days; what its state does not allow is refused. */
  async changeClock(work: Work): Promise<void> {
    const change = this.random.pick(['PAUSED', 'RESUMED', 'EXTENDED'] as const);
    const days = change === 'EXTENDED' ? { days: this.random.between(1, 5) } : {};
    const step = { ...this.#fact(work), clock: { change, ...days } };
    const outcome = await this.#decide(this.#any(), work, (matter, register) =>
      decideAdvanceMatter(step, matter, work.officeId, register),
    );
    if (outcome.ok) work.revision = outcome.revision;
    else this.refused += 1;
  }

  /** Two officials close the same matter at once, each at another replica; answers how many did. */
  async closeTwice(work: Work): Promise<number> {
    const end = { ...this.#fact(work), outcome: 'DECIDED', reason: 'It was decided.' } as const;
    const outcomes = await Promise.all(
      this.#replicas.map((replica) =>
        this.#decide(replica, work, (matter, register) =>
          decideCloseMatter(end, matter, work.officeId, register),
        ),
      ),
    );
    work.closed = true;
    return outcomes.filter((outcome) => outcome.ok).length;
  }

  async declareHoliday(): Promise<void> {
    await this.#declare(addDays(this.today, this.random.between(0, 6)), false);
  }

  /** Both replicas look for late tasks at once; those that die answer nothing. */
  async look(crashing: number): Promise<readonly CleanLook[]> {
    for (const replica of this.#replicas) replica.crashing = crashing;
    const looks = await Promise.all(this.#replicas.map((replica) => this.#lookOf(replica)));
    for (const replica of this.#replicas) replica.crashing = 0;
    return looks.filter((look) => look !== undefined);
  }

  async #lookOf(replica: Replica): Promise<CleanLook | undefined> {
    const [on, from] = [this.today, this.log.events.length];
    const actor = { id: 'escalation', office: 'bangiao', role: 'system' };
    try {
      for await (const outcome of escalateOverdue(replica.ports, { on, actor })) {
        if (!outcome.ok) this.refused += 1;
      }
      return { on, from, to: this.log.events.length };
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.crashes += 1;
      return undefined;
    }
  }

  async #declare(day: LocalDate, completesYear: boolean): Promise<void> {
    const holiday = { day, kind: 'HOLIDAY', name: 'Nghỉ', provenance: 'SECONDARY', source: 'test' } as const;
    const declaration = { ...holiday, ...(completesYear && { completesYear }) };
    const id = holidayYearId(day);
    const { ports } = this.#any();
    const state = (knownSeq: number) => ports.readModel.holidays.year(id, knownSeq);
    const plan = { id, stream: streamOf.holiday(id), state };
    await decideOnAggregate(plan, this.#by('bangiao'), ports, (year, { acts }) =>
      decideDeclareHoliday(declaration, year, acts),
    );
  }

  /** As an official at a replica, who has seen the matter at a revision. */
  #decide(
    { ports }: Replica,
    { id, officeId, revision }: Pick<Work, 'id' | 'officeId'> & Partial<Work>,
    decide: (matter: Matter | undefined, register: RegisterView) => Decision<DomainEvent>,
  ): Promise<CommandOutcome> {
    const state = (knownSeq: number) => ports.readModel.matters.matter(id, knownSeq);
    const expected = revision === undefined ? {} : { expectedRevision: revision };
    const plan = { id, stream: streamOf.matter(id), ...expected, state };
    return decideOnAggregate(plan, this.#by(officeId), ports, decide);
  }

  async #write(stream: string, event: DomainEvent): Promise<void> {
    const { actor, commandId, correlationId } = this.#by('bangiao');
    const recordedAt = instantOf(new Date(`${this.today}T03:00:00Z`));
    const stamp = { actor, commandId, correlationId, causationId: commandId, recordedAt };
    await this.log.append(stream, toEnvelopes([event], stamp), 'no-stream');
  }

  #fact({ id }: Work) {
    return { matterId: id, effectiveOn: this.today, provenance: 'STATED', source: 'test' } as const;
  }

  #any(): Replica {
    return this.random.pick(this.#replicas) ?? this.#replicas[0];
  }

  #by(office: OfficeId): CommandContext {
    const commandId = derivedCommandId(this.name, String((this.#commands += 1)));
    return { commandId, correlationId: commandId, actor: { id: 'a1', office, role: 'clerk' } };
  }
}

function written(outcome: CommandOutcome): number {
  if (outcome.ok) return outcome.revision;
  throw new Error(`${outcome.refusal.code} ${outcome.refusal.field}: ${outcome.refusal.message}`);
}
