import type { Clocks, OrganisationView, SchemeView } from '#application';
import {
  schemePartiesOn,
  schemeStepOn,
  type NamedOffice,
  type OrganisationSuccession,
  type SchemeParty,
  type SchemePartyChanged,
} from '#domain';
import type { NamedOfficeType, OrganisationSuccessionType, OrganisationType } from './types/organisation.js';
import type { SchemePartyChangeType, SchemePartyType, SchemeType } from './types/scheme.js';

/** Schemes and organisations as GraphQL nodes: each carries the clocks for everything below it. */

export function schemeNode(view: SchemeView, clocks: Clocks): SchemeType {
  const { registration, steps, changes, revision } = view;
  const { validAt, knownSeq } = clocks;
  const [department] = schemePartiesOn(view, 'DEPARTMENT', validAt);
  return {
    ...registration,
    id: registration.schemeId,
    view,
    clocks,
    revision,
    step: schemeStepOn(view, validAt)?.to ?? 'UNKNOWN',
    steps: steps.map((step) => ({ ...step, knownSeq })),
    partyChanges: changes.map((change) => changeNode(change, clocks)),
    beneficiaries: schemePartiesOn(view, 'BENEFICIARY', validAt).map((party) => partyNode(party, clocks)),
    ...(department === undefined ? {} : { department: partyNode(department, clocks) }),
  };
}

export function partyNode(party: SchemeParty, clocks: Clocks): SchemePartyType {
  return { ...party, clocks };
}

export function changeNode(change: SchemePartyChanged, clocks: Clocks): SchemePartyChangeType {
  const { from, to, ...rest } = change;
  const left = from === undefined ? {} : { from: partyNode(from, clocks) };
  return { ...rest, clocks, to: partyNode(to, clocks), ...left };
}

/** `end` is the edge by which it went whole into another, where one is known. */
export function organisationNode(
  { registration, revision }: OrganisationView,
  end: OrganisationSuccession | undefined,
  clocks: Clocks,
): OrganisationType {
  const { organisationId, parent, guidance, ...rest } = registration;
  return {
    ...rest,
    id: organisationId,
    clocks,
    revision,
    ...(parent === undefined ? {} : { parent: namedOfficeNode(parent, clocks) }),
    ...(guidance === undefined ? {} : { guidance: namedOfficeNode(guidance, clocks) }),
    ...(end === undefined ? {} : { until: end.effectiveOn }),
  };
}

function namedOfficeNode(office: NamedOffice, clocks: Clocks): NamedOfficeType {
  return { ...office, clocks };
}

export function organisationSuccessionNode(
  edge: OrganisationSuccession,
  clocks: Clocks,
): OrganisationSuccessionType {
  return { ...edge, schemeIds: edge.schemeIds ?? [], clocks };
}
