import { decideAdvanceInvestor, type AdvanceInvestor } from '../investors/decide-advance.js';
import {
  decideAppointInvestor,
  decideEndInvestor,
  type AppointInvestor,
  type EndInvestor,
} from '../investors/decide-appoint.js';
import { decideCorrectInvestor, type CorrectInvestor } from '../investors/decide-correct.js';
import { investorDutyChanges, type InvestorChange } from '../investors/duties.js';
import type { DomainEvent } from '../events/catalogue.js';
import type { Decision } from '../refusals/refusal.js';
import { day } from './law.js';
import { eventsOf, type TestRegister } from './register.js';

/** The decision of 2026-05-12 on Yên Hợp (QĐ 1637/QĐ-UBND), as it was recorded when the register knew the unit only. */
export const TO_XUAN_AI: EndInvestor & { readonly successor: AppointInvestor } = {
  appointmentId: 'yen-hop-investor-1',
  clusterId: 'yen-hop',
  effectiveOn: day('2026-05-12'),
  outcome: 'TRANSFERRED_TO_COMMUNE',
  actId: 'qd-1637',
  reason: 'UBND xã Xuân Ái làm chủ đầu tư.',
  provenance: 'SECONDARY',
  source: 'test',
  successor: {
    appointmentId: 'yen-hop-investor-2',
    clusterId: 'yen-hop',
    kind: 'COMMITTEE',
    officeId: 'UBND_XA:04441@2025-07-01',
    name: 'UBND xã Xuân Ái',
    from: day('2026-05-12'),
    actId: 'qd-1637',
    provenance: 'SECONDARY',
    source: 'test',
  },
};

/** The phases of a cluster, as they are recorded; of areas that are made up. */
export function phasesOf(clusterId: string, ...phaseIds: readonly string[]): DomainEvent {
  const phases = phaseIds.map((phaseId) => ({ phaseId, name: phaseId }));
  return {
    type: 'cluster.phases-recorded',
    data: { clusterId, phases, provenance: 'STATED', source: 'test' },
  };
}

/** Decides as the application does: first on the investor, then on the duties that pass with the role. */
export class InvestorOffice {
  constructor(readonly register: TestRegister) {}

  advance(input: AdvanceInvestor): this {
    const decision = decideAdvanceInvestor(input, this.register.investors(input.clusterId), this.register);
    this.register.record(eventsOf(decision));
    return this;
  }

  appoint(input: AppointInvestor): this {
    const decision = decideAppointInvestor(input, this.register.investors(input.clusterId), this.register);
    return this.decided(decision, input.clusterId, input.from, input.actId, 'Appointed.');
  }

  end(input: EndInvestor): this {
    const { clusterId, effectiveOn, actId = '', reason } = input;
    return this.decided(this.tryEnd(input), clusterId, effectiveOn, actId, reason);
  }

  tryEnd(input: EndInvestor): Decision<DomainEvent> {
    return decideEndInvestor(input, this.register.investors(input.clusterId), this.register);
  }

  /** Everything that is recorded by it; the day and the act are those of what was wrong. */
  correct(input: CorrectInvestor, from: string, wrongActId: string): readonly DomainEvent[] {
    const { clusterId, actId, reason } = input;
    const decision = decideCorrectInvestor(input, this.register.investors(clusterId), this.register);
    const events = eventsOf<DomainEvent>(decision);
    this.register.record(events);
    return [...events, ...this.passDuties(clusterId, from, actId, reason, { actId: wrongActId })];
  }

  /** What a crash between the two appends leaves is completed by this, and done once. */
  passDuties(
    clusterId: string,
    from: string,
    actId: string,
    reason: string,
    wrong?: InvestorChange['wrong'],
  ): readonly DomainEvent[] {
    const cluster = this.register.cluster(clusterId);
    if (cluster === undefined) throw new Error(`No cluster ${clusterId}.`);
    const change = { from: day(from), actId, reason, restsOn: [], ...(wrong === undefined ? {} : { wrong }) };
    const events = investorDutyChanges(cluster, change, this.register.law);
    this.register.record(events);
    return events;
  }

  private decided(
    decision: Decision<DomainEvent>,
    clusterId: string,
    from: string,
    actId: string,
    reason: string,
  ): this {
    this.register.record(eventsOf(decision));
    this.passDuties(clusterId, from, actId, reason);
    return this;
  }
}
