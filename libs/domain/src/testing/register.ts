import type { ActLookup, KnownAct } from '../acts/decide-act.js';
import type { ClusterRegistration, Placement } from '../clusters/cluster.js';
import { withPlacement } from '../clusters/record.js';
import { decideRegisterCluster, factsOf } from '../decisions/register-cluster.js';
import { planTransitions } from '../decisions/run-transition.js';
import type { KnownAssignment, KnownCluster, Register } from '../decisions/state.js';
import type { DomainEvent, EventOf, WithEventId } from '../events/catalogue.js';
import type { InvestorEvents } from '../investors/events.js';
import type { InvestorAppointment } from '../investors/investor.js';
import { appointmentsOf, evolveInvestors, type InvestorRecord } from '../investors/record.js';
import { refuseBrokenCoverage } from '../knowledge/refuse-coverage.js';
import type { Decision, Refusal } from '../refusals/refusal.js';
import type { Assignment } from '../responsibilities/assignment.js';
import { tierOf } from '../responsibilities/holder-by-law.js';
import { parseOfficeId } from '../responsibilities/office.js';
import { paint } from '../responsibilities/paint.js';
import type { LawInForce } from '../responsibilities/subject.js';
import type { LocalDate } from '../time/local-date.js';
import { ACTS, lawOver } from './law.js';

/** A register kept in memory by folding the events that the deciders themselves gave. */
export class TestRegister implements Register {
  private readonly clusters = new Map<string, KnownCluster>();
  private readonly recorded = new Map<string, Assignment>();
  private readonly investorRecords = new Map<string, InvestorRecord>();
  private count = 0;
  readonly acts: ActLookup;

  constructor(
    readonly law: LawInForce = lawOver(),
    acts: readonly KnownAct[] = ACTS,
  ) {
    this.acts = (id) => acts.find((a) => a.actId === id);
  }

  cluster(id: string): KnownCluster | undefined {
    return this.clusters.get(id);
  }

  investors(clusterId: string): InvestorRecord | undefined {
    return this.investorRecords.get(clusterId);
  }

  /** A unit's office exists while the unit does and its tier fits; enterprises and service units always do. */
  officeExists(id: string, on: LocalDate): boolean {
    const office = parseOfficeId(id);
    if (office === undefined) return false;
    if (office.kind === 'ENTERPRISE' || office.kind === 'PUBLIC_SERVICE_UNIT') return true;
    const tier = tierOf(office.kind);
    if (tier === undefined) return office.rest === undefined;
    return office.rest !== undefined && this.law.lineage.unitOn(office.rest, on)?.level === tier;
  }

  /** The id that the next recorded event gets. */
  get nextEventId(): string {
    return `event-${this.count + 1}`;
  }

  /** Registers a cluster and carries it through every transition, as the application does. */
  add(registration: ClusterRegistration, appointments: readonly InvestorAppointment[] = []): this {
    this.record(eventsOf(decideRegisterCluster(registration, appointments, this)));
    this.runTransitions(registration.clusterId);
    return this;
  }

  runTransitions(clusterId: string): void {
    const cluster = this.clusters.get(clusterId);
    if (cluster === undefined) throw new Error(`No cluster ${clusterId}.`);
    for (const step of planTransitions(factsOf(cluster, cluster.appointments), this.law, cluster.assignments))
      this.record(step.events);
  }

  record(events: readonly DomainEvent[]): void {
    const broken = refuseBrokenCoverage(events, this);
    if (broken !== undefined && !broken.ok) throw new Error(broken.refusal.message);
    for (const event of events) this.evolve(event);
  }

  /** What the event with this id recorded, as it was recorded. */
  assignmentOf(eventId: string): Assignment | undefined {
    return this.recorded.get(eventId);
  }

  /** What stands for a duty on a day. */
  on(clusterId: string, dutyId: string, text: string): KnownAssignment | undefined {
    return this.clusters
      .get(clusterId)
      ?.assignments.find((a) => a.dutyId === dutyId && a.from <= text && text < (a.to ?? '9999-12-32'));
  }

  private evolve(event: DomainEvent): void {
    const eventId = this.nextEventId;
    this.count += 1;
    switch (event.type) {
      case 'cluster.registered':
        this.clusters.set(event.data.clusterId, { ...event.data, appointments: [], assignments: [] });
        break;
      case 'cluster.placed':
        this.change(event.data.clusterId, (c) => ({
          ...c,
          placements: withPlacement(c.placements, event.data.placement),
        }));
        break;
      case 'cluster.phases-recorded': {
        const { data } = event;
        this.change(data.clusterId, (c) => ({ ...c, phases: [...(c.phases ?? []), data] }));
        break;
      }
      case 'cluster.shares-recorded': {
        const { data } = event;
        this.change(data.clusterId, (c) => ({ ...c, shares: [...(c.shares ?? []), data] }));
        break;
      }
      case 'investor.appointed':
      case 'investor.advanced':
      case 'investor.ended':
      case 'investor.corrected':
        this.evolveInvestors({ ...event, eventId });
        break;
      case 'responsibility.assigned':
      case 'responsibility.reassigned':
      case 'responsibility.corrected':
        this.recorded.set(eventId, event.data);
        this.change(event.data.subjectId, (c) => ({
          ...c,
          assignments: painted(c.assignments, { ...event.data, eventId }),
        }));
        break;
      default:
        throw new Error(`The register of clusters does not keep ${event.type}.`);
    }
  }

  private evolveInvestors(event: WithEventId<EventOf<keyof InvestorEvents>>): void {
    const { clusterId } = event.data;
    const record = evolveInvestors(this.investorRecords.get(clusterId), event);
    if (record !== undefined) this.investorRecords.set(clusterId, record);
    this.change(clusterId, (c) => ({ ...c, appointments: appointmentsOf(record) }));
  }

  private change(id: string, how: (cluster: KnownCluster) => KnownCluster): void {
    const cluster = this.clusters.get(id);
    if (cluster === undefined) throw new Error(`No cluster ${id}.`);
    this.clusters.set(id, how(cluster));
  }
}

function painted(standing: readonly KnownAssignment[], added: KnownAssignment): readonly KnownAssignment[] {
  const same = standing.filter((a) => a.dutyId === added.dutyId);
  const { covered, remainders } = paint(same, added);
  const kept = standing.filter((a) => !covered.includes(a));
  return [...kept, ...remainders, added].sort(byDutyAndStart);
}

function byDutyAndStart(a: KnownAssignment, b: KnownAssignment): number {
  return a.dutyId === b.dutyId ? (a.from < b.from ? -1 : 1) : a.dutyId < b.dutyId ? -1 : 1;
}

/** The events of a decision that has to be one. */
export function eventsOf<E>(decision: Decision<E>): readonly E[] {
  if (decision.ok) return decision.events;
  throw new Error(`Refused: ${JSON.stringify(decision.refusal)}`);
}

/** The refusal of a decision that has to be one. */
export function refusalOf(decision: Decision<unknown>): Refusal {
  if (!decision.ok) return decision.refusal;
  throw new Error(`Accepted: ${JSON.stringify(decision.events)}`);
}

/** A stated and complete place in communes; anything else is given. */
export function inCommunes(unitIds: readonly string[], more: Partial<Placement> = {}): Placement {
  return { precision: 'COMMUNE', unitIds, complete: true, provenance: 'STATED', evidence: 'source', ...more };
}

/** A registration that says nothing beyond its id, name and places. */
export function clusterAt(
  clusterId: string,
  name: string,
  placements: readonly Placement[],
  more: Partial<ClusterRegistration> = {},
): ClusterRegistration {
  return {
    clusterId,
    name,
    status: 'UNKNOWN',
    placements,
    documents: [],
    claims: [],
    provenance: 'STATED',
    source: 'test',
    ...more,
  };
}

/** An investor's appointment; `NONE` and `UNKNOWN` have neither office nor name. */
export function investorOf(
  clusterId: string,
  appointment: Pick<InvestorAppointment, 'kind'> & Partial<InvestorAppointment>,
): InvestorAppointment {
  return {
    appointmentId: `${clusterId}-investor-1`,
    clusterId,
    provenance: 'STATED',
    source: 'test',
    ...appointment,
  };
}
