import type { Clocks, CorrectionFilter, CorrectionView, EventView, Page, PageRequest } from '#application';
import { assignmentOf, EVENT_TYPES, toCurrent, type DomainEvent } from '#domain';
import type { Connection } from '../../connection.js';
import { pageOf } from '../../storage/pages.js';
import { auditKey, findEvents } from '../events/audit.js';
import { eachLink } from '../events/concepts/index.js';
import { changedAnswer } from './diff.js';
import { underWrongHolder } from './wrong-holder.js';

const CORRECTIONS = EVENT_TYPES.filter((type) => type.endsWith('.corrected'));
const LOOKED_AT_ONCE = 100;

/** Corrections of whatever kind, and of each the answers that it changed. */
export function findCorrections(
  connection: Connection,
  filter: CorrectionFilter,
  at: Clocks,
  page: PageRequest,
): Page<CorrectionView> {
  const found: number[] = [];
  for (const seq of correctionsIn(connection, filter, at, page.after)) {
    found.push(seq);
    if (found.length > page.first) break;
  }
  return pageOf(found, page.first, auditKey, (seq) => correction(connection, seq));
}

function* correctionsIn(
  { db, events, clusters }: Connection,
  { provinceId, ...filter }: CorrectionFilter,
  at: Clocks,
  after: string | undefined,
): Generator<number> {
  const there = provinceId === undefined ? undefined : clusters.inUnit(provinceId, at);
  const asked = { ...filter, types: CORRECTIONS };
  for (let key = after; ;) {
    const page = { first: LOOKED_AT_ONCE, ...(key === undefined ? {} : { after: key }) };
    const seqs = findEvents(db, events, asked, at.knownSeq, page).slice(0, LOOKED_AT_ONCE);
    for (const seq of seqs) {
      const event = events.bySeq(seq);
      if (there === undefined || (event !== undefined && concerns(event, there))) yield seq;
    }
    const last = seqs.at(-1);
    if (last === undefined || seqs.length < LOOKED_AT_ONCE) return;
    key = auditKey(last);
  }
}

function concerns(event: EventView, subjects: ReadonlySet<string>): boolean {
  let found = false;
  eachLink(toCurrent(event) as DomainEvent, (kind, id) => {
    found ||= kind === 'subject' && subjects.has(id);
  });
  return found;
}

/** The answers before and after this one event. */
function correction(connection: Connection, seq: number): CorrectionView {
  const event = connection.events.bySeq(seq);
  const said = event === undefined ? undefined : assignmentOf(toCurrent(event) as DomainEvent);
  if (said === undefined) return { seq, changes: [], underWrongHolder: [] };
  const { subjectId, dutyId } = said;
  const between = { knownFrom: seq - 1, knownTo: seq };
  const changed = connection.tilings.changes(subjectId, between).get(dutyId) ?? [];
  const changes = changed.map((change) => changedAnswer(connection, between, { subjectId, dutyId, change }));
  return { seq, changes, underWrongHolder: underWrongHolder(connection, subjectId, changes, seq - 1) };
}
