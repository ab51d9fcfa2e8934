import type { ActEvents } from '../acts/events.js';
import type { EventOf } from '../events/catalogue.js';
import { contains, earlierEnd, type ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';

/** When an act is in force, as known at some time, and which event says so. */
export interface ActForce {
  readonly inForceFrom?: LocalDate;
  /** First day on which it is no longer in force. */
  readonly endsOn?: LocalDate;
  /** Number of the event that says when it ends: its registration, its end or its extension. */
  readonly endSeq: number;
  /** Extensions: from this day on the act is in force only because of that event. */
  readonly extensions: readonly { readonly seq: number; readonly from: LocalDate }[];
}

/** The force of an act after one more event of it. */
export function evolveForce(
  before: ActForce | undefined,
  event: EventOf<keyof ActEvents>,
  seq: number,
): ActForce {
  const from = before?.inForceFrom === undefined ? {} : { inForceFrom: before.inForceFrom };
  const extensions = before?.extensions ?? [];
  switch (event.type) {
    case 'act.registered': {
      const { inForceFrom, lapsesOn } = event.data;
      return {
        ...(inForceFrom === undefined ? {} : { inForceFrom }),
        ...(lapsesOn === undefined ? {} : { endsOn: lapsesOn }),
        endSeq: seq,
        extensions: [],
      };
    }
    case 'act.ended':
      return { ...from, endsOn: event.data.endsOn, endSeq: seq, extensions };
    case 'act.extended': {
      const { lapsesOn } = event.data;
      const known = before?.endsOn;
      return {
        ...from,
        ...(lapsesOn === undefined ? {} : { endsOn: lapsesOn }),
        endSeq: seq,
        extensions: known === undefined ? extensions : [...extensions, { seq, from: known }],
      };
    }
  }
}

/** Whether an act carries an answer on a day; one that is not registered yet does. */
export function isInForce(force: ActForce | undefined, day: LocalDate): boolean {
  const { inForceFrom, endsOn } = force ?? {};
  return (inForceFrom === undefined || inForceFrom <= day) && (endsOn === undefined || day < endsOn);
}

/** Number of the event by which an act is in force on a day, or is not; undefined where only its start says so. */
export function groundOfForce(force: ActForce | undefined, day: LocalDate): number | undefined {
  return isInForce(force, day)
    ? force?.extensions.findLast((extension) => extension.from <= day)?.seq
    : force?.endSeq;
}

/** Parts of an interval on each of which the force of an act says one thing. */
export function cutByForce(days: ValidInterval, force: ActForce | undefined): readonly ValidInterval[] {
  const cuts = [force?.inForceFrom, force?.endsOn, ...(force?.extensions ?? []).map((e) => e.from)];
  const within = cuts.filter((day) => day !== undefined && day !== days.from && contains(days, day));
  const starts = [days.from, ...new Set(within as readonly LocalDate[])].sort();
  return starts.map((from, i) => {
    const to = earlierEnd(starts[i + 1], days.to);
    return to === undefined ? { from } : { from, to };
  });
}
