import { eventId, toEnvelopes, type EventEnvelope } from '#application';
import {
  ANSWERED_UNDER,
  DUTY_GROUPS,
  REPORTING_DUTIES,
  localDate,
  localDateAt,
  type Assignment,
  type DomainEvent,
  type Duty,
  type Instant,
} from '#domain';
import { random } from '../measure.js';
import {
  communeId,
  countryEvents,
  DECISION,
  districtId,
  LAW,
  oldCommuneId,
  provinceId,
  provinceOf,
  REFORM,
  VIETNAM,
  type Country,
} from './country.js';

/**
 * A log of the work on clusters: the country first, then a cluster after the other with every duty of it before and
 * after the reform, then corrections of clusters here and there, which are the last hundredth of the log.
 * Of ten clusters one is left open: its holder undetermined, several without a lead, or without an investor; half of
 * these lie in one province, so that one office has a long list.
 */
const DUTIES = 30;
const PER_CLUSTER = 1 + 2 * DUTIES;
const OPEN_EVERY = 10;
const START = localDate('2024-05-01');
const FIRST_STAMP = Date.UTC(2025, 6, 1);
const DAY_MS = 86_400_000;
/** So many days of record lie between the first event and the last: progress is kept by day. */
const DAYS_OF_RECORD = 400;
const ANSWERERS = [...new Set(Object.values(ANSWERED_UNDER))];
const [LOCAL_REPORT = '', INVESTOR_DUTY = ''] = REPORTING_DUTIES;

export class WorkflowLog {
  readonly #next = random(20_250_701);
  readonly #communes: readonly (readonly number[])[];
  readonly #preamble: readonly DomainEvent[];
  readonly clusters: number;
  /** Events of the end, which are all corrections. */
  readonly recent: number;

  constructor(
    readonly total: number,
    readonly country: Country = VIETNAM,
  ) {
    this.#preamble = [...countryEvents(country), ...catalogue()];
    this.recent = Math.floor(total / 100);
    this.clusters = Math.floor((total - this.recent - this.#preamble.length) / PER_CLUSTER);
    this.#communes = byProvince(country);
  }

  /** Every event in the order in which it is recorded. */
  *events(): Generator<EventEnvelope> {
    let count = 0;
    const stamped = (event: DomainEvent) => this.#stamped(count++, event);
    for (const event of this.#preamble) yield stamped(event);
    for (let i = 0; i < this.clusters; i += 1) for (const event of this.#lifeOf(i)) yield stamped(event);
    while (count < this.total) yield stamped(this.#correction());
  }

  clusterId(i: number): string {
    return `bench-${i}`;
  }

  isOpen(i: number): boolean {
    return i % OPEN_EVERY === 0;
  }

  *#lifeOf(i: number): Generator<DomainEvent> {
    yield this.#registered(i);
    for (const dutyId of DUTY_IDS) yield { type: 'responsibility.assigned', data: this.#before(i, dutyId) };
    for (const dutyId of DUTY_IDS) {
      const releasedOfficeIds = [`UBND_HUYEN:${districtId(this.country, this.#commune(i))}`];
      yield { type: 'responsibility.reassigned', data: { ...this.#after(i, dutyId), releasedOfficeIds } };
    }
  }

  #registered(i: number): DomainEvent {
    const placement = {
      precision: 'COMMUNE',
      unitIds: [oldCommuneId(this.#commune(i), i)],
      complete: true,
      provenance: 'STATED',
      evidence: 'Quyết định thành lập',
    } as const;
    const data = {
      clusterId: this.clusterId(i),
      name: `Cụm công nghiệp ${i}`,
      status: 'OPERATING',
      since: START,
      placements: [placement],
      documents: [],
      claims: [],
      provenance: 'STATED',
      source: 'benchmark',
    } as const;
    return { type: 'cluster.registered', data };
  }

  #before(i: number, dutyId: string): Assignment {
    const holder = `UBND_HUYEN:${districtId(this.country, this.#commune(i))}`;
    return { ...this.#held(i, dutyId, holder), from: START, to: REFORM };
  }

  #after(i: number, dutyId: string): Assignment {
    const commune = this.#commune(i);
    const province = provinceId(provinceOf(this.country, commune));
    if (dutyId === ANSWERED_UNDER.PLACE_UNDETERMINED)
      return this.#held(i, dutyId, `CT_UBND_TINH:${province}`);
    if (ANSWERERS.includes(dutyId)) return this.#held(i, dutyId, `UBND_TINH:${province}`);
    const held = this.#held(i, dutyId, `UBND_XA:${communeId(commune)}`);
    return this.isOpen(i) ? leftOpen(held, (i / OPEN_EVERY) % 3) : held;
  }

  #held(i: number, dutyId: string, officeId: string): Assignment {
    return {
      subjectId: this.clusterId(i),
      dutyId,
      from: REFORM,
      status: 'HELD',
      holders: [{ officeId, lead: false }],
      candidates: [],
      basis: { actId: LAW, article: 'Đ.6', provenance: 'READ' },
      manner: 'BY_LAW',
      explanation: 'The cluster lies wholly in this commune.',
    };
  }

  #correction(): DomainEvent {
    const i = this.#pick(this.clusters);
    const place = ANSWERERS.length + this.#pick(DUTIES - ANSWERERS.length);
    const first = this.#preamble.length + i * PER_CLUSTER + 1 + DUTIES;
    const holder = `UBND_XA:${communeId(this.#pick(this.country.communes))}`;
    const data = {
      ...this.#held(i, DUTY_IDS[place] ?? '', holder),
      from: localDateAt(new Date(Date.UTC(2025, 6, 1) + this.#pick(300) * DAY_MS)),
      basis: { actId: DECISION, provenance: 'READ' },
      manner: 'CORRECTION',
      corrects: eventId(commandId(first + place), 0),
      actId: DECISION,
      reason: 'Benchmark.',
    } as const;
    return { type: 'responsibility.corrected', data };
  }

  /** Commune of today in which a cluster lies. */
  #commune(i: number): number {
    const first = this.isOpen(i) && (i / OPEN_EVERY) % 2 === 0;
    const spread = Math.imul(i + 1, 2_654_435_761) >>> 0;
    const communes = this.#communes[first ? 0 : spread % this.country.provinces] ?? [];
    return communes[spread % communes.length] ?? 0;
  }

  #stamped(count: number, event: DomainEvent): EventEnvelope {
    const at = FIRST_STAMP + Math.floor((count / this.total) * DAYS_OF_RECORD * DAY_MS);
    const command = commandId(count);
    const stamp = {
      commandId: command,
      correlationId: command,
      causationId: command,
      actor: { id: 'bench', office: 'bench', role: 'import' },
      recordedAt: new Date(at).toISOString() as Instant,
    };
    return toEnvelopes([event], stamp)[0] as EventEnvelope;
  }

  #pick(limit: number): number {
    return Math.floor(this.#next() * limit);
  }
}

/** The duties whose holders answer come first, so that they are known when a question opens. */
const DUTY_IDS = [
  ...ANSWERERS,
  ...Array.from({ length: DUTIES - ANSWERERS.length - 2 }, (_, i) => `bench_duty_${ANSWERERS.length + i}`),
  LOCAL_REPORT,
  INVESTOR_DUTY,
];

function leftOpen(held: Assignment, kind: number): Assignment {
  const isInvestors = held.dutyId === INVESTOR_DUTY;
  if (kind === 0)
    return isInvestors
      ? held
      : { ...held, status: 'UNDETERMINED', holders: [], candidates: held.holders.map((h) => h.officeId) };
  if (kind === 1) return isInvestors ? held : { ...held, status: 'JOINT', holders: joint(held) };
  return isInvestors ? { ...held, status: 'VACANT', holders: [] } : held;
}

function joint({ holders }: Assignment): Assignment['holders'] {
  return [...holders, { officeId: `UBND_XA:${communeId(0)}`, lead: false }];
}

function* catalogue(): Generator<DomainEvent> {
  for (const [i, dutyId] of DUTY_IDS.entries()) {
    const rules: Duty['rules'] =
      dutyId === INVESTOR_DUTY ? [{ holderLevel: 'CHU_DAU_TU', provenance: 'READ' }] : [];
    const group = DUTY_GROUPS[i % DUTY_GROUPS.length] ?? 'A';
    yield { type: 'duty.catalogued', data: { dutyId, group, name: dutyId, appliesTo: 'CLUSTER', rules } };
  }
}

/** The communes of today of each province. */
function byProvince(country: Country): readonly (readonly number[])[] {
  const found = Array.from({ length: country.provinces }, (): number[] => []);
  for (let commune = 0; commune < country.communes; commune += 1)
    found[provinceOf(country, commune)]?.push(commune);
  return found;
}

function commandId(count: number): string {
  return `bench-${count}`;
}
