import type { EventOf } from '../events/catalogue.js';
import {
  type OrganisationId,
  type OrganisationLineage,
  type OrganisationSuccession,
} from '../organisations/organisation.js';
import type { LocalDate } from '../time/local-date.js';
import { withChange } from './evolve.js';
import type { Scheme, SchemeParty, SchemePartyChanged } from './scheme.js';
import { determines, executingSpans, isSchemeClosedOn, type PartySpan } from './state-on.js';

/** Gives the name under which an organisation is registered. */
export type NameOf = (id: OrganisationId) => string | undefined;

/**
 * The changes of executing unit that a scheme is still owed, because its executing unit went into another.
 * It follows decisions on organisations only; units and provinces are not even looked at.
 * Idempotent: a scheme that has had its changes is owed none.
 */
export function planCarry(
  scheme: Scheme,
  lineage: OrganisationLineage,
  nameOf: NameOf,
): readonly EventOf<'scheme.party-changed'>[] {
  const owed = firstOwed(scheme, lineage);
  if (owed === undefined) return [];
  const data = changeBy(scheme, owed, nameOf);
  const moved = { ...scheme, changes: withChange(scheme.changes, data) };
  return [{ type: 'scheme.party-changed', data }, ...planCarry(moved, lineage, nameOf)];
}

interface Owed {
  readonly from: SchemeParty;
  readonly edge: OrganisationSuccession;
  readonly on: LocalDate;
}

function firstOwed(scheme: Scheme, lineage: OrganisationLineage): Owed | undefined {
  for (const span of executingSpans(scheme)) {
    for (const edge of lineage.successionsFrom(span.party.id)) {
      const on = dayOf(span, edge, scheme);
      if (on !== undefined) return { from: span.party, edge, on };
    }
  }
  return undefined;
}

/** The day on which an edge takes a scheme out of a span; undefined where it does not. */
function dayOf(span: PartySpan, edge: OrganisationSuccession, scheme: Scheme): LocalDate | undefined {
  const { effectiveOn, extent, schemeIds = [] } = edge;
  const begun = span.from === undefined || span.from <= effectiveOn;
  // What went whole is no party of anything that began later; of a divided one the other part goes on.
  const takes = extent === 'WHOLE' || (begun && schemeIds.includes(scheme.registration.schemeId));
  const on = begun || span.from === undefined ? effectiveOn : span.from;
  if (span.to !== undefined && span.to <= on) return undefined;
  return takes && determines(edge.provenance) && !isSchemeClosedOn(scheme, on) ? on : undefined;
}

function changeBy(scheme: Scheme, { from, edge, on }: Owed, nameOf: NameOf): SchemePartyChanged {
  const { toId, actId, provenance, source } = edge;
  return {
    schemeId: scheme.registration.schemeId,
    role: 'EXECUTING_UNIT',
    from,
    to: { kind: 'ORGANISATION', id: toId, name: nameOf(toId) ?? toId },
    effectiveOn: on,
    actId,
    manner: 'BY_SUCCESSION',
    reason: reasonOf(edge),
    provenance,
    source,
  };
}

function reasonOf({ fromId, toId, extent, part, effectiveOn }: OrganisationSuccession): string {
  if (extent === 'WHOLE') return `${fromId} went whole into ${toId} on ${effectiveOn}.`;
  return `A part of ${fromId} (${part ?? 'not described'}) went to ${toId} on ${effectiveOn}, and this scheme is listed with it.`;
}
