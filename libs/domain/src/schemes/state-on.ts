import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';
import type {
  Scheme,
  SchemeParties,
  SchemeParty,
  SchemePartyChanged,
  SchemeRole,
  StepFact,
} from './scheme.js';

/** Days for which one party has a role; absent ends are open. */
export interface PartySpan {
  readonly party: SchemeParty;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** The step in which a scheme stood on a day; undefined before the first that is known. */
export function schemeStepOn({ steps }: Pick<Scheme, 'steps'>, day: LocalDate): StepFact | undefined {
  return steps.findLast(({ effectiveOn }) => effectiveOn === undefined || effectiveOn <= day);
}

/** True where the scheme is recorded as closed by that day. */
export function isSchemeClosedOn(scheme: Pick<Scheme, 'steps'>, day: LocalDate): boolean {
  return schemeStepOn(scheme, day)?.to === 'CLOSED';
}

/** What is inferred or comes from memory names no party. */
export function determines(provenance: Provenance): boolean {
  return provenance !== 'INFERRED' && provenance !== 'UNVERIFIED';
}

/** The parties of a role on a day: at most one, but for beneficiaries. */
export function schemePartiesOn(scheme: Scheme, role: SchemeRole, day: LocalDate): readonly SchemeParty[] {
  return partyChanges(scheme, role, day).reduce(
    (parties, change) => afterChange(role, parties, change),
    partiesAtFirst(scheme, role),
  );
}

/** The changes that led to the parties of a role on a day, oldest first. */
export function partyChanges(
  scheme: Scheme,
  role: SchemeRole,
  day?: LocalDate,
): readonly SchemePartyChanged[] {
  return scheme.changes.filter(
    (c) => c.role === role && (day === undefined || c.effectiveOn <= day) && determines(c.provenance),
  );
}

/** Who was executing unit when, by day; of two changes on one day the later recorded one counts. */
export function executingSpans(scheme: Scheme): readonly PartySpan[] {
  const changes = partyChanges(scheme, 'EXECUTING_UNIT').filter(
    (change, i, all) => all[i + 1]?.effectiveOn !== change.effectiveOn,
  );
  const [first] = partiesAtFirst(scheme, 'EXECUTING_UNIT');
  const starts: readonly PartySpan[] = [
    ...(first === undefined ? [] : [{ party: first, ...startOf(scheme) }]),
    ...changes.map(({ to, effectiveOn }) => ({ party: to, from: effectiveOn })),
  ];
  return starts.map((span, i) => {
    const to = starts[i + 1]?.from;
    return to === undefined ? span : { ...span, to };
  });
}

function startOf({ registration: { from } }: Scheme): { readonly from?: LocalDate } {
  return from === undefined ? {} : { from };
}

function partiesAtFirst({ registration }: Scheme, role: SchemeRole): readonly SchemeParty[] {
  return determines(registration.provenance) ? partiesIn(registration.parties, role) : [];
}

/** The parties of a role as a registration names them. */
export function partiesIn(parties: SchemeParties, role: SchemeRole): readonly SchemeParty[] {
  switch (role) {
    case 'EXECUTING_UNIT':
      return parties.executingUnit === undefined ? [] : [parties.executingUnit];
    case 'BENEFICIARY':
      return parties.beneficiaries;
    case 'DEPARTMENT':
      return parties.department === undefined ? [] : [parties.department];
  }
}

function afterChange(
  role: SchemeRole,
  parties: readonly SchemeParty[],
  { from, to }: SchemePartyChanged,
): readonly SchemeParty[] {
  if (role !== 'BENEFICIARY') return [to];
  return [...parties.filter((party) => party.id !== from?.id && party.id !== to.id), to];
}
