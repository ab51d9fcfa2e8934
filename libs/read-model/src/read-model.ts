import type {
  ActFilter,
  ActView,
  AssignmentRow,
  AuditFilter,
  ClusterFilter,
  ClusterView,
  Clocks,
  EventView,
  OfficeView,
  Page,
  PageRequest,
  Position,
  ReadModel,
  ReadModelStatus,
  ResponsibilityView,
  TransitionView,
  UnitFilter,
  UnitView,
} from '#application';
import type { Duty, Instant, KnownAppointment, Lineage, Succession } from '#domain';
import type { Connection } from './connection.js';
import { CurrentFile } from './current-file.js';
import { readCheckpoint, readStatus } from './follow/checkpoint.js';
import { Waiters } from './follow/waiters.js';
import { actKey, findActs } from './projections/acts/queries.js';
import { PlaceQueries } from './projections/clusters/placements.js';
import { clusterKey } from './projections/clusters/queries.js';
import { EnterpriseQueries } from './projections/enterprises/queries.js';
import { ChangeQueries } from './projections/events/changes.js';
import { auditKey, findEvents, isSubject } from './projections/events/audit.js';
import { HolidayQueries } from './projections/holidays/queries.js';
import { coverageReads } from './projections/knowledge/coverage.js';
import { knowledgeReads } from './projections/knowledge/reads.js';
import { MatterQueries } from './projections/matters/queries.js';
import { InvestorQueries } from './projections/investors/queries.js';
import { HandoverQueries } from './projections/handovers/queries.js';
import { officeAt } from './projections/offices/queries.js';
import { ClaimQueries } from './projections/claims/queries.js';
import { DocumentQueries } from './projections/documents/queries.js';
import { ProgressQueries } from './projections/progress/queries.js';
import { OrganisationQueries } from './projections/organisations/queries.js';
import { SchemeQueries } from './projections/schemes/queries.js';
import { ProjectQueries } from './projections/projects/queries.js';
import { TaskQueries } from './projections/tasks/queries.js';
import { ReportQueries } from './projections/reports/queries.js';
import { RuleQueries } from './projections/rules/queries.js';
import { transitionOf } from './projections/transitions.js';
import { findUnits, unitIdsWithAlias, unitIdsWithCode, unitKey } from './projections/units/queries.js';
import type { Database } from './storage/database.js';
import { Lru } from './storage/lru.js';
import { pageOf } from './storage/pages.js';

export interface ReadModelOptions {
  /** Path of the read model; an empty one is created where there is none. */
  readonly file: string;
}

/**
 * Opens the read model for reading. Queries are synchronous; each sees what is committed.
 * @throws BanGiaoError `READ_MODEL_VERSION` for a file of another release, `READ_MODEL_UNREADABLE` for a damaged one.
 */
export function openReadModel({ file }: ReadModelOptions): ReadModel {
  return new SqliteReadModel(file);
}

/** Questions within so short a time see the same state; waiting for a position always looks anew. */
const STATUS_AGE_MS = 2;
const KEPT_PAGES = 256;

class SqliteReadModel implements ReadModel {
  readonly knowledge = knowledgeReads((knownSeq) => this.#at(knownSeq), this);
  readonly coverage = coverageReads((knownSeq) => this.#at(knownSeq));
  readonly #waiters: Waiters;
  readonly #file: CurrentFile;
  #status: ReadModelStatus | undefined;
  #statusReadAt = 0;
  readonly #db = (): Database => this.#file.connection.db;
  readonly changes = new ChangeQueries(() => this.#file.connection);
  readonly progress = new ProgressQueries((knownSeq) => this.#at(knownSeq));
  readonly handovers = new HandoverQueries(this.#db);
  readonly projects = new ProjectQueries(this.#db);
  readonly schemes = new SchemeQueries(this.#db, (knownSeq) => this.lineage(knownSeq));
  readonly organisations = new OrganisationQueries(this.#db, (knownSeq) => this.lineage(knownSeq));
  readonly holidays = new HolidayQueries(this.#db);
  readonly tasks = new TaskQueries(this.#db);
  readonly claims = new ClaimQueries(this.#db, (id, knownSeq) => this.cluster(id, knownSeq)?.claims);
  readonly rules = new RuleQueries(this.#db);
  readonly documents = new DocumentQueries((knownSeq) => this.#at(knownSeq));
  readonly reports = new ReportQueries(this.#db);
  readonly matters = new MatterQueries(this.#db, (knownSeq) => ({
    duties: this.duties(knownSeq),
    lineage: this.lineage(knownSeq),
  }));
  readonly enterprises = new EnterpriseQueries(this.#db);
  readonly appointments = new InvestorQueries(this.#db, this);
  readonly places = new PlaceQueries((knownSeq) => this.#at(knownSeq));
  readonly #clusterPages = new Lru<string, Page<ClusterView>>(KEPT_PAGES);

  constructor(file: string) {
    this.#file = new CurrentFile(file);
    this.#waiters = new Waiters(file, () => this.#readStatus());
  }

  status(): ReadModelStatus {
    const young = performance.now() - this.#statusReadAt < STATUS_AGE_MS;
    return young && this.#status !== undefined ? this.#status : this.#readStatus();
  }

  waitFor(position: Position, timeoutMs: number): Promise<void> {
    return this.#waiters.wait(position, timeoutMs);
  }

  seqKnownAt(instant: Instant): number {
    const { db, events } = this.#file.connection;
    return events.seqKnownAt(instant, readCheckpoint(db).seq);
  }

  unit(id: string, at: Clocks): UnitView | undefined {
    return this.#at(at.knownSeq).units.viewOn(id, at.validAt, at.knownSeq);
  }

  anyUnit(id: string, knownSeq: number): UnitView | undefined {
    return this.#at(knownSeq).units.lastView(id, knownSeq);
  }

  unitsWithCode(code: string, knownSeq: number): readonly UnitView[] {
    const { db, units } = this.#at(knownSeq);
    return unitIdsWithCode(db, code, knownSeq).flatMap((id) => units.lastView(id, knownSeq) ?? []);
  }

  unitsWithAlias(code: string, knownSeq: number): readonly UnitView[] {
    const { db, units } = this.#at(knownSeq);
    return unitIdsWithAlias(db, code, knownSeq).flatMap((id) => units.lastView(id, knownSeq) ?? []);
  }

  units(filter: UnitFilter, at: Clocks, page: PageRequest): Page<UnitView> {
    const { db, units } = this.#at(at.knownSeq);
    const rows = findUnits(db, filter, at, page);
    return pageOf(rows, page.first, unitKey, (row) =>
      found(units.viewOn(row.unit_id, at.validAt, at.knownSeq)),
    );
  }

  predecessors(unitId: string, knownSeq: number): readonly Succession[] {
    return this.#at(knownSeq).succession.to(unitId, knownSeq);
  }

  successors(unitId: string, knownSeq: number): readonly Succession[] {
    return this.#at(knownSeq).succession.from(unitId, knownSeq);
  }

  lineage(knownSeq: number): Lineage {
    return this.#at(knownSeq).lineage(knownSeq);
  }

  act(id: string, knownSeq: number): ActView | undefined {
    return this.#at(knownSeq).acts.at(id, knownSeq)?.view;
  }

  acts(filter: ActFilter, knownSeq: number, page: PageRequest): Page<ActView> {
    const { db, acts } = this.#at(knownSeq);
    const rows = findActs(db, filter, knownSeq, page);
    return pageOf(rows, page.first, actKey, (row) => found(acts.at(row.act_id, knownSeq)).view);
  }

  duty(id: string, knownSeq: number): Duty | undefined {
    return this.#at(knownSeq).duties.at(id, knownSeq);
  }

  duties(knownSeq: number): readonly Duty[] {
    return this.#at(knownSeq).duties.all(knownSeq);
  }

  office(id: string, at: Clocks): OfficeView | undefined {
    const { db, units } = this.#at(at.knownSeq);
    return officeAt(db, units, id, at);
  }

  cluster(id: string, knownSeq: number): ClusterView | undefined {
    return this.#at(knownSeq).clusters.at(id, knownSeq);
  }

  clusters(filter: ClusterFilter, at: Clocks, page: PageRequest): Page<ClusterView> {
    const ask = (): Page<ClusterView> => {
      const { clusters } = this.#at(at.knownSeq);
      const rows = clusters.find(filter, at, page);
      return pageOf(rows, page.first, clusterKey, (row) => found(clusters.at(row.cluster_id, at.knownSeq)));
    };
    // What was known after an event never changes; what will be known after a later one is not kept.
    if (at.knownSeq > this.status().seq) return ask();
    const { first, after } = page;
    return this.#clusterPages.get(JSON.stringify([filter, at.validAt, at.knownSeq, first, after]), ask);
  }

  investors(clusterId: string, knownSeq: number): readonly KnownAppointment[] {
    return this.appointments.appointments(clusterId, knownSeq);
  }

  responsibility(subjectId: string, dutyId: string, at: Clocks): ResponsibilityView {
    return this.#at(at.knownSeq).responsibilities.answer(subjectId, dutyId, at);
  }

  responsibilities(
    subjectId: string,
    dutyIds: readonly string[] | undefined,
    at: Clocks,
  ): readonly ResponsibilityView[] {
    const { responsibilities, duties } = this.#at(at.knownSeq);
    if (dutyIds !== undefined) {
      return duties.inOrder([...new Set(dutyIds)]).map((id) => responsibilities.answer(subjectId, id, at));
    }
    const answers = responsibilities.answers(subjectId, at);
    return duties.inOrder([...answers.keys()]).map((id) => found(answers.get(id)));
  }

  assignments(subjectId: string, dutyId: string | undefined, knownSeq: number): readonly AssignmentRow[] {
    return this.#at(knownSeq).responsibilities.recorded(subjectId, dutyId, knownSeq);
  }

  subjectExists(subjectId: string, knownSeq: number): boolean {
    return isSubject(this.#file.connection.db, subjectId, knownSeq);
  }

  event(seq: number): EventView | undefined {
    return this.#file.connection.events.bySeq(seq);
  }

  eventById(id: string): EventView | undefined {
    return this.#file.connection.events.byId(id);
  }

  auditTrail(filter: AuditFilter, knownSeq: number, page: PageRequest): Page<EventView> {
    const { db, events } = this.#at(knownSeq);
    const seqs = findEvents(db, events, filter, knownSeq, page);
    return pageOf(seqs, page.first, auditKey, (seq) => found(events.bySeq(seq)));
  }

  transition(unitId: string, at: Clocks): TransitionView | undefined {
    return transitionOf(this.#at(at.knownSeq), unitId, at);
  }

  close(): void {
    this.#waiters.close();
    this.#file.close();
  }

  #readStatus(): ReadModelStatus {
    this.#status = readStatus(this.#file.connection.db);
    this.#statusReadAt = performance.now();
    return this.#status;
  }

  #at(knownSeq: number): Connection {
    return this.#file.connection.upTo(knownSeq);
  }
}

/** A row that a query has just found is there. */
function found<T>(row: T | undefined): T {
  if (row !== undefined) return row;
  throw new Error('A row of the read model disappeared between two reads.');
}
