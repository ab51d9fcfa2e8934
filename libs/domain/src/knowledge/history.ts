import type { ActId } from '../acts/act.js';
import type { ActEvents } from '../acts/events.js';
import type { DomainEvent, EventOf } from '../events/catalogue.js';
import type { Assignment } from '../responsibilities/assignment.js';
import { paint } from '../responsibilities/paint.js';
import type { LocalDate } from '../time/local-date.js';
import { evolveForce, type ActForce } from './force.js';
import { tilingOf, type Standing, type Tiling } from './tiling.js';

/** An event with its number in the log. */
export interface NumberedEvent {
  readonly seq: number;
  readonly eventId: string;
  readonly event: DomainEvent;
}
type Painted = Standing & { readonly from: LocalDate; readonly to?: LocalDate };

/** What the events up to a number say of one duty over one subject, for all days. `events` in the order of the log. */
export function answersOver(
  events: readonly NumberedEvent[],
  subjectId: string,
  dutyId: string,
  knownSeq: number,
): Tiling {
  const known = events.filter((e) => e.seq <= knownSeq);
  const concerned = known.filter(({ event }) => {
    const said = assignmentOf(event);
    return said?.subjectId === subjectId && said.dutyId === dutyId;
  });
  return tilingOf(standingAfter(concerned, known), (actId) => forceAfter(known, actId));
}

/** What an event says of a responsibility, if it is about one. */
export function assignmentOf(event: DomainEvent): Assignment | undefined {
  const isOne =
    event.type === 'responsibility.assigned' ||
    event.type === 'responsibility.reassigned' ||
    event.type === 'responsibility.corrected';
  return isOne ? event.data : undefined;
}

/** Lays the assignments of one duty over each other, the later over the earlier. */
function standingAfter(
  concerned: readonly NumberedEvent[],
  known: readonly NumberedEvent[],
): readonly Standing[] {
  let standing: readonly Painted[] = [];
  for (const { seq, event } of concerned) {
    const said = assignmentOf(event);
    if (said === undefined) continue;
    const { covered, remainders } = paint(standing, said);
    const restsOn = (said.restsOn ?? []).flatMap((id) => known.find((e) => e.eventId === id)?.seq ?? []);
    const on = said.to === undefined ? { from: said.from } : { from: said.from, to: said.to };
    standing = [
      ...standing.filter((s) => !covered.includes(s)),
      ...remainders,
      { ...on, days: on, seq, restsOn, said },
    ];
  }
  return standing.map(({ from, to, ...rest }) => ({
    ...rest,
    days: to === undefined ? { from } : { from, to },
  }));
}

function forceAfter(known: readonly NumberedEvent[], actId: ActId): ActForce | undefined {
  let force: ActForce | undefined;
  for (const { seq, event } of known) {
    if (isOfActs(event) && event.data.actId === actId) force = evolveForce(force, event, seq);
  }
  return force;
}

function isOfActs(event: DomainEvent): event is EventOf<keyof ActEvents> {
  return event.type === 'act.registered' || event.type === 'act.ended' || event.type === 'act.extended';
}
