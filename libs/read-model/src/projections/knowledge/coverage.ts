import type { CoverageReads } from '#application';
import {
  coverageOf,
  misfitOf,
  rectanglesOf,
  type CoverageViolation,
  type KnownRectangle,
  type NumberedAssignment,
} from '#domain';
import type { Connection } from '../../connection.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';
import { linkName } from '../events/links.js';
import { postings } from '../events/postings.js';
import { each, inAll, inAny } from '../events/rising.js';
import { grouped } from '../../storage/grouped.js';
import { findGaps } from './gaps.js';
import { Lapsing } from './lapsing.js';
import { findLeft } from './left.js';
import { subjectsIn } from './subjects.js';
import { daysOf, storedRectangles, type StoredRectangle } from './tilings.js';

/** Whether each day has exactly one answer, out of a connection that reaches up to a number. */
export function coverageReads(at: (knownSeq: number) => Connection): CoverageReads {
  const lapsing = new Lapsing();
  return {
    gaps: (filter, days, clocks, page) => findGaps(at(clocks.knownSeq), filter, days, clocks, page),
    lapsing: (withinDays, clocks, page) => lapsing.find(at(clocks.knownSeq), withinDays, clocks, page),
    leftBy: (unitId, unassignedOnly, clocks, page) =>
      findLeft(at(clocks.knownSeq), unitId, unassignedOnly, clocks, page),
    subjects: (provinceId, clocks) =>
      subjectsIn(at(clocks.knownSeq), provinceId === undefined ? {} : { unitId: provinceId }, [clocks]),
    violations: (subjectId, knownSeq) => violationsOf(at(knownSeq), subjectId, knownSeq),
  };
}

function violationsOf(
  connection: Connection,
  subjectId: string,
  knownSeq: number,
): readonly CoverageViolation[] {
  const stored = grouped(rectanglesStored(connection, subjectId, knownSeq), (r) => r.dutyId);
  const recorded = grouped(assignmentsOf(connection, subjectId, knownSeq), ({ said }) => said.dutyId);
  const dutyIds = [...new Set([...stored.keys(), ...recorded.keys()])].sort();
  return dutyIds.flatMap((dutyId) => {
    const [kept, said] = [stored.get(dutyId) ?? [], recorded.get(dutyId) ?? []];
    return [
      ...coverageOf(kept),
      ...said.flatMap(({ said: one, seq }) => misfitOf(one, seq) ?? []),
      ...differences(kept, rectanglesOf(said)),
    ];
  });
}

/** The assignments of a subject as its events recorded them, by the lists of the audit trail. */
function assignmentsOf(
  { db, events }: Connection,
  subjectId: string,
  knownSeq: number,
): readonly NumberedAssignment[] {
  const of = (link: string) => postings(db, link, knownSeq);
  const types = ['assigned', 'reassigned', 'corrected'].map((t) =>
    of(linkName('type', `responsibility.${t}`)),
  );
  const seqs = each(inAll([of(linkName('subject', subjectId)), inAny(types)]), 1);
  return Array.from(seqs, (seq) => ({ seq, said: events.assignment(seq).assignment }));
}

function rectanglesStored(
  { db }: Connection,
  subjectId: string,
  knownSeq: number,
): readonly KnownRectangle[] {
  return storedRectangles(db, subjectId, { knownFrom: -1, knownTo: knownSeq }).map((row) =>
    rectangle(row, subjectId, knownSeq),
  );
}

/** As known then: what was laid over a rectangle later is not known yet. */
function rectangle(row: StoredRectangle, subjectId: string, knownSeq: number): KnownRectangle {
  const known = {
    ...daysOf(row),
    subjectId,
    dutyId: row.duty_id,
    knownFrom: row.known_from,
    eventSeq: row.event_seq,
  };
  return row.known_to === OPEN_SEQ || row.known_to > knownSeq ? known : { ...known, knownTo: row.known_to };
}

/** What is kept and not made by the events, and what they make and is not kept. */
function differences(
  kept: readonly KnownRectangle[],
  made: readonly KnownRectangle[],
): readonly CoverageViolation[] {
  const [keptTexts, madeTexts] = [kept, made].map((list) => new Set(list.map(textOf)));
  const without = (list: readonly KnownRectangle[], texts: ReadonlySet<string> | undefined, how: string) =>
    list
      .filter((r) => !(texts?.has(textOf(r)) ?? false))
      .map((r): CoverageViolation => {
        const { subjectId, dutyId, from: day, knownFrom: knownSeq } = r;
        return {
          subjectId,
          dutyId,
          day,
          knownSeq,
          problem: 'NOT_AS_RECORDED',
          clashing: [`${how} ${textOf(r)}`],
        };
      });
  return [...without(kept, madeTexts, 'kept'), ...without(made, keptTexts, 'recorded')];
}

function textOf({ from, to, knownFrom, knownTo, eventSeq }: KnownRectangle): string {
  return `event ${eventSeq} on ${from} to ${to ?? 'open'}, known ${knownFrom} to ${knownTo ?? 'now'}`;
}
