import type { Clocks, LeftDuty, Page, PageRequest } from '#application';
import { parseOfficeId, type ResponsibilityReassigned } from '#domain';
import type { Connection } from '../../connection.js';
import { pageOf } from '../../storage/pages.js';
import { auditKey, readSeq } from '../events/audit.js';
import { linkName } from '../events/links.js';
import { postings } from '../events/postings.js';
import { each, inAll } from '../events/rising.js';
import { UNSETTLED } from '../transitions.js';

/**
 * All that left a dissolved unit, also what it held together with others and another unit's transition passed on.
 * A page reads no further than it needs.
 */
export function findLeft(
  connection: Connection,
  unitId: string,
  unassignedOnly: boolean,
  at: Clocks,
  page: PageRequest,
): Page<LeftDuty> {
  const of = (link: string) => postings(connection.db, link, at.knownSeq);
  const seqs = inAll([of(linkName('unit', unitId)), of(linkName('type', 'responsibility.reassigned'))]);
  const found: LeftDuty[] = [];
  for (const seq of each(seqs, page.after === undefined ? 1 : readSeq(page.after) + 1)) {
    const left = leftIn(connection, seq, unitId, at);
    if (left === undefined || (unassignedOnly && !left.unassigned)) continue;
    found.push(left);
    if (found.length > page.first) break;
  }
  return pageOf(
    found,
    page.first,
    ({ seq }) => auditKey(seq),
    (left) => left,
  );
}

/** What an event took from a unit that had ended by then; undefined where it took nothing from it. */
function leftIn(
  { events, units, responsibilities }: Connection,
  seq: number,
  unitId: string,
  at: Clocks,
): LeftDuty | undefined {
  const said = events.assignment(seq).assignment as ResponsibilityReassigned;
  const { subjectId, dutyId, from, to } = said;
  const released = said.releasedOfficeIds.filter((id) => parseOfficeId(id)?.rest === unitId);
  const ended = units.lifetime(unitId, at.knownSeq)?.to;
  if (released.length === 0 || ended === undefined || from < ended) return undefined;
  const answeredAt = { ...at, validAt: at.validAt < from ? from : at.validAt };
  const answer = responsibilities.answer(subjectId, dutyId, answeredAt);
  return {
    subjectId,
    dutyId,
    from,
    ...(to === undefined ? {} : { to }),
    seq,
    releasedOfficeIds: released,
    unassigned: UNSETTLED.has(answer.status),
    answer,
    answeredAt,
  };
}
