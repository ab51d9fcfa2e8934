import { describe, expect, it } from '@jest/globals';
import {
  appointmentsOf,
  appointmentsOn,
  evolveInvestors,
  localDate,
  namesSomebody,
  officeOfEnterprise,
  officesOf,
  type DomainEvent,
  type InvestorRecord,
} from '#domain';
import { loadSample, loadSampleFacts } from './index.js';

/** What the sample says of investors: their appointments, and the facts on top of them. */
const facts = loadSampleFacts().flatMap(({ events }) => events);
const records = new Map<string, InvestorRecord>();
const appointed = loadSample().investors.map((data): DomainEvent => ({ type: 'investor.appointed', data }));
for (const event of [...appointed, ...facts]) {
  if (!event.type.startsWith('investor.') || !('clusterId' in event.data)) continue;
  const { clusterId = '' } = event.data as { clusterId?: string };
  const record = evolveInvestors(records.get(clusterId), { ...event, eventId: '' });
  if (record !== undefined) records.set(clusterId, record);
}
const current = (clusterId: string, on: string) =>
  appointmentsOn(appointmentsOf(records.get(clusterId)), localDate(on))
    .filter(namesSomebody)
    .map((a) => a.appointmentId);

describe('the investors of the sample', () => {
  it('Yên Hợp: the unit until 2026-05-12, the commune since, by the decision that ended the one and appointed the other', () => {
    expect(current('yen-hop', '2026-05-11')).toEqual(['yen-hop-investor-1']);
    expect(current('yen-hop', '2026-05-12')).toEqual(['yen-hop-investor-2']);
    const [unit, commune] = records.get('yen-hop')?.entries ?? [];
    expect(unit?.ended).toMatchObject({
      outcome: 'TRANSFERRED_TO_COMMUNE',
      actId: commune?.appointment?.actId,
    });
    expect(unit?.ended?.effectiveOn).toBe(commune?.appointment?.from);
  });

  it.each(['cam-thinh-dong', 'an-thinh', 'hoa-khanh-nam'])('%s: nobody was appointed', (clusterId) => {
    expect(current(clusterId, '2026-06-01')).toEqual([]);
  });

  it('An Thịnh: a joint venture of 5 and 95 percent applied, which no source names', () => {
    const [, application] = records.get('an-thinh')?.entries ?? [];
    expect(application?.steps[0]?.applicant?.members).toEqual([
      { sharePercent: '5' },
      { sharePercent: '95' },
    ]);
    expect(application?.appointment).toBeUndefined();
  });

  it('every enterprise that is investor is registered as one', () => {
    const registered = facts.flatMap((e) =>
      e.type === 'enterprise.registered' ? [officeOfEnterprise(e.data.enterpriseId)] : [],
    );
    const named = [...records.values()]
      .flatMap(({ entries }) => entries.flatMap(officesOf))
      .filter((id) => id.startsWith('ENTERPRISE:'));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((id) => !registered.includes(id))).toEqual([]);
  });
});
