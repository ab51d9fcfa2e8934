import type { DomainEvent } from '#domain';

/** What an event says of itself, whatever its type. */
export interface About {
  readonly effectiveFrom?: string;
  readonly actId?: string;
  readonly reason?: string;
  /** Id of the event it corrects. */
  readonly corrects?: string;
}

/** Since when an event has effect, under which act, and why. */
export function about(event: DomainEvent): About {
  switch (event.type) {
    case 'unit.listed':
    case 'unit.alias-recorded':
    case 'import.reconciled':
      return {};
    case 'unit.established':
    case 'unit.abolished':
    case 'unit.renamed':
    case 'unit.retyped':
    case 'unit.reparented':
      return { effectiveFrom: event.data.effectiveFrom, actId: event.data.actId };
    case 'unit.succeeded':
      return { effectiveFrom: event.data.effectiveOn, actId: event.data.actId };
    case 'act.registered':
      return { ...optional('effectiveFrom', event.data.inForceFrom), actId: event.data.actId };
    case 'act.ended':
      return {
        effectiveFrom: event.data.endsOn,
        actId: event.data.byActId ?? event.data.actId,
        reason: event.data.reason,
      };
    case 'act.extended':
      return { actId: event.data.byActId, reason: event.data.reason };
    case 'duty.catalogued':
      return {
        ...optional('effectiveFrom', event.data.rules[0]?.from),
        ...optional('actId', event.data.rules[0]?.basisActId),
      };
    case 'cluster.registered':
      return { ...optional('effectiveFrom', event.data.since) };
    case 'cluster.placed':
      return {
        ...optional('effectiveFrom', event.data.placement.from),
        actId: event.data.actId,
        reason: event.data.reason,
      };
    case 'investor.appointed':
      return { ...optional('effectiveFrom', event.data.from), ...optional('actId', event.data.actId) };
    case 'responsibility.assigned':
      return {
        effectiveFrom: event.data.from,
        ...optional('actId', event.data.basis.actId),
        ...optional('reason', event.data.reason),
      };
    case 'responsibility.reassigned':
      return {
        effectiveFrom: event.data.from,
        ...optional('actId', event.data.actId ?? event.data.basis.actId),
        ...optional('reason', event.data.reason),
      };
    case 'responsibility.corrected':
      return {
        effectiveFrom: event.data.from,
        actId: event.data.actId,
        reason: event.data.reason,
        corrects: event.data.corrects,
      };
  }
}

/** Leaves an undefined value out, as exact optional properties want it. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}
