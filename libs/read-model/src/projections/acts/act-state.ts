import type { ActView } from '#application';
import type { Act, EventOf, LocalDate } from '#domain';
import { UnprojectableEvent } from '../checks.js';

/** An act as known from an event on. */
export interface ActState {
  readonly view: ActView;
  /** Number of the event that says when it ends: its registration, its end or its extension. */
  readonly endSeq: number;
  /** Why it ended, where an end is recorded. */
  readonly endReason?: string;
  /** Extensions: from this day on the act is in force only because of that event. */
  readonly extensions: readonly { readonly seq: number; readonly from: LocalDate }[];
}
export type ActEvent = EventOf<
  'act.registered' | 'act.ended' | 'act.extended' | 'document.issuer-identified'
>;

/** The act after one more event. */
export function evolveAct(
  before: ActState | undefined,
  event: ActEvent,
  seq: number,
  revision: number,
): ActState {
  if (event.type === 'act.registered') return registered(event.data, seq, revision);
  if (before === undefined) throw new UnprojectableEvent(`Act ${event.data.actId} is not registered.`);
  if (event.type === 'document.issuer-identified') {
    const { actId: _act, reason: _reason, ...identifiedIssuer } = event.data;
    return { ...before, view: { ...before.view, identifiedIssuer, revision } };
  }
  const { endsOn, endManner: _manner, endedByActId: _by, ...act } = before.view;
  if (event.type === 'act.ended') {
    const { manner, byActId, reason } = event.data;
    const end = {
      endsOn: event.data.endsOn,
      endManner: manner,
      ...(byActId === undefined ? {} : { endedByActId: byActId }),
    };
    return {
      view: { ...act, ...end, revision },
      endSeq: seq,
      endReason: reason,
      extensions: before.extensions,
    };
  }
  const { lapsesOn } = event.data;
  return {
    view: { ...act, ...(lapsesOn === undefined ? {} : { endsOn: lapsesOn }), revision },
    endSeq: seq,
    extensions: endsOn === undefined ? before.extensions : [...before.extensions, { seq, from: endsOn }],
  };
}

function registered(act: Act, seq: number, revision: number): ActState {
  const end = act.lapsesOn === undefined ? {} : { endsOn: act.lapsesOn };
  return { view: { ...act, ...end, revision }, endSeq: seq, extensions: [] };
}

/** Whether an act carries an answer on a day, as far as is known. */
export function inForce(act: ActState | undefined, day: LocalDate): boolean {
  if (act === undefined) return true;
  const { inForceFrom, endsOn } = act.view;
  return (inForceFrom === undefined || inForceFrom <= day) && (endsOn === undefined || day < endsOn);
}
