import type { RecordedEnvelope, ResponsibilityView } from '#application';
import type { Assignment, LocalDate } from '#domain';

/** An answer as short as it can be compared. */
export type Essence = Pick<ResponsibilityView, 'status' | 'holders' | 'since' | 'until'> & {
  readonly decidedBy: readonly number[];
};

interface Standing {
  readonly winner: number | undefined;
  readonly inForce: boolean;
  readonly decidedBy: readonly number[];
}

/**
 * The answers by the definition, for each day: of the events up to a number, the last one that covers the day says who
 * is responsible, if its act is in force by what those events say. `days` are all days of the small calendar of a test.
 */
export function naiveAnswers(
  events: readonly RecordedEnvelope[],
  subjectId: string,
  dutyId: string,
  knownSeq: number,
  days: readonly LocalDate[],
): readonly Essence[] {
  const known = events.slice(0, knownSeq);
  const standings = days.map((day) => standingOn(known, subjectId, dutyId, day));
  return standings.map((here, index) => {
    const said =
      here.winner === undefined || !here.inForce ? undefined : assignmentIn(events[here.winner - 1]);
    return {
      status: said?.status ?? 'NO_BASIS',
      holders: said?.holders ?? [],
      ...around(standings, index, days),
      decidedBy: here.decidedBy,
    };
  });
}

/** The days around a day on which nothing changes; an end of the calendar is open. */
function around(
  standings: readonly Standing[],
  index: number,
  days: readonly LocalDate[],
): Pick<Essence, 'since' | 'until'> {
  const here = standings[index];
  const same = (other: Standing | undefined) =>
    other?.winner === here?.winner && other?.inForce === here?.inForce;
  let first = index;
  while (first > 0 && same(standings[first - 1])) first -= 1;
  let end = index + 1;
  while (end < days.length && same(standings[end])) end += 1;
  const since = first === 0 ? undefined : days[first];
  const until = end === days.length ? undefined : days[end];
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

function standingOn(
  known: readonly RecordedEnvelope[],
  subjectId: string,
  dutyId: string,
  day: LocalDate,
): Standing {
  const winner = known.findLastIndex((event) => {
    const said = assignmentIn(event);
    return (
      said?.subjectId === subjectId &&
      said.dutyId === dutyId &&
      said.from <= day &&
      (!said.to || day < said.to)
    );
  });
  if (winner < 0) return { winner: undefined, inForce: true, decidedBy: [] };
  const said = assignmentIn(known[winner]);
  const force = forceOf(known, said?.basis.actId, day);
  const decidedBy = [
    winner + 1,
    ...(said?.restsOn ?? []).map((id) => 1 + known.findIndex((event) => event.eventId === id)),
    ...(force.decidedBy === undefined ? [] : [force.decidedBy]),
  ];
  return { winner: winner + 1, inForce: force.inForce, decidedBy };
}

/** Whether an act is in force on a day, and the event that makes it so or not, where one besides its start does. */
// eslint-disable-next-line complexity -- a definition reads best in one piece
function forceOf(known: readonly RecordedEnvelope[], actId: string | undefined, day: LocalDate) {
  let from: LocalDate | undefined;
  let end: LocalDate | undefined;
  let endedBy: number | undefined;
  let extendedBy: number | undefined;
  for (const [i, event] of known.entries()) {
    if (event.type === 'act.registered' && event.data.actId === actId) {
      from = event.data.inForceFrom;
      end = event.data.lapsesOn;
      endedBy = i + 1;
    }
    if (event.type === 'act.ended' && event.data.actId === actId) {
      end = event.data.endsOn;
      endedBy = i + 1;
    }
    if (event.type === 'act.extended' && event.data.actId === actId) {
      if (end !== undefined && end <= day) extendedBy = i + 1;
      end = event.data.lapsesOn;
      endedBy = i + 1;
    }
  }
  const inForce = (from === undefined || from <= day) && (end === undefined || day < end);
  return { inForce, decidedBy: inForce ? extendedBy : endedBy };
}

/** What an event says of a responsibility, if it is about one. */
export function assignmentIn(event: RecordedEnvelope | undefined): Assignment | undefined {
  switch (event?.type) {
    case 'responsibility.assigned':
    case 'responsibility.reassigned':
    case 'responsibility.corrected':
      return event.data;
    default:
      return undefined;
  }
}
