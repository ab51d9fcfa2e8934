import type { ActId } from '../acts/act.js';
import { reasonRequired } from '../acts/decide-act.js';
import type { DomainEvent, EventOf } from '../events/catalogue.js';
import type { Provenance } from '../identity/provenance.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import {
  notRegistered,
  refuseBlank,
  refusePromotionBasis,
  type SchemeRegister,
} from '../schemes/register.js';
import type { LocalDate } from '../time/local-date.js';
import { decideRegisterOrganisation } from './decide-organisation.js';
import {
  organisationEnd,
  type OrganisationId,
  type OrganisationLineage,
  type OrganisationRegistration,
  type OrganisationSuccession,
} from './organisation.js';

export type RearrangedPredecessor = Pick<OrganisationSuccession, 'extent' | 'part' | 'schemeIds'> & {
  readonly organisationId: OrganisationId;
};

/** One decision that forms an organisation out of others, or adds others to one that goes on. */
export interface RearrangeCentre {
  readonly successor: OrganisationRegistration;
  readonly predecessors: readonly RearrangedPredecessor[];
  readonly effectiveOn: LocalDate;
  readonly actId: ActId;
  readonly reason: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/**
 * Records the successor, unless it is registered, and the edges that are not recorded yet; none where all are.
 * The schemes follow one by one (`planCarry`).
 * Refuses `REASON_REQUIRED`, `INVALID_INPUT`, `UNKNOWN_SUBJECT`, `UNKNOWN_ACT`, `ACT_NOT_IN_FORCE`,
 * `ALREADY_EXISTS`, `CYCLIC_SUCCESSION`, `NOT_APPLICABLE`, `UNKNOWN_UNIT`.
 */
export function decideRearrangeCentre(
  input: RearrangeCentre,
  register: SchemeRegister,
): Decision<DomainEvent> {
  if (input.reason.trim() === '') return reasonRequired();
  const refusal =
    refuseBlank('source', input.source) ??
    refusePromotionBasis(input.actId, input.effectiveOn, register) ??
    refusePredecessors(input, register);
  if (refusal !== undefined) return refusal;
  const founded = foundSuccessor(input, register);
  if (!founded.ok) return founded;
  const edges = input.predecessors
    .map((predecessor) => edgeOf(input, predecessor))
    .filter((edge) => !isRecorded(edge, register.organisations));
  return accept<DomainEvent>([
    ...founded.events,
    ...edges.map((data): DomainEvent => ({ type: 'organisation.succeeded', data })),
  ]);
}

function foundSuccessor(
  { successor }: RearrangeCentre,
  register: SchemeRegister,
): Decision<EventOf<'organisation.registered'>> {
  if (register.organisation(successor.organisationId) !== undefined) return accept([]);
  return decideRegisterOrganisation(successor, register);
}

function edgeOf(input: RearrangeCentre, predecessor: RearrangedPredecessor): OrganisationSuccession {
  const { organisationId, extent, part, schemeIds } = predecessor;
  const { successor, effectiveOn, actId, provenance, source } = input;
  return {
    fromId: organisationId,
    toId: successor.organisationId,
    extent,
    ...(part === undefined ? {} : { part }),
    ...(schemeIds === undefined ? {} : { schemeIds }),
    effectiveOn,
    actId,
    provenance,
    source,
  };
}

/** The same edge by the same act; what the first recording said of its part and schemes stands. */
function isRecorded(edge: OrganisationSuccession, lineage: OrganisationLineage): boolean {
  return lineage
    .successionsFrom(edge.fromId)
    .some(
      (known) =>
        known.toId === edge.toId && known.actId === edge.actId && known.effectiveOn === edge.effectiveOn,
    );
}

function refusePredecessors(input: RearrangeCentre, register: SchemeRegister): Decision<never> | undefined {
  if (input.predecessors.length === 0) {
    return refuse(
      'INVALID_INPUT',
      'predecessors',
      '',
      'Nothing is rearranged.',
      'Name the organisations that go over, whole or in part.',
    );
  }
  return input.predecessors
    .map((predecessor, i) => refusePredecessor(`predecessors.${i}`, predecessor, input, register))
    .find((refusal) => refusal !== undefined);
}

function refusePredecessor(
  field: string,
  predecessor: RearrangedPredecessor,
  input: RearrangeCentre,
  register: SchemeRegister,
): Decision<never> | undefined {
  const { organisationId } = predecessor;
  if (register.organisation(organisationId) === undefined)
    return notRegistered(`${field}.organisationId`, organisationId);
  return (
    refuseTwice(field, predecessor, input) ??
    refuseExtent(field, predecessor, register) ??
    refuseEnded(field, predecessor, input, register) ??
    refuseCycle(field, predecessor, input, register)
  );
}

function refuseTwice(
  field: string,
  { organisationId }: RearrangedPredecessor,
  { predecessors }: RearrangeCentre,
): Decision<never> | undefined {
  if (predecessors.filter((p) => p.organisationId === organisationId).length === 1) return undefined;
  return refuse(
    'INVALID_INPUT',
    `${field}.organisationId`,
    organisationId,
    'A predecessor is named twice.',
    'Name each once, whole or in part.',
  );
}

/** A part is described and lists its schemes; of a whole there is neither to choose. */
function refuseExtent(
  field: string,
  { extent, part, schemeIds = [] }: RearrangedPredecessor,
  register: SchemeRegister,
): Decision<never> | undefined {
  const described = (part ?? '').trim() !== '';
  const fits = extent === 'PARTIAL' ? described : part === undefined && schemeIds.length === 0;
  if (!fits) {
    return refuse(
      'INVALID_INPUT',
      `${field}.part`,
      part ?? '',
      extent === 'PARTIAL' ? 'The part is not described.' : 'A whole predecessor has no part.',
      'Describe the part that goes over and list its schemes; with a whole predecessor all its schemes go.',
    );
  }
  const unknown = schemeIds.findIndex((id) => register.scheme(id) === undefined);
  return unknown < 0 ? undefined : notRegistered(`${field}.schemeIds.${unknown}`, schemeIds[unknown] ?? '');
}

function refuseEnded(
  field: string,
  predecessor: RearrangedPredecessor,
  input: RearrangeCentre,
  { organisations }: SchemeRegister,
): Decision<never> | undefined {
  const { organisationId } = predecessor;
  const end = organisationEnd(organisationId, organisations);
  const edge = edgeOf(input, predecessor);
  if (end === undefined || isRecorded(edge, organisations)) return undefined;
  if (edge.extent === 'PARTIAL' && edge.effectiveOn < end.effectiveOn) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    `${field}.organisationId`,
    organisationId,
    `It went whole into ${end.toId} on ${end.effectiveOn}.`,
    `Name ${end.toId}, or a part that left before that day.`,
  );
}

/** What went over cannot be where it goes to, at once or by later steps. */
function refuseCycle(
  field: string,
  { organisationId }: RearrangedPredecessor,
  { successor }: RearrangeCentre,
  { organisations }: SchemeRegister,
): Decision<never> | undefined {
  const ended = organisationEnd(successor.organisationId, organisations) !== undefined;
  if (organisationId !== successor.organisationId && !ended) return undefined;
  return refuse(
    'CYCLIC_SUCCESSION',
    `${field}.organisationId`,
    organisationId,
    ended
      ? `${successor.organisationId} itself went whole into another.`
      : 'An organisation cannot succeed itself.',
    'Name a successor that goes on.',
  );
}
