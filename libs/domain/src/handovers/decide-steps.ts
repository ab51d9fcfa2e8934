import { refuse, type Decision } from '../refusals/refusal.js';
import { refuseFuture } from '../refusals/refuse-future.js';
import type { LocalDate } from '../time/local-date.js';
import { decideFact, firstOf, refuseBlank, unknownHandover } from './checks.js';
import type { HandoverFact, HandoverRecord } from './evolve.js';
import type { HandoverId } from './handover.js';
import type { HandoverItem } from './item.js';
import { refuseStranger } from './parties.js';
import { refuseItems } from './refuse-items.js';
import { knowingGiver, type HandoverCaller, type HandoverSight } from './sight.js';
import { handoverOn } from './timeline.js';

export interface InventoryHandover {
  readonly handoverId: HandoverId;
  readonly inventoriedOn: LocalDate;
  readonly items: readonly HandoverItem[];
}

/**
 * Records the checked list (kiểm kê), which takes the place of the one before.
 * Who draws it up cannot sign or accept it.
 */
export function decideInventoryHandover(
  input: InventoryHandover,
  record: HandoverRecord | undefined,
  sight: HandoverSight,
  caller: HandoverCaller,
): Decision<HandoverFact> {
  if (record === undefined) return unknownHandover(input.handoverId);
  const { by, today } = caller;
  const refused = firstOf(
    () => refuseStranger(record.drafted, input.inventoriedOn, sight, caller),
    () => refuseFuture('inventoriedOn', input.inventoriedOn, today),
    () =>
      input.items.length > 0
        ? undefined
        : refuse('INVALID_INPUT', 'items', '', 'The list is empty.', 'List what is handed over.'),
    () => refuseItems(input.items, input.inventoriedOn, knowingGiver(sight, record.drafted)),
  );
  return refused ?? decideFact(record, { type: 'handover.inventoried', data: { ...input, by } });
}

export interface ScheduleHandover {
  readonly handoverId: HandoverId;
  readonly agreedOn: LocalDate;
  /** The day on which the minutes are to be signed. */
  readonly scheduledFor: LocalDate;
  readonly place?: string;
}

/** Sets the day and the place at which the minutes are to be signed. */
export function decideScheduleHandover(
  input: ScheduleHandover,
  record: HandoverRecord | undefined,
  sight: HandoverSight,
  caller: HandoverCaller,
): Decision<HandoverFact> {
  if (record === undefined) return unknownHandover(input.handoverId);
  const { by, today } = caller;
  const refused = firstOf(
    () => refuseStranger(record.drafted, input.agreedOn, sight, caller),
    () => refuseFuture('agreedOn', input.agreedOn, today),
    () => refuseBlank('place', input.place),
    () =>
      input.agreedOn <= input.scheduledFor
        ? undefined
        : refuse(
            'INVALID_INTERVAL',
            'scheduledFor',
            input.scheduledFor,
            `The day was set on ${input.agreedOn}, after it had passed.`,
            'Give a day from then on.',
          ),
  );
  return refused ?? decideFact(record, { type: 'handover.scheduled', data: { ...input, by } });
}

export interface AddHandoverAttachment {
  readonly handoverId: HandoverId;
  /** SHA-256 of the content, in small hexadecimal digits. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly title: string;
  readonly itemId?: string;
  readonly addedOn: LocalDate;
}

/** Records a document by its hash, size and type; its content stays where it is. */
export function decideAddHandoverAttachment(
  input: AddHandoverAttachment,
  record: HandoverRecord | undefined,
  sight: HandoverSight,
  caller: HandoverCaller,
): Decision<HandoverFact> {
  const handover = record === undefined ? undefined : handoverOn(record);
  if (record === undefined || handover === undefined) return unknownHandover(input.handoverId);
  const { by, today } = caller;
  const refused = firstOf(
    () => refuseStranger(record.drafted, input.addedOn, sight, caller),
    () => refuseFuture('addedOn', input.addedOn, today),
    () => refuseContent(input),
    () => refuseItemId(input.itemId, handover.items),
    () =>
      handover.attachments.some((a) => a.sha256 === input.sha256)
        ? refuse(
            'ALREADY_EXISTS',
            'sha256',
            input.sha256,
            'This document is attached already.',
            'Nothing is left to do.',
          )
        : undefined,
  );
  return refused ?? decideFact(record, { type: 'handover.attachment-added', data: { ...input, by } });
}

function refuseContent({
  sha256,
  sizeBytes,
  mediaType,
  title,
}: AddHandoverAttachment): Decision<never> | undefined {
  const invalid = (field: string, value: string, remedy: string): Decision<never> =>
    refuse('INVALID_INPUT', field, value, `The ${field} of the document is not one.`, remedy);
  if (!/^[0-9a-f]{64}$/.test(sha256)) return invalid('sha256', sha256, 'Give 64 small hexadecimal digits.');
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1)
    return invalid('sizeBytes', String(sizeBytes), 'Give the whole number of bytes.');
  if (!/^[a-z]+\/[a-z0-9.+-]+$/.test(mediaType))
    return invalid('mediaType', mediaType, 'Give a type such as application/pdf.');
  return refuseBlank('title', title);
}

/** Refuses an item that is not on the list; undefined where none is named. */
export function refuseItemId(
  itemId: string | undefined,
  items: readonly HandoverItem[],
): Decision<never> | undefined {
  if (itemId === undefined || items.some((item) => item.itemId === itemId)) return undefined;
  return refuse(
    'INVALID_INPUT',
    'itemId',
    itemId,
    `The list has no item ${itemId}.`,
    'Name an item of the list, or none.',
  );
}
