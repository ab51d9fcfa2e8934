import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../events/catalogue.js';
import {
  acceptIt,
  after,
  caller,
  clerk,
  CONTRACT,
  DRAFT,
  drafted,
  FILE,
  following,
  giver,
  inventory,
  open,
  receiver,
  SIGHT,
  WAY_TO,
} from '../testing/handovers.js';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { decideDraftHandover } from './decide-draft.js';
import { decideSignHandover } from './decide-sign.js';
import { decideInventoryHandover, decideScheduleHandover } from './decide-steps.js';
import { evolveHandover, type HandoverRecord } from './evolve.js';
import type { HandoverItem } from './item.js';
import { handoverOn } from './timeline.js';

describe('H10: a district itself was investor, and several communes inherit', () => {
  const BAO_YEN = 'UBND_XA:02947@2025-07-01';
  const contractOf = (subjectId: string): HandoverItem => ({
    ...CONTRACT,
    itemId: `hd-${subjectId}`,
    subjectId,
  });

  it('which commune owes the contractor? The one that took over the contract of that cluster, not of that district', () => {
    const handovers = [
      drafted({ handoverId: 'a', items: [contractOf('yen-hop')] }),
      drafted({ handoverId: 'b', receiverOfficeId: BAO_YEN, items: [contractOf('pho-rang')] }),
    ].map((record) => handoverOn(record));
    const owes = handovers.find((h) =>
      h?.items.some((i) => i.kind === 'CONTRACT' && i.subjectId === 'pho-rang'),
    );
    expect(owes?.receiverOfficeId).toBe(BAO_YEN);
  });

  it.each(['CONTRACT', 'ASSET'] as const)('a %s of the whole district cannot be listed', (kind) => {
    const { subjectId: _, ...whole } = CONTRACT;
    const item = { ...whole, kind, ...(kind === 'ASSET' ? { assetClass: 'TRANSFERRED_IN' as const } : {}) };
    expect(refusalOf(inventory(5, clerk, [item])(drafted()))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'items.0.subjectId',
      remedy: expect.stringContaining('once for each'),
    });
  });
});

describe('H23: signed late, refused, with a reservation, or with files missing', () => {
  it('what was not received stands in the handover, with the day of effect as it was', () => {
    const reserved = after(...WAY_TO.SIGNED, acceptIt(16, 'Chưa nhận 3 hộp hồ sơ đất đai'));
    expect(handoverOn(reserved)).toMatchObject({
      state: 'ACCEPTED_WITH_RESERVATION',
      reservation: 'Chưa nhận 3 hộp hồ sơ đất đai',
      effectiveOn: '2025-07-01',
    });
  });

  it('a commune that refuses to sign says so', () => {
    const refused = after(...WAY_TO.SCHEDULED, open(15));
    expect(handoverOn(refused)?.state).toBe('DISCREPANCY_OPEN');
  });

  it('a missing file is confirmed by who manages the thing, and by nobody else', () => {
    const item: HandoverItem = {
      ...FILE,
      managerOfficeId: giver.officeId,
      missingFile: { confirmedByOfficeId: giver.officeId, statement: 'Không còn bản gốc' },
    };
    expect(handoverOn(following(drafted(), inventory(5, clerk, [item])))?.items).toEqual([item]);
  });

  it('the effect, the signatures and nothing else are the days of a handover that was signed a year late', () => {
    const late = { effectiveOn: day('2025-07-01'), draftedOn: day('2026-05-20') };
    expect(handoverOn(drafted(late))).toMatchObject({ effectiveOn: '2025-07-01', since: '2026-05-20' });
  });
});

describe('H24: signed in June 2025, with effect on 2025-07-01', () => {
  const DISTRICT = 'UBND_HUYEN:15.huyen-van-yen@origin';
  const { giverActsFor: _, giverName: _name, ...OWN } = DRAFT;
  const EARLY = { ...OWN, giverOfficeId: DISTRICT, draftedOn: day('2025-06-10') };
  const signing = (record: HandoverRecord, officeId: string, signedOn: string) =>
    decideSignHandover(
      { handoverId: EARLY.handoverId, officeId, signedOn: day(signedOn) },
      record,
      SIGHT,
      caller({ actorId: officeId, officeId }, '2025-06-30'),
    );
  const listing = { handoverId: EARLY.handoverId, inventoriedOn: day('2025-06-12'), items: [CONTRACT] };
  const setting = {
    handoverId: EARLY.handoverId,
    agreedOn: day('2025-06-15'),
    scheduledFor: day('2025-06-25'),
  };
  const JUNE = caller({ actorId: 'clerk', officeId: DISTRICT }, '2025-06-30');
  const early = [
    () => decideDraftHandover(EARLY, undefined, SIGHT, JUNE),
    (r?: HandoverRecord) => decideInventoryHandover(listing, r, SIGHT, JUNE),
    (r?: HandoverRecord) => decideScheduleHandover(setting, r, SIGHT, JUNE),
    (r?: HandoverRecord) => (r === undefined ? r : signing(r, DISTRICT, '2025-06-25')),
    (r?: HandoverRecord) => (r === undefined ? r : signing(r, receiver.officeId, '2025-06-25')),
  ].reduce<HandoverRecord | undefined>((record, step) => {
    const decision = step(record);
    return decision === undefined ? record : eventsOf<DomainEvent>(decision).reduce(evolveHandover, record);
  }, undefined);

  it('minutes signed in June are signed, and their effect stays on its day', () => {
    expect(early === undefined ? undefined : handoverOn(early, day('2025-06-30'))).toMatchObject({
      state: 'SIGNED',
      since: '2025-06-25',
      effectiveOn: '2025-07-01',
    });
  });

  it('a receiver that begins in July may sign in June, an unrelated commune may not', () => {
    const scheduled = early === undefined ? early : { ...early, facts: early.facts.slice(0, 2) };
    if (scheduled === undefined) throw new Error('Nothing was drafted.');
    expect(eventsOf(signing(scheduled, receiver.officeId, '2025-06-25'))).toHaveLength(1);
    expect(refusalOf(signing(scheduled, 'UBND_XA:02947@2025-07-01', '2025-06-25')).code).toBe(
      'INVALID_INPUT',
    );
  });
});

describe('H33: posts, not persons', () => {
  it('a signature keeps the office, the post and an opaque id, and has no field for a name', () => {
    const signed = decideSignHandover(
      {
        handoverId: DRAFT.handoverId,
        officeId: receiver.officeId,
        signedOn: day('2025-07-15'),
        post: 'Chủ tịch UBND xã',
      },
      after(...WAY_TO.SCHEDULED),
      SIGHT,
      caller(receiver),
    );
    expect(Object.keys(eventsOf(signed)[0]?.data ?? {}).sort()).toEqual([
      ...['by', 'handoverId', 'officeId', 'post', 'signedOn'],
    ]);
  });
});
