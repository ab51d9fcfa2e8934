import { describe, expect, it } from '@jest/globals';
import { day } from '../testing/law.js';
import {
  acceptIt,
  after,
  approve,
  attach,
  caller,
  CANCEL,
  chairman,
  clerk,
  CONTRACT,
  CORRECT,
  decided,
  DRAFT,
  drafted,
  FILE,
  following,
  giver,
  HANDOVER,
  inventory,
  july,
  open,
  OTHER_EVENT,
  propose,
  receiver,
  RESOLVE,
  schedule,
  SIGHT,
  sign,
  TEMPORARY,
  WAY_TO,
  witness,
} from '../testing/handovers.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { decideDeclineHandoverDecision } from './decide-decisions.js';
import { decideDraftHandover, type DraftHandover } from './decide-draft.js';
import { decideSignHandover } from './decide-sign.js';
import {
  decideAddHandoverAttachment,
  decideInventoryHandover,
  decideScheduleHandover,
} from './decide-steps.js';
import type { HandoverActor } from './handover.js';
import { needsMinute, type HandoverItem } from './item.js';
import { handoverOn } from './timeline.js';

const draft = (more: Partial<DraftHandover>, by = clerk) =>
  decideDraftHandover({ ...DRAFT, ...more }, undefined, SIGHT, caller(by));
const listing = (item: Partial<HandoverItem>) => inventory(5, clerk, [{ ...FILE, ...item }]);
const refusedItem = (item: Partial<HandoverItem>) => refusalOf(listing(item)(drafted()));

describe('a draft', () => {
  it('records who gives for whom, to whom and why, and who drafted it', () => {
    expect(eventsOf(draft({}))).toEqual([{ type: 'handover.drafted', data: { ...DRAFT, by: clerk } }]);
  });

  it.each<[string, Partial<DraftHandover>, string, string]>([
    ['to itself', { receiverOfficeId: DRAFT.giverOfficeId }, 'INVALID_INPUT', 'receiverOfficeId'],
    ['from a body without a name', { giverName: ' ' }, 'INVALID_INPUT', 'giverName'],
    ['to no office', { receiverOfficeId: 'UBND_XA:99999@origin' }, 'UNKNOWN_OFFICE', 'receiverOfficeId'],
    ['under no office', { decidingOfficeId: 'CT_UBND_TINH:99@origin' }, 'UNKNOWN_OFFICE', 'decidingOfficeId'],
    ['for an unknown unit', { giverActsFor: '99.x@origin' }, 'UNKNOWN_UNIT', 'giverActsFor'],
    ['for a unit that exists', { giverActsFor: '04441@2025-07-01' }, 'NOT_APPLICABLE', 'giverActsFor'],
    ['on no act', { basis: { actId: 'x' } }, 'UNKNOWN_ACT', 'basis.actId'],
    ['on an act before its day', { effectiveOn: day('2025-06-30') }, 'ACT_NOT_IN_FORCE', 'basis.actId'],
    ['by no order', { orderActId: 'x' }, 'UNKNOWN_ACT', 'orderActId'],
    ['of a day to come', { draftedOn: day('2027-01-01') }, 'INVALID_INPUT', 'draftedOn'],
    ['under no id', { handoverId: 'Bàn giao' }, 'INVALID_INPUT', 'handoverId'],
    ['under the id of a cluster', { handoverId: 'yen-hop' }, 'ALREADY_EXISTS', 'handoverId'],
  ])('%s is refused', (_name, more, code, field) => {
    expect(refusalOf(draft(more))).toMatchObject({ code, field });
  });

  it('from a body that nothing names is refused', () => {
    const { giverName: _, ...unnamed } = DRAFT;
    const decision = decideDraftHandover(unnamed, undefined, SIGHT, caller(clerk));
    expect(refusalOf(decision)).toMatchObject({ code: 'UNKNOWN_OFFICE', field: 'giverOfficeId' });
  });

  it('is made once', () => {
    const again = decideDraftHandover(DRAFT, drafted(), SIGHT, caller(clerk));
    expect(refusalOf(again).code).toBe('ALREADY_EXISTS');
  });

  it('may be ordered by a decision that is younger than the effect', () => {
    expect(eventsOf(draft({ orderActId: 'qd-1637' }))).toHaveLength(1);
  });
});

describe('the list', () => {
  it.each<[string, Partial<HandoverItem>, string, string]>([
    ['an id with a blank', { itemId: 'hs 1' }, 'INVALID_INPUT', 'items.0.itemId'],
    ['no description', { description: ' ' }, 'INVALID_INPUT', 'items.0.description'],
    ['a comma in its number', { quantity: '1,5' }, 'INVALID_INPUT', 'items.0.quantity'],
    ['no amount of money', { kind: 'MONEY' }, 'INVALID_INPUT', 'items.0.amountVnd'],
    [
      'an asset without a class',
      { kind: 'ASSET', subjectId: 'yen-hop' },
      'INVALID_INPUT',
      'items.0.assetClass',
    ],
    ['a class without an asset', { assetClass: 'TRANSFERRED_IN' }, 'INVALID_INPUT', 'items.0.assetClass'],
    [
      'what is assigned already',
      { kind: 'ASSET', assetClass: 'ASSIGNED_ALREADY', subjectId: 'yen-hop' },
      'NOT_APPLICABLE',
      'items.0.assetClass',
    ],
    [
      'what is managed without a document, unconfirmed',
      { kind: 'ASSET', assetClass: 'MANAGED_WITHOUT_DOCUMENT', subjectId: 'yen-hop' },
      'EVIDENCE_REQUIRED',
      'items.0.missingFile',
    ],
    ['a contract of nothing', { kind: 'CONTRACT' }, 'INVALID_INPUT', 'items.0.subjectId'],
    ['an unknown subject', { subjectId: 'x' }, 'UNKNOWN_SUBJECT', 'items.0.subjectId'],
    [
      'an unknown manager',
      { managerOfficeId: 'UBND_XA:1@origin' },
      'UNKNOWN_OFFICE',
      'items.0.managerOfficeId',
    ],
    [
      'a confirmation by somebody else',
      {
        managerOfficeId: giver.officeId,
        missingFile: { confirmedByOfficeId: receiver.officeId, statement: 'Thiếu bản gốc' },
      },
      'INVALID_INPUT',
      'items.0.missingFile.confirmedByOfficeId',
    ],
    [
      'an empty confirmation',
      {
        managerOfficeId: giver.officeId,
        missingFile: { confirmedByOfficeId: giver.officeId, statement: '' },
      },
      'INVALID_INPUT',
      'items.0.missingFile.statement',
    ],
  ])('refuses %s', (_name, item, code, field) => {
    expect(refusedItem(item)).toMatchObject({ code, field });
  });

  it('takes what its manager confirms', () => {
    const missingFile = { confirmedByOfficeId: giver.officeId, statement: 'Không còn quyết định giao' };
    const item = {
      kind: 'ASSET',
      assetClass: 'MANAGED_WITHOUT_DOCUMENT',
      subjectId: 'yen-hop',
      managerOfficeId: giver.officeId,
      missingFile,
    } as const;
    expect(handoverOn(following(drafted(), listing(item)))?.items).toMatchObject([{ missingFile }]);
  });

  it('refuses an item twice, and to be empty', () => {
    expect(refusalOf(inventory(5, clerk, [FILE, FILE])(drafted()))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'items.1.itemId',
    });
    expect(refusalOf(inventory(5, clerk, [])(drafted()))).toMatchObject({ field: 'items' });
  });

  it('says which asset needs a minute: d and đ only', () => {
    const asset = { ...CONTRACT, kind: 'ASSET' } as const;
    expect(needsMinute({ ...asset, assetClass: 'ASSIGNED_TO_OTHERS' })).toBe(true);
    expect(needsMinute({ ...asset, assetClass: 'TRANSFERRED_IN' })).toBe(true);
    expect(needsMinute({ ...asset, assetClass: 'MANAGED_WITHOUT_DOCUMENT' })).toBe(false);
    expect(needsMinute({ ...asset, assetClass: 'TEMPORARILY_ASSIGNED' })).toBe(false);
    expect(needsMinute(CONTRACT)).toBeUndefined();
  });
});

describe('the offices', () => {
  const scheduled = after(...WAY_TO.SCHEDULED);
  const posing: HandoverActor = { actorId: 'somebody', officeId: 'UBND_XA:04426@origin' };

  it('sign for themselves only', () => {
    const signing = (by: HandoverActor) =>
      decideSignHandover(
        { handoverId: HANDOVER, officeId: giver.officeId, signedOn: july(15) },
        scheduled,
        SIGHT,
        caller(by),
      );
    expect(eventsOf(signing(giver))).toHaveLength(1);
    for (const by of [receiver, chairman, witness, { actorId: 'local', officeId: 'local' }])
      expect(refusalOf(signing(by))).toMatchObject({ code: 'NOT_YOUR_OFFICE', value: by.officeId });
    expect(refusalOf(sign(posing, 15)(scheduled))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'officeId',
    });
  });

  it.each([
    ['accept', acceptIt(16, undefined, giver), WAY_TO.SIGNED],
    ['open a discrepancy', open(16, chairman), WAY_TO.SIGNED],
    ['propose', propose(17, RESOLVE(), posing), WAY_TO.DISCREPANCY_OPEN],
    ['approve', approve(17, 'p1', giver), [...WAY_TO.DISCREPANCY_OPEN, propose(17, RESOLVE())]],
  ])('cannot %s where it is not their part', (_name, step, way) => {
    expect(refusalOf(step(after(...way)))).toMatchObject({ code: 'NOT_YOUR_OFFICE', field: 'officeId' });
  });

  const committee: HandoverActor = { actorId: 'committee', officeId: 'UBND_TINH:15@2025-07-01' };
  const formerCommittee: HandoverActor = { actorId: 'then', officeId: 'UBND_TINH:15@origin' };
  const PREPARING = [
    ['draft', (by: HandoverActor) => draft({}, by)],
    ['list', (by: HandoverActor) => inventory(5, by)(drafted())],
    ['set a day', (by: HandoverActor) => schedule(6, 15, by)(after(...WAY_TO.INVENTORIED))],
    ['attach', (by: HandoverActor) => attach(5, by)(drafted())],
  ] as const;

  it.each(PREPARING)('%s where they are a party, decide, or stand above one, and nobody else', (step, as) => {
    for (const by of [giver, receiver, chairman, committee, ...(step === 'draft' ? [] : [witness])])
      expect(eventsOf(as({ ...by, actorId: 'somebody' }))).toHaveLength(1);
    for (const by of [posing, { actorId: 'x', officeId: 'UBND_TINH:01@2025-07-01' }])
      expect(refusalOf(as(by))).toMatchObject({
        code: 'NOT_YOUR_OFFICE',
        field: 'officeId',
        value: by.officeId,
      });
  });

  const HANOI = 'CT_UBND_TINH:01@origin';
  it.each([
    ['its receiver', DRAFT.receiverOfficeId],
    ['its giver', DRAFT.giverOfficeId],
    ['a commune', 'UBND_XA:15520@2025-07-01'],
    ['the chairman of another province', HANOI],
  ])('do not name %s as who decides', (_name, decidingOfficeId) => {
    expect(refusalOf(draft({ decidingOfficeId }))).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'decidingOfficeId',
      value: decidingOfficeId,
      remedy: expect.stringContaining(DRAFT.decidingOfficeId),
    });
  });

  it('have no part by naming themselves', () => {
    const stranger = { actorId: 'x', officeId: HANOI };
    expect(refusalOf(draft({ witnessOfficeId: HANOI }, stranger)).code).toBe('NOT_YOUR_OFFICE');
    expect(refusalOf(draft({ decidingOfficeId: HANOI }, stranger)).code).toBe('NOT_APPLICABLE');
    expect(eventsOf(draft({ decidingOfficeId: 'CHINH_PHU' }))).toHaveLength(1);
  });

  const SOC_SON = '01.huyen-soc-son@origin';
  it.each<[string, Partial<DraftHandover>, string]>([
    ['from another province for its district', { giverActsFor: SOC_SON, decidingOfficeId: HANOI }, HANOI],
    [
      'from another province',
      { giverOfficeId: 'UBND_XA:00376@2025-07-01', decidingOfficeId: HANOI },
      'UBND_XA:00376@2025-07-01',
    ],
    [
      'for a district of another province, between two offices of one',
      { giverActsFor: SOC_SON },
      chairman.officeId,
    ],
    ['from a national office', { giverOfficeId: 'CUC' }, chairman.officeId],
  ])('%s: only a national office drafts and decides', (_name, more, officeId) => {
    const by = { actorId: 'x', officeId };
    const ministry = { actorId: 'y', officeId: 'BO_CONG_THUONG' };
    const national = { ...more, decidingOfficeId: ministry.officeId };
    expect(refusalOf(draft(more, by))).toMatchObject({ code: 'NOT_YOUR_OFFICE', value: officeId });
    expect(refusalOf(draft(national, by)).code).toBe('NOT_YOUR_OFFICE');
    const operator = { ...caller({ actorId: 'local', officeId: 'local' }), operator: true } as const;
    expect(refusalOf(decideDraftHandover({ ...DRAFT, ...more }, undefined, SIGHT, operator))).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'decidingOfficeId',
      remedy: 'Name the national office that decides.',
    });
    expect(eventsOf(draft(national, ministry))).toHaveLength(1);
  });

  it('of a province of that day draft what is drafted then, and not what is drafted after it', () => {
    const { witnessOfficeId: _w, giverActsFor: _f, giverName: _n, ...own } = DRAFT;
    const june = { ...own, giverOfficeId: 'UBND_XA:04441@origin', draftedOn: day('2025-06-20') };
    const on = (draftedOn: DraftHandover['draftedOn'], by = formerCommittee) =>
      decideDraftHandover({ ...june, draftedOn }, undefined, SIGHT, caller(by));
    expect(eventsOf(on(june.draftedOn))).toHaveLength(1);
    expect(eventsOf(on(june.draftedOn, committee))).toHaveLength(1);
    expect(refusalOf(on(july(3))).code).toBe('NOT_YOUR_OFFICE');
  });

  it('are not needed where the operator records what they drew up; he signs for none', () => {
    const operator = { ...caller({ actorId: 'local', officeId: 'local' }), operator: true } as const;
    expect(eventsOf(decideDraftHandover(DRAFT, undefined, SIGHT, operator))).toHaveLength(1);
    const signature = { handoverId: HANDOVER, officeId: giver.officeId, signedOn: july(15) };
    expect(refusalOf(decideSignHandover(signature, scheduled, SIGHT, operator)).code).toBe('NOT_YOUR_OFFICE');
  });

  it('sign once, and not on a day to come', () => {
    const one = following(scheduled, sign(giver, 15));
    expect(refusalOf(sign(giver, 15)(one))).toMatchObject({
      code: 'INVALID_STEP',
      message: expect.stringContaining('has signed already'),
    });
  });

  it('that are dissolved sign nothing any more', () => {
    const district = 'UBND_HUYEN:15.huyen-tran-yen@origin';
    const by = { actorId: 'clerk', officeId: district };
    const { giverActsFor: _, giverName: _name, ...own } = DRAFT;
    const late = decideDraftHandover(
      { ...own, giverOfficeId: district, draftedOn: day('2025-06-20') },
      undefined,
      SIGHT,
      caller(by),
    );
    const record = [inventory(5, by), schedule(6, 15, by)].reduce(following, {
      drafted: (eventsOf(late)[0] ?? { data: undefined as never }).data,
      facts: [],
    });
    expect(refusalOf(sign({ ...by, actorId: 'x' }, 15)(record))).toMatchObject({
      code: 'UNIT_NOT_IN_FORCE',
      value: district,
      remedy: expect.stringContaining('acts for the dissolved unit'),
    });
  });

  it('do nothing with what is not drafted', () => {
    const none = undefined as never;
    for (const step of [inventory(5), schedule(6), sign(giver, 15), acceptIt(16), open(16), attach(5)])
      expect(refusalOf(step(none)).code).toBe('UNKNOWN_SUBJECT');
    expect(refusalOf(propose(5, CANCEL)(none)).code).toBe('UNKNOWN_SUBJECT');
    expect(refusalOf(approve(5)(none)).code).toBe('UNKNOWN_SUBJECT');
  });
});

describe('four eyes', () => {
  it('see a list: who drew it up neither signs nor accepts it', () => {
    const own = after(inventory(5, { actorId: 'giver', officeId: giver.officeId }), schedule(6));
    expect(refusalOf(sign(giver, 15)(own))).toMatchObject({
      code: 'FOUR_EYES',
      field: 'actor',
      value: 'giver',
    });
    const listed = after(inventory(5, receiver), schedule(6), sign(giver, 15));
    expect(refusalOf(sign(receiver, 15)(listed)).code).toBe('FOUR_EYES');
    const other = following(listed, sign({ ...receiver, actorId: 'deputy' }, 15));
    expect(refusalOf(acceptIt(16)(other)).code).toBe('FOUR_EYES');
    expect(eventsOf(acceptIt(16, undefined, { ...receiver, actorId: 'deputy' })(other))).toHaveLength(1);
  });

  it.each([
    ['resolution', RESOLVE(), WAY_TO.DISCREPANCY_OPEN],
    ['time limit', TEMPORARY, WAY_TO.SIGNED],
    ['correction', CORRECT, WAY_TO.SIGNED],
    ['cancellation', CANCEL, WAY_TO.SIGNED],
  ])('see a %s: who proposed it does not approve it', (_name, proposed, way) => {
    const record = following(after(...way), propose(17, proposed, chairman));
    expect(handoverOn(record)?.state).toBe(handoverOn(after(...way))?.state);
    expect(refusalOf(approve(18)(record))).toMatchObject({ code: 'FOUR_EYES', value: 'chairman' });
    const deputy = { ...chairman, actorId: 'deputy' };
    const [fact] = eventsOf(approve(18, 'p1', deputy)(record));
    expect(fact?.data).toMatchObject({ proposedBy: chairman, approvedBy: deputy });
  });

  it('need not see the end of what nobody has signed', () => {
    const [fact] = eventsOf(propose(7, CANCEL, giver)(after(...WAY_TO.SCHEDULED)));
    expect(fact).toMatchObject({ type: 'handover.cancelled', data: { proposedBy: giver } });
    expect(fact?.data).not.toHaveProperty('approvedBy');
    const one = following(after(...WAY_TO.SCHEDULED), sign(giver, 15));
    expect(eventsOf(propose(16, CANCEL, giver)(one))[0]?.type).toBe('handover.decision-proposed');
  });
});

describe('a proposal', () => {
  const disputed = after(...WAY_TO.DISCREPANCY_OPEN);
  const proposed = following(disputed, propose(18, RESOLVE()));

  it('is open until it is approved or declined, and settled once', () => {
    expect(handoverOn(proposed)?.proposals).toMatchObject([{ proposalId: 'p1', by: receiver }]);
    const settled = following(proposed, approve(19));
    expect(handoverOn(settled)?.proposals).toEqual([]);
    expect(refusalOf(approve(19)(settled))).toMatchObject({ code: 'NOT_APPLICABLE', field: 'proposalId' });
  });

  it('that is declined changes nothing', () => {
    const decline = (reason: string) =>
      decideDeclineHandoverDecision(
        { handoverId: HANDOVER, proposalId: 'p1', decidedOn: july(19), reason },
        proposed,
        caller(chairman),
      );
    expect(refusalOf(decline(' ')).code).toBe('REASON_REQUIRED');
    const declined = following(proposed, () => decline('The file is still missing.'));
    expect(handoverOn(declined)).toMatchObject({ state: 'DISCREPANCY_OPEN', proposals: [] });
    expect(handoverOn(following(declined, decided(20, RESOLVE())))?.state).toBe('RESOLVED');
  });

  it('is not approved before it was made', () => {
    expect(refusalOf(approve(17)(proposed))).toMatchObject({ code: 'INVALID_INTERVAL', field: 'decidedOn' });
  });

  it.each<[string, Parameters<typeof propose>[1], string]>([
    ['for no discrepancy', RESOLVE('d9'), 'NOT_APPLICABLE'],
    ['for no time', { decision: 'MAKE_TEMPORARY' }, 'INVALID_INTERVAL'],
    ['for a time that is over', { decision: 'MAKE_TEMPORARY', until: july(1) }, 'INVALID_INTERVAL'],
    ['on no act', { ...CANCEL, actId: 'x' }, 'UNKNOWN_ACT'],
  ])('%s is refused', (_name, decision, code) => {
    expect(refusalOf(propose(18, decision)(disputed)).code).toBe(code);
  });

  it.each<[string, object, string]>([
    ['nothing', {}, 'correction'],
    ['an item that is not there', { removedItemIds: ['x'] }, 'removedItemIds'],
    [
      'the signature of who has not signed',
      { signatures: [{ officeId: witness.officeId, signedOn: july(14) }] },
      'signatures',
    ],
    ['an item by a wrong one', { items: [{ ...FILE, quantity: '1.000,5' }] }, 'items.0.quantity'],
  ])('to correct %s is refused', (_name, right, field) => {
    const correction = { corrects: CORRECT.correction?.corrects ?? '', ...right };
    expect(refusalOf(propose(18, { ...CORRECT, correction })(after(...WAY_TO.SIGNED)))).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });

  it('to correct the effect to a day before its basis is refused', () => {
    const correction = { corrects: CORRECT.correction?.corrects ?? '', effectiveOn: day('2025-06-30') };
    expect(refusalOf(propose(18, { ...CORRECT, correction })(after(...WAY_TO.SIGNED)))).toMatchObject({
      code: 'ACT_NOT_IN_FORCE',
      field: 'basis.actId',
    });
  });

  it('to correct what is no event of the handover is refused', () => {
    const correction = { corrects: OTHER_EVENT, place: 'Trụ sở UBND xã' };
    expect(refusalOf(propose(18, { ...CORRECT, correction })(after(...WAY_TO.SIGNED)))).toMatchObject({
      code: 'UNKNOWN_EVENT',
      field: 'correction.corrects',
    });
  });

  it('to correct rests on an act', () => {
    const { actId: _, ...without } = CORRECT;
    expect(refusalOf(propose(18, without)(after(...WAY_TO.SIGNED)))).toMatchObject({ field: 'actId' });
  });
});

describe('both clocks', () => {
  it('a day before the draft has no handover, and each day has the state it had', () => {
    const record = after(...WAY_TO.RESOLVED);
    const on = (n: number) => handoverOn(record, july(n))?.state;
    expect([2, 3, 5, 6, 14, 15, 16, 17].map(on)).toEqual([
      ...[undefined, 'DRAFTED', 'INVENTORIED', 'SCHEDULED', 'SCHEDULED', 'SIGNED'],
      ...['DISCREPANCY_OPEN', 'RESOLVED'],
    ]);
    expect(handoverOn(record, july(16))?.discrepancies).toMatchObject([{ discrepancyId: 'd1' }]);
    expect(handoverOn(record, july(16))?.discrepancies[0]).not.toHaveProperty('resolvedOn');
    expect(handoverOn(record, july(4))?.items).toEqual([CONTRACT]);
    expect(handoverOn(record, july(5))?.items).toEqual([CONTRACT, FILE]);
  });

  it('a fact that is recorded late takes its own place, or is refused where it does not fit', () => {
    const accepted = after(...WAY_TO.ACCEPTED);
    expect(handoverOn(following(accepted, open(20)), july(19))?.state).toBe('ACCEPTED');
    expect(refusalOf(open(15)(accepted))).toMatchObject({
      code: 'INVALID_STEP',
      message: expect.stringContaining('DISCREPANCY_OPEN; the step ACCEPT'),
    });
    expect(refusalOf(attach(2)(accepted)).code).toBe('INVALID_STEP');
  });

  it('a correction holds for every day once it is known, and the record before it stays', () => {
    const before = after(...WAY_TO.ACCEPTED);
    const correction = {
      corrects: CORRECT.correction?.corrects ?? '',
      items: [{ ...CONTRACT, amountVnd: '1300000000' }],
      removedItemIds: ['hs-1'],
      effectiveOn: day('2025-07-02'),
      signatures: [{ officeId: receiver.officeId, signedOn: july(16) }],
    };
    const now = following(before, decided(25, { ...CORRECT, correction }));
    expect(handoverOn(now)).toMatchObject({ state: 'CORRECTED', since: '2025-07-25' });
    expect(handoverOn(now, july(15))).toMatchObject({ state: 'SCHEDULED', effectiveOn: '2025-07-02' });
    expect(handoverOn(now, july(16))?.items).toMatchObject([{ itemId: 'hd-1', amountVnd: '1300000000' }]);
    expect(handoverOn(before, july(15))).toMatchObject({ state: 'SIGNED', effectiveOn: '2025-07-01' });
  });

  it('a correction that leaves an impossible order is refused', () => {
    const correction = {
      corrects: CORRECT.correction?.corrects ?? '',
      signatures: [{ officeId: receiver.officeId, signedOn: july(18) }],
    };
    expect(refusalOf(propose(25, { ...CORRECT, correction })(after(...WAY_TO.ACCEPTED))).code).toBe(
      'INVALID_STEP',
    );
  });
});

describe('a document of a handover', () => {
  const DOCUMENT = {
    handoverId: HANDOVER,
    sha256: 'a'.repeat(64),
    sizeBytes: 12,
    mediaType: 'application/pdf',
    title: 'Biên bản',
    addedOn: july(5),
  };
  const add = (more: object, record = drafted()) =>
    decideAddHandoverAttachment({ ...DOCUMENT, ...more }, record, SIGHT, caller(clerk));

  it.each<[object, string]>([
    [{ sha256: 'A'.repeat(64) }, 'sha256'],
    [{ sizeBytes: 1.5 }, 'sizeBytes'],
    [{ sizeBytes: 0 }, 'sizeBytes'],
    [{ mediaType: 'pdf' }, 'mediaType'],
    [{ title: ' ' }, 'title'],
    [{ itemId: 'x' }, 'itemId'],
  ])('with %j is refused', (more, field) => {
    expect(refusalOf(add(more))).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('is added once', () => {
    const once = following(drafted(), () => add({ itemId: 'hd-1' }));
    expect(handoverOn(once)?.attachments).toMatchObject([{ sha256: DOCUMENT.sha256, itemId: 'hd-1' }]);
    expect(refusalOf(add({}, once)).code).toBe('ALREADY_EXISTS');
  });
});

describe('days to come', () => {
  const today = (by: HandoverActor) => caller(by, '2025-07-04');

  it('are for a date that is set, and for nothing else', () => {
    const inventoried = after(inventory(4));
    const set = { handoverId: HANDOVER, agreedOn: july(4), scheduledFor: july(15) };
    expect(eventsOf(decideScheduleHandover(set, inventoried, SIGHT, today(clerk)))).toHaveLength(1);
    expect(
      refusalOf(decideScheduleHandover({ ...set, agreedOn: july(5) }, inventoried, SIGHT, today(clerk))),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'agreedOn' });
    expect(
      refusalOf(decideScheduleHandover({ ...set, scheduledFor: july(3) }, inventoried, SIGHT, today(clerk)))
        .code,
    ).toBe('INVALID_INTERVAL');
    const listing = { handoverId: HANDOVER, inventoriedOn: july(5), items: [FILE] };
    expect(refusalOf(decideInventoryHandover(listing, drafted(), SIGHT, today(clerk)))).toMatchObject({
      field: 'inventoriedOn',
    });
  });
});
