import type { EventOf } from '../events/catalogue.js';
import type { HandoverFact, HandoverRecord } from './evolve.js';
import type { HandoverCorrection } from './handover.js';
import type { HandoverItem } from './item.js';

/** A fact at its place in the stream: the draft is revision 0. */
export interface PlacedFact {
  readonly fact: HandoverFact;
  readonly revision: number;
}

/** What was recorded as all corrections known by now put it; they hold for every day, because it was wrong on every day. */
export function corrected({ drafted, facts }: HandoverRecord): {
  readonly drafted: HandoverRecord['drafted'];
  readonly facts: readonly PlacedFact[];
} {
  const placed = facts.map((fact, i): PlacedFact => ({ fact, revision: i + 1 }));
  const corrections = placed.flatMap(({ fact, revision }) =>
    fact.type === 'handover.corrected' ? [{ ...fact.data, revision }] : [],
  );
  return corrections.reduce(
    (known, correction) => ({
      drafted: correctedDraft(known.drafted, correction),
      facts: known.facts.map((p) =>
        p.revision < correction.revision ? { ...p, fact: correctedFact(p.fact, correction) } : p,
      ),
    }),
    { drafted, facts: placed },
  );
}

function correctedDraft(
  drafted: HandoverRecord['drafted'],
  correction: HandoverCorrection,
): HandoverRecord['drafted'] {
  return {
    ...drafted,
    // What a correction adds was missing from the inventory, not from the draft.
    items: correctedItems(drafted.items, onlyKnown(correction, drafted.items)),
    ...(correction.effectiveOn === undefined ? {} : { effectiveOn: correction.effectiveOn }),
    ...(correction.place === undefined ? {} : { place: correction.place }),
  };
}

function correctedFact(fact: HandoverFact, correction: HandoverCorrection): HandoverFact {
  if (fact.type === 'handover.inventoried')
    return { ...fact, data: { ...fact.data, items: correctedItems(fact.data.items, correction) } };
  if (fact.type === 'handover.signed') return correctedSignature(fact, correction);
  if (fact.type === 'handover.scheduled' && fact.data.place !== undefined && correction.place !== undefined)
    return { ...fact, data: { ...fact.data, place: correction.place } };
  return fact;
}

function correctedSignature(
  fact: EventOf<'handover.signed'>,
  { signatures = [] }: HandoverCorrection,
): EventOf<'handover.signed'> {
  const right = signatures.find((s) => s.officeId === fact.data.officeId);
  return right === undefined ? fact : { ...fact, data: { ...fact.data, signedOn: right.signedOn } };
}

/** Right items take the place of wrong ones with the same id, or are added. */
function correctedItems(
  items: readonly HandoverItem[],
  { items: right = [], removedItemIds = [] }: HandoverCorrection,
): readonly HandoverItem[] {
  const gone = new Set([...removedItemIds, ...right.map((item) => item.itemId)]);
  return [...items.filter((item) => !gone.has(item.itemId)), ...right];
}

function onlyKnown(correction: HandoverCorrection, known: readonly HandoverItem[]): HandoverCorrection {
  const items = correction.items?.filter((right) => known.some((item) => item.itemId === right.itemId));
  return { ...correction, items: items ?? [] };
}
