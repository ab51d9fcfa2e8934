import type { DomainEvent, HandoverState } from '#domain';
import { day, eventIdOf } from './events.js';

const GIVER = 'PUBLIC_SERVICE_UNIT:to-ban-giao-tran-yen';
const RECEIVER = 'UBND_XA:04441@2025-07-01';
const CHAIRMAN = 'CT_UBND_TINH:15@2025-07-01';
const by = { actorId: 'a1', officeId: RECEIVER };
const FIRST_EVENT = eventIdOf(1);
const items = [
  { itemId: 'hd-1', kind: 'CONTRACT', description: 'Hợp đồng thi công', subjectId: 'yen-hop' },
] as const;

/** The events of a made-up handover of things of Yên Hợp, up to a state; the witness has not signed. */
export function handoverUpTo(state: HandoverState, handoverId = 'ban-giao'): readonly DomainEvent[] {
  return wayTo(state, { handoverId });
}

interface Of {
  readonly handoverId: string;
}

function wayTo(state: HandoverState, of: Of): readonly DomainEvent[] {
  const signed = () => wayTo('SIGNED', of);
  switch (state) {
    case 'DRAFTED':
      return [drafted(of)];
    case 'INVENTORIED':
      return [
        drafted(of),
        { type: 'handover.inventoried', data: { ...of, inventoriedOn: day('2025-07-05'), items, by } },
      ];
    case 'SCHEDULED':
      return [...wayTo('INVENTORIED', of), scheduled(of)];
    case 'SIGNED':
      return [...wayTo('SCHEDULED', of), signature(of, GIVER), signature(of, RECEIVER)];
    case 'ACCEPTED':
      return [...signed(), accepted(of)];
    case 'ACCEPTED_WITH_RESERVATION':
      return [...signed(), accepted(of, 'Chưa nhận hồ sơ đất đai')];
    case 'DISCREPANCY_OPEN':
      return [...signed(), discrepancy(of)];
    case 'RESOLVED':
      return [
        ...wayTo('DISCREPANCY_OPEN', of),
        { type: 'handover.discrepancy-resolved', data: { ...approved(of), discrepancyId: 'd1' } },
      ];
    case 'TEMPORARY': {
      const until = day('2026-07-01');
      return [...signed(), { type: 'handover.made-temporary', data: { ...approved(of), until } }];
    }
    case 'CORRECTED':
      return [...signed(), corrected(of)];
    case 'CANCELLED':
      return [...signed(), { type: 'handover.cancelled', data: approved(of) }];
  }
}

function drafted(of: Of): DomainEvent {
  const data = {
    ...of,
    giverOfficeId: GIVER,
    giverActsFor: '15.huyen-tran-yen@origin',
    giverName: 'Tổ bàn giao huyện Trấn Yên',
    receiverOfficeId: RECEIVER,
    witnessOfficeId: 'SO_CONG_THUONG:15@2025-07-01',
    decidingOfficeId: CHAIRMAN,
    basis: { actId: 'nd-139', article: 'Đ.6' },
    effectiveOn: day('2025-07-01'),
    draftedOn: day('2025-07-03'),
    items,
    provenance: 'STATED',
    source: 'test',
    by,
  } as const;
  return { type: 'handover.drafted', data };
}

function scheduled(of: Of): DomainEvent {
  const data = { ...of, agreedOn: day('2025-07-06'), scheduledFor: day('2025-07-15'), by };
  return { type: 'handover.scheduled', data };
}

function signature(of: Of, officeId: string): DomainEvent {
  return { type: 'handover.signed', data: { ...of, officeId, signedOn: day('2025-07-15'), by } };
}

function accepted(of: Of, reservation?: string): DomainEvent {
  const data = { ...of, acceptedOn: day('2025-07-16'), by };
  return { type: 'handover.accepted', data: reservation === undefined ? data : { ...data, reservation } };
}

function discrepancy(of: Of): DomainEvent {
  const found = { kind: 'MISSING', description: 'Thiếu hồ sơ', openedOn: day('2025-07-16') } as const;
  return { type: 'handover.discrepancy-opened', data: { ...of, ...found, discrepancyId: 'd1', by } };
}

/** It names the first event of any log as the wrong one. */
function corrected(of: Of): DomainEvent {
  const correction = { corrects: FIRST_EVENT, effectiveOn: day('2025-07-02') };
  return { type: 'handover.corrected', data: { ...approved(of), actId: 'nd-139', ...correction } };
}

function approved(of: Of) {
  return {
    ...of,
    proposalId: 'p1',
    decidedOn: day('2025-07-17'),
    reason: 'Both agree.',
    proposedBy: by,
    approvedBy: { actorId: 'a2', officeId: CHAIRMAN },
  };
}
