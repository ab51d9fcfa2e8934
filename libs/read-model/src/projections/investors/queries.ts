import type {
  Clocks,
  InvestorReads,
  InvestorRecordView,
  Page,
  PageRequest,
  PendingFilter,
  ReadModel,
} from '#application/ports';
import {
  appointmentsOf,
  officeOfUnit,
  officesOf,
  pendingRearrangements,
  type InvestorRecord,
  type KnownAppointment,
  type PendingRearrangement,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { pageOf, readKey } from '../../storage/pages.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { investors, officeKey, PUBLIC_INVESTOR } from './projection.js';

/** What else decides whether an investor waits. */
export type InvestorSurroundings = Pick<ReadModel, 'cluster' | 'duties' | 'lineage'>;

/** More than there are clusters: those with a public investor are looked at one by one. */
const ALL = 1_000_000;

/** Questions about the investors of clusters. */
export class InvestorQueries implements InvestorReads {
  readonly #versions: AggregateVersions<InvestorRecord>;

  constructor(
    db: () => Database,
    private readonly around: InvestorSurroundings,
  ) {
    this.#versions = new AggregateVersions(db, investors);
  }

  record(clusterId: string, knownSeq: number): InvestorRecordView | undefined {
    return this.#versions.at(clusterId, knownSeq);
  }

  /** Appointments over a cluster as known, by start. */
  appointments(clusterId: string, knownSeq: number): readonly KnownAppointment[] {
    return appointmentsOf(this.record(clusterId, knownSeq));
  }

  withOffice(officeId: string, knownSeq: number): readonly InvestorRecordView[] {
    const admits = ({ entries }: InvestorRecord) => entries.some((e) => officesOf(e).includes(officeId));
    const { rows } = this.#versions.page({ keys: [officeKey(officeId)], admits }, knownSeq, { first: ALL });
    return rows.map(({ row }) => row);
  }

  pending(filter: PendingFilter, at: Clocks, page: PageRequest): Page<PendingRearrangement> {
    const [clusterId, appointmentId] =
      page.after === undefined ? ['', ''] : readKey(page.after, ['string', 'string']);
    const after = keyOf(clusterId, appointmentId);
    const waiting = this.#waiting(filter, at).filter((p) => keyOfPending(p) > after);
    return pageOf(
      waiting.slice(0, page.first + 1),
      page.first,
      (p) => JSON.stringify([p.clusterId, p.appointment.appointmentId]),
      (p) => p,
    );
  }

  #waiting(filter: PendingFilter, { validAt, knownSeq }: Clocks): readonly PendingRearrangement[] {
    const { around } = this;
    // No rule that names a lead concerns an investor.
    const law = { duties: around.duties(knownSeq), lineage: around.lineage(knownSeq), leadRules: [] };
    const { rows } = this.#versions.page({ keys: [PUBLIC_INVESTOR], admits: () => true }, knownSeq, {
      first: ALL,
    });
    return rows
      .flatMap(({ row }) => {
        const cluster = around.cluster(row.clusterId, knownSeq);
        if (cluster === undefined) return [];
        const { placements } = cluster;
        const facts = { clusterId: row.clusterId, placements, appointments: appointmentsOf(row) };
        return pendingRearrangements(facts, validAt, law);
      })
      .filter((p) => fits(p, filter))
      .sort((a, b) => (keyOfPending(a) < keyOfPending(b) ? -1 : 1));
  }
}

function fits(
  { stage, decidedBy, mayBeDecidedBy }: PendingRearrangement,
  { provinceId, stage: wanted }: PendingFilter,
): boolean {
  const office = provinceId === undefined ? undefined : officeOfUnit('UBND_TINH', provinceId);
  return (
    (wanted === undefined || stage === wanted) &&
    (office === undefined || decidedBy.includes(office) || mayBeDecidedBy.includes(office))
  );
}

function keyOfPending({ clusterId, appointment }: PendingRearrangement): string {
  return keyOf(clusterId, appointment.appointmentId);
}

/** Compares as the pair does: no id has a line break. */
function keyOf(clusterId: string, appointmentId: string): string {
  return clusterId === '' ? '' : `${clusterId}\n${appointmentId}`;
}
