import {
  AcceptHandoverCommand,
  AddHandoverAttachmentCommand,
  ApproveHandoverDecisionCommand,
  DeclineHandoverDecisionCommand,
  DraftHandoverCommand,
  InventoryHandoverCommand,
  OpenDiscrepancyCommand,
  ProposeHandoverDecisionCommand,
  ScheduleHandoverCommand,
  SignHandoverCommand,
  type CommandContext,
  type ProposeHandoverDecisionInput,
} from '#application';
import { localDate } from '#domain';
import { REASON, SAID, type Stage } from './scene.js';

const handoverId = 'ban-giao-ghi-chep';
const GIVER = 'PUBLIC_SERVICE_UNIT:to-ban-giao-ghi-chep';
const RECEIVER = 'UBND_XA:04441@2025-07-01';
const CHAIRMAN = 'CT_UBND_TINH:15@2025-07-01';
const DECREE_139 = '139-2025-nd-cp.chinh-phu.2025-06-12';
const day = (text: string) => localDate(`2025-07-${text}`);
const items = [
  { itemId: 'hs-1', kind: 'FILE', description: 'Hồ sơ gốc', subjectId: 'yen-hop', quantity: '3' },
] as const;
const DRAFT = {
  handoverId,
  giverOfficeId: GIVER,
  giverActsFor: '15.huyen-tran-yen@origin',
  giverName: 'Tổ bàn giao ghi chép',
  receiverOfficeId: RECEIVER,
  decidingOfficeId: CHAIRMAN,
  basis: { actId: DECREE_139, article: 'Đ.6' },
  effectiveOn: day('01'),
  draftedOn: day('03'),
  items,
  ...SAID,
};

type Proposed = Pick<
  ProposeHandoverDecisionInput,
  'decision' | 'actId' | 'until' | 'discrepancyId' | 'correction'
>;

type Make = (on: { handoverId: string; expectedRevision: number }, by: CommandContext) => object;

/** A handover goes through every step and decision. */
export async function playHandovers(stage: Stage): Promise<void> {
  const revision = await stage.run((by) => new DraftHandoverCommand(DRAFT, by), GIVER, 'clerk');
  const played = new PlayedHandover(stage, revision);
  await played.untilSigned();
  await played.untilAccepted();
  await played.untilCancelled();
}

class PlayedHandover {
  constructor(
    private readonly stage: Stage,
    private revision: number,
  ) {}

  async untilSigned(): Promise<void> {
    await this.#step(
      (on, by) => new InventoryHandoverCommand({ ...on, items, inventoriedOn: day('05') }, by),
      GIVER,
      'clerk',
    );
    const set = { agreedOn: day('06'), scheduledFor: day('15'), place: 'Trụ sở UBND xã' };
    await this.#step((on, by) => new ScheduleHandoverCommand({ ...on, ...set }, by), GIVER, 'clerk');
    for (const officeId of [GIVER, RECEIVER]) {
      const signed = { officeId, signedOn: day('15') };
      await this.#step((on, by) => new SignHandoverCommand({ ...on, ...signed }, by), officeId, officeId);
    }
  }

  async untilAccepted(): Promise<void> {
    const paper = { sha256: 'a'.repeat(64), sizeBytes: 1024, mediaType: 'application/pdf' };
    const attached = { ...paper, title: 'Biên bản', addedOn: day('15') };
    await this.#received((on, by) => new AddHandoverAttachmentCommand({ ...on, ...attached }, by));
    await this.#decide(1, { decision: 'MAKE_TEMPORARY', until: localDate('2026-07-01') });
    const accepted = { acceptedOn: day('16'), reservation: 'Chưa nhận hồ sơ đất đai' };
    await this.#received((on, by) => new AcceptHandoverCommand({ ...on, ...accepted }, by));
  }

  async untilCancelled(): Promise<void> {
    const missing = { itemId: 'hs-1', kind: 'MISSING', description: 'Thiếu một hộp' } as const;
    await this.#received(
      (on, by) => new OpenDiscrepancyCommand({ ...on, ...missing, openedOn: day('17') }, by),
    );
    await this.#decide(2, { decision: 'RESOLVE_DISCREPANCY', discrepancyId: 'd1' });
    const correction = { corrects: this.#firstSignature(), place: 'Trụ sở UBND xã Xuân Ái' };
    await this.#decide(3, { decision: 'CORRECT', actId: DECREE_139, correction });
    const cancel = { decision: 'CANCEL', reason: REASON, proposedOn: day('19') } as const;
    await this.#received((on, by) => new ProposeHandoverDecisionCommand({ ...on, ...cancel }, by));
    const declined = { proposalId: 'p4', decidedOn: day('19'), reason: REASON };
    await this.#step(
      (on, by) => new DeclineHandoverDecisionCommand({ ...on, ...declined }, by),
      CHAIRMAN,
      'chairman',
    );
    await this.#decide(5, { decision: 'CANCEL' });
  }

  /** The receiver proposes, the chairman approves. */
  async #decide(n: number, proposed: Proposed): Promise<void> {
    const thatDay = day(String(15 + n));
    const proposal = { ...proposed, reason: REASON, proposedOn: thatDay };
    await this.#received((on, by) => new ProposeHandoverDecisionCommand({ ...on, ...proposal }, by));
    const approval = { proposalId: `p${n}`, decidedOn: thatDay };
    await this.#step(
      (on, by) => new ApproveHandoverDecisionCommand({ ...on, ...approval }, by),
      CHAIRMAN,
      'chairman',
    );
  }

  #received(make: Make): Promise<void> {
    return this.#step(make, RECEIVER, 'receiver');
  }

  async #step(make: Make, office: string, person: string): Promise<void> {
    const on = { handoverId, expectedRevision: this.revision };
    this.revision = await this.stage.run((by) => make(on, by), office, person);
  }

  #firstSignature(): string {
    const { readModel } = this.stage.ports;
    const filter = { subjectId: handoverId, types: ['handover.signed'] } as const;
    const page = readModel.auditTrail(filter, readModel.status().seq, { first: 1 });
    return page.rows[0]?.row.id ?? '';
  }
}
