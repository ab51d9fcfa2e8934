import type { DraftHandover } from '../handovers/decide-draft.js';
import { decideDraftHandover } from '../handovers/decide-draft.js';
import {
  decideApproveHandoverDecision,
  decideProposeHandoverDecision,
} from '../handovers/decide-decisions.js';
import { decideAcceptHandover, decideOpenDiscrepancy, decideSignHandover } from '../handovers/decide-sign.js';
import {
  decideAddHandoverAttachment,
  decideInventoryHandover,
  decideScheduleHandover,
} from '../handovers/decide-steps.js';
import { evolveHandover, type HandoverRecord } from '../handovers/evolve.js';
import type { HandoverActor, HandoverState, HandoverStep } from '../handovers/handover.js';
import type { HandoverItem } from '../handovers/item.js';
import type { HandoverCaller, HandoverSight } from '../handovers/sight.js';
import { handoverOn } from '../handovers/timeline.js';
import { accept, type Decision } from '../refusals/refusal.js';
import type { DomainEvent } from '../events/catalogue.js';
import { day } from './law.js';
import { eventsOf, TestRegister } from './register.js';
import { PHO_RANG, YEN_HOP } from './clusters.js';

export const HANDOVER = 'ban-giao-yen-hop';
/** The body that the province assigned, which gives for huyện Trấn Yên. */
export const GIVER = 'PUBLIC_SERVICE_UNIT:to-ban-giao-tran-yen';
export const TRAN_YEN = '15.huyen-tran-yen@origin';
export const RECEIVER = 'UBND_XA:04441@2025-07-01';
export const WITNESS = 'SO_CONG_THUONG:15@2025-07-01';
export const CHAIRMAN = 'CT_UBND_TINH:15@2025-07-01';

export const clerk: HandoverActor = { actorId: 'clerk', officeId: GIVER };
export const giver: HandoverActor = { actorId: 'giver', officeId: GIVER };
export const receiver: HandoverActor = { actorId: 'receiver', officeId: RECEIVER };
export const witness: HandoverActor = { actorId: 'witness', officeId: WITNESS };
export const chairman: HandoverActor = { actorId: 'chairman', officeId: CHAIRMAN };

/** Somebody on a day by which everything here has happened. */
export const caller = (by: HandoverActor, today = '2026-12-31'): HandoverCaller => ({
  by,
  today: day(today),
});

const register = [YEN_HOP, PHO_RANG].reduce((r, c) => r.add(c.registration, c.investors), new TestRegister());
/** An event of something else. */
export const OTHER_EVENT = '11111111-5f0e-4c5e-9b6c-0b1f1f1a7a25';
export const SIGHT: HandoverSight = {
  acts: register.acts,
  lineage: register.law.lineage,
  // As in the service, a body is an office only where something recorded names it.
  officeExists: (id, on) => id !== GIVER && register.officeExists(id, on),
  isEventOf: (_, eventId) => eventId !== OTHER_EVENT,
  subjectExists: (id) => register.cluster(id) !== undefined,
};

export const CONTRACT: HandoverItem = {
  itemId: 'hd-1',
  kind: 'CONTRACT',
  description: 'Hợp đồng thi công đường trục',
  subjectId: 'yen-hop',
  amountVnd: '1250000000',
};
export const FILE: HandoverItem = {
  itemId: 'hs-1',
  kind: 'FILE',
  description: 'Hồ sơ đất đai',
  quantity: '3',
  quantityUnit: 'hộp',
};

export const DRAFT: DraftHandover = {
  handoverId: HANDOVER,
  giverOfficeId: GIVER,
  giverActsFor: TRAN_YEN,
  giverName: 'Tổ bàn giao huyện Trấn Yên',
  receiverOfficeId: RECEIVER,
  witnessOfficeId: WITNESS,
  decidingOfficeId: CHAIRMAN,
  basis: { actId: 'nd-139', article: 'Đ.6' },
  effectiveOn: day('2025-07-01'),
  draftedOn: day('2025-07-03'),
  items: [CONTRACT],
  provenance: 'STATED',
  source: 'made up for the test',
};

/** A day of July 2025. */
export const july = (n: number) => day(`2025-07-${String(n).padStart(2, '0')}`);

type Then = (record: HandoverRecord) => Decision<DomainEvent>;
/** A handover after some decisions, each of which has to be taken. */
export function after(...steps: readonly Then[]): HandoverRecord {
  return steps.reduce(following, drafted());
}

export function drafted(more: Partial<DraftHandover> = {}): HandoverRecord {
  const decision = decideDraftHandover({ ...DRAFT, ...more }, undefined, SIGHT, caller(clerk));
  return fold(undefined, eventsOf(decision));
}

export function following(record: HandoverRecord, step: Then): HandoverRecord {
  return fold(record, eventsOf(step(record)));
}

function fold(record: HandoverRecord | undefined, events: readonly DomainEvent[]): HandoverRecord {
  const next = events.reduce(evolveHandover, record);
  if (next === undefined) throw new Error('Nothing was drafted.');
  return next;
}

export const inventory =
  (n: number, by = clerk, items: readonly HandoverItem[] = [CONTRACT, FILE]): Then =>
  (record) =>
    decideInventoryHandover(
      { handoverId: HANDOVER, inventoriedOn: july(n), items },
      record,
      SIGHT,
      caller(by),
    );
export const schedule =
  (n: number, scheduledFor = 15, by = clerk): Then =>
  (record) =>
    decideScheduleHandover(
      { handoverId: HANDOVER, agreedOn: july(n), scheduledFor: july(scheduledFor) },
      record,
      SIGHT,
      caller(by),
    );
export const sign =
  (by: HandoverActor, n: number): Then =>
  (record) =>
    decideSignHandover(
      { handoverId: HANDOVER, officeId: by.officeId, signedOn: july(n) },
      record,
      SIGHT,
      caller(by),
    );
export const acceptIt =
  (n: number, reservation?: string, by = receiver): Then =>
  (record) =>
    decideAcceptHandover(
      { handoverId: HANDOVER, acceptedOn: july(n), ...(reservation === undefined ? {} : { reservation }) },
      record,
      caller(by),
    );
export const open =
  (n: number, by = receiver): Then =>
  (record) =>
    decideOpenDiscrepancy(
      { handoverId: HANDOVER, kind: 'MISSING', description: 'Thiếu hồ sơ', openedOn: july(n) },
      record,
      caller(by),
    );
export const attach =
  (n: number, by = giver): Then =>
  (record) =>
    decideAddHandoverAttachment(
      {
        handoverId: HANDOVER,
        sha256: String(n).padStart(64, '0'),
        sizeBytes: 12,
        mediaType: 'application/pdf',
        title: 'Biên bản bàn giao',
        addedOn: july(n),
      },
      record,
      SIGHT,
      caller(by),
    );

type Proposed = Omit<
  Parameters<typeof decideProposeHandoverDecision>[0],
  'handoverId' | 'reason' | 'proposedOn'
>;
export const propose =
  (n: number, proposed: Proposed, by = receiver): Then =>
  (record) =>
    decideProposeHandoverDecision(
      { handoverId: HANDOVER, reason: 'Both agree.', proposedOn: july(n), ...proposed },
      record,
      SIGHT,
      caller(by),
    );
export const approve =
  (n: number, proposalId = 'p1', by = chairman): Then =>
  (record) =>
    decideApproveHandoverDecision(
      { handoverId: HANDOVER, proposalId, decidedOn: july(n) },
      record,
      SIGHT,
      caller(by),
    );

/** Proposed by the receiver and approved by the chairman on one day. */
export const decided =
  (n: number, proposed: Proposed): Then =>
  (record) => {
    const first = propose(n, proposed)(record);
    if (!first.ok || first.events[0]?.type !== 'handover.decision-proposed') return first;
    const second = approve(n, first.events[0].data.proposalId)(fold(record, first.events));
    return second.ok ? accept([...first.events, ...second.events]) : second;
  };

export const RESOLVE = (discrepancyId = 'd1'): Proposed => ({
  decision: 'RESOLVE_DISCREPANCY',
  discrepancyId,
});
export const TEMPORARY: Proposed = { decision: 'MAKE_TEMPORARY', until: day('2026-07-01') };
export const CORRECT: Proposed = {
  decision: 'CORRECT',
  actId: 'nd-139',
  correction: { corrects: '6f1c0c2e-51c5-5f0e-9b6c-0b1f1f1a7a25', place: 'Trụ sở UBND xã Xuân Ái' },
};
export const CANCEL: Proposed = { decision: 'CANCEL' };

const SIGNED = [inventory(5), schedule(6), sign(giver, 15), sign(receiver, 15)];
/** The decisions that lead to each state. */
export const WAY_TO: Readonly<Record<HandoverState, readonly Then[]>> = {
  DRAFTED: [],
  INVENTORIED: [inventory(5)],
  SCHEDULED: [inventory(5), schedule(6)],
  SIGNED,
  ACCEPTED: [...SIGNED, acceptIt(16)],
  ACCEPTED_WITH_RESERVATION: [...SIGNED, acceptIt(16, 'Chưa nhận hồ sơ đất đai')],
  DISCREPANCY_OPEN: [...SIGNED, open(16)],
  RESOLVED: [...SIGNED, open(16), decided(17, RESOLVE())],
  TEMPORARY: [...SIGNED, decided(16, TEMPORARY)],
  CORRECTED: [...SIGNED, decided(16, CORRECT)],
  CANCELLED: [...SIGNED, decided(16, CANCEL)],
};

/** Each step, as somebody who may take it takes it on a day. */
export function take(step: HandoverStep, n: number): Then {
  switch (step) {
    case 'INVENTORY':
      return inventory(n);
    case 'SCHEDULE':
      return schedule(n, 31);
    case 'SIGN':
      return (record) => sign(nextToSign(record), n)(record);
    case 'ACCEPT':
      return acceptIt(n);
    case 'ACCEPT_WITH_RESERVATION':
      return acceptIt(n, 'Chưa nhận hồ sơ đất đai');
    case 'OPEN_DISCREPANCY':
      return open(n);
    case 'RESOLVE_DISCREPANCY':
      return decided(n, RESOLVE());
    case 'MAKE_TEMPORARY':
      return decided(n, TEMPORARY);
    case 'CORRECT':
      return decided(n, CORRECT);
    case 'CANCEL':
      return decided(n, CANCEL);
    case 'ATTACH':
      return attach(n);
  }
}

function nextToSign(record: HandoverRecord): HandoverActor {
  const signed = handoverOn(record)?.signatures.map((s) => s.officeId) ?? [];
  return [giver, receiver, witness].find((a) => !signed.includes(a.officeId)) ?? giver;
}
