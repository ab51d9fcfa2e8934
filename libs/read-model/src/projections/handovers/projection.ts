import {
  evolveHandover,
  HANDOVER_EVENT_VERSIONS,
  parseOfficeId,
  type HandoverEvents,
  type HandoverItem,
  type HandoverRecord,
} from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** Handovers as known at any time: what is recorded of each, from which its state on a day follows. */
export const handovers: AggregateKind<HandoverRecord, keyof HandoverEvents> = {
  name: 'handovers',
  version: 1,
  types: Object.keys(HANDOVER_EVENT_VERSIONS) as (keyof HandoverEvents)[],
  idOf: ({ data }) => data.handoverId,
  evolve: evolveHandover,
  sortOf: ({ drafted }) => drafted.draftedOn,
  keysOf: (record) => [...partyKeys(record), ...[...subjectsOf(record)].map((id) => `subject:${id}`)],
};

export const handoversProjection = aggregateProjection(handovers);

function partyKeys({ drafted }: HandoverRecord): readonly string[] {
  const { giverOfficeId, receiverOfficeId, witnessOfficeId, decidingOfficeId } = drafted;
  const offices = [giverOfficeId, receiverOfficeId, witnessOfficeId, decidingOfficeId];
  return [
    ...offices.flatMap((id) => (id === undefined ? [] : [`office:${id}`])),
    ...[dissolvedUnitOf(drafted)].flatMap((id) => (id === undefined ? [] : [`unit:${id}`])),
    ...[provinceOf(drafted)].flatMap((id) => (id === undefined ? [] : [`province:${id}`])),
  ];
}

/** The unit whose things are given: its own body gave them, or another one for it. */
export function dissolvedUnitOf({
  giverActsFor,
  giverOfficeId,
}: HandoverRecord['drafted']): string | undefined {
  if (giverActsFor !== undefined) return giverActsFor;
  const giver = parseOfficeId(giverOfficeId);
  return giver?.kind === 'UBND_HUYEN' ? giver.rest : undefined;
}

/** The province whose office decides. */
export function provinceOf({ decidingOfficeId }: HandoverRecord['drafted']): string | undefined {
  return parseOfficeId(decidingOfficeId)?.rest;
}

/** Every subject that was ever on a list of it. */
export function subjectsOf({ drafted, facts }: HandoverRecord): ReadonlySet<string> {
  const lists = facts.map((fact): readonly HandoverItem[] => {
    if (fact.type === 'handover.inventoried') return fact.data.items;
    return fact.type === 'handover.corrected' ? (fact.data.items ?? []) : [];
  });
  const items = [drafted.items, ...lists].flat();
  return new Set(items.flatMap(({ subjectId }) => (subjectId === undefined ? [] : [subjectId])));
}
