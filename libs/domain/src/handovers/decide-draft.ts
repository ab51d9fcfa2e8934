import { refuseBasis, unknownAct } from '../acts/decide-act.js';
import type { EventOf } from '../events/catalogue.js';
import { refuseId } from '../identity/refuse.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { refuseFuture } from '../refusals/refuse-future.js';
import type { LocalDate } from '../time/local-date.js';
import { firstOf, refuseBlank } from './checks.js';
import type { HandoverRecord } from './evolve.js';
import type { HandoverParticulars } from './handover.js';
import type { HandoverItem } from './item.js';
import { refuseDecidingOffice, refuseDraftBetweenProvinces, refuseStrangeDrafter } from './parties.js';
import { refuseItems } from './refuse-items.js';
import { knowingGiver, type HandoverCaller, type HandoverSight } from './sight.js';

export type DraftHandover = HandoverParticulars & {
  readonly draftedOn: LocalDate;
  readonly items: readonly HandoverItem[];
};

/**
 * Drafts a handover. It moves no authority: that has moved, or will, by its basis alone.
 * Refuses `NOT_YOUR_OFFICE` for whoever has no part in it, `NOT_APPLICABLE` for who cannot decide on it, `ALREADY_EXISTS`, `INVALID_INPUT`, `UNKNOWN_OFFICE`, `UNKNOWN_UNIT`, `UNIT_NOT_IN_FORCE`, `UNKNOWN_ACT`,
 * `ACT_NOT_IN_FORCE`, and what is wrong with an item.
 */
export function decideDraftHandover(
  input: DraftHandover,
  record: HandoverRecord | undefined,
  known: HandoverSight,
  caller: HandoverCaller,
): Decision<EventOf<'handover.drafted'>> {
  const { by, today } = caller;
  const sight = knowingGiver(known, input);
  const days = [input.draftedOn, input.effectiveOn];
  const refused = firstOf(
    () => refuseStrangeDrafter(input, input.draftedOn, sight, caller),
    () => refuseId('handoverId', input.handoverId),
    () => refuseTakenId(input.handoverId, record, sight),
    () => refuseFuture('draftedOn', input.draftedOn, today),
    () => refuseBlank('giverName', input.giverName),
    () => refuseBlank('place', input.place),
    () => refuseParties(input, sight),
    () => refuseDissolvedUnit(input, sight),
    () => refuseDraftBetweenProvinces(input, days, sight.lineage, caller),
    () => refuseDecidingOffice(input, days, sight.lineage),
    () => refuseBasis('basis.actId', input.basis.actId, input.effectiveOn, sight.acts),
    () =>
      input.orderActId === undefined || sight.acts(input.orderActId) !== undefined
        ? undefined
        : unknownAct('orderActId', input.orderActId),
    () => refuseItems(input.items, input.draftedOn, sight),
  );
  return refused ?? accept([{ type: 'handover.drafted', data: { ...input, by } }]);
}

function refuseTakenId(
  id: string,
  record: HandoverRecord | undefined,
  sight: HandoverSight,
): Decision<never> | undefined {
  if (record === undefined && !sight.subjectExists(id)) return undefined;
  return refuse(
    'ALREADY_EXISTS',
    'handoverId',
    id,
    `Something is recorded under ${id} already.`,
    'Use it, or give another id.',
  );
}

/** An office that signs before the reform for one after it, or the other way round, exists on one of the two days. */
function refuseParties(input: DraftHandover, sight: HandoverSight): Decision<never> | undefined {
  if (input.giverOfficeId === input.receiverOfficeId)
    return refuse(
      'INVALID_INPUT',
      'receiverOfficeId',
      input.receiverOfficeId,
      'Nobody hands over to himself.',
      'Name the office that receives.',
    );
  for (const field of ['giverOfficeId', 'receiverOfficeId', 'witnessOfficeId', 'decidingOfficeId'] as const) {
    const id = input[field];
    if (id === undefined) continue;
    const exists = [input.draftedOn, input.effectiveOn].some((day) => sight.officeExists(id, day));
    if (!exists)
      return refuse(
        'UNKNOWN_OFFICE',
        field,
        id,
        `No office ${id} exists on ${input.draftedOn} or on ${input.effectiveOn}.`,
        'Name an office such as UBND_XA:15520@2025-07-01, of a unit that exists then.',
      );
  }
  return undefined;
}

function refuseDissolvedUnit(
  { giverActsFor, draftedOn }: DraftHandover,
  { lineage }: HandoverSight,
): Decision<never> | undefined {
  if (giverActsFor === undefined) return undefined;
  const lifetime = lineage.lifetime(giverActsFor);
  if (lifetime === undefined)
    return refuse(
      'UNKNOWN_UNIT',
      'giverActsFor',
      giverActsFor,
      `No unit ${giverActsFor} is recorded.`,
      'Name the dissolved unit whose things are given.',
    );
  if (lifetime.to !== undefined && lifetime.to <= draftedOn) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'giverActsFor',
    giverActsFor,
    `The unit ${giverActsFor} exists on ${draftedOn}.`,
    'Let its own office give; another body acts for a unit that has ended.',
  );
}
