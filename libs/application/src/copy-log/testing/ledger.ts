import { instant, localDate, type Assignment, type DomainEvent } from '#domain';
import { toEnvelopes } from '../../envelope/envelopes.js';
import type { EventEnvelope, EventLog } from '../../ports/event-log.js';
import { derivedCommandId } from '../../envelope/event-id.js';

/**
 * Fills a log as it grows in use: many streams in turn, appends of one and of many events, corrections, and stamps of
 * clocks that went backwards. The same number gives the same events.
 */
export async function fillLedger(log: EventLog, rounds: number, from = 0): Promise<number> {
  let count = 0;
  const append = async (stream: string, command: string, events: readonly DomainEvent[], at: number) => {
    const before = await log.readStream(stream, 0, { maxCount: 10_000 });
    const envelopes = enveloped(command, events, at);
    await log.append(stream, envelopes, before.length === 0 ? 'no-stream' : before.length - 1);
    count += events.length;
    return envelopes;
  };
  for (let i = from; i < from + rounds; i += 1) {
    await append(`act-a${i}`, `act ${i}`, [act(`a${i}`)], i);
    const duties = Array.from({ length: 3 }, (_, d) => `d${i}.${d}`);
    const [first] = await append(
      `cluster-c${i}`,
      `assign ${i}`,
      duties.map((d) => assigned(`c${i}`, d, `a${i}`)),
      i,
    );
    // The clock of this writer is behind.
    if (i > 0)
      await append(`cluster-c${i - 1}`, `again ${i}`, [assigned(`c${i - 1}`, `late${i}`, `a${i}`)], i - 50);
    await append(
      `cluster-c${i}`,
      `correct ${i}`,
      [corrected(first?.eventId ?? '', `c${i}`, duties[0] ?? '', `a${i}`)],
      i,
    );
  }
  return count;
}

function enveloped(command: string, events: readonly DomainEvent[], at: number): readonly EventEnvelope[] {
  const commandId = derivedCommandId('ledger', command);
  const recordedAt = instant(new Date(Date.UTC(2025, 9, 1) + at * 1_000).toISOString());
  return toEnvelopes(events, {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: { id: 'official-17', office: 'committee-15520@2025-07-01', role: 'registrar' },
    recordedAt,
    source: { system: 'sổ đăng ký', file: 'acts.csv', record: command, recordedAt },
  });
}

function act(actId: string): DomainEvent {
  return {
    type: 'act.registered',
    data: {
      actId,
      kind: 'DECREE',
      number: actId,
      issuer: 'Chính phủ',
      provenance: 'READ',
      source: 'Công báo',
    },
  };
}

function assignment(subjectId: string, dutyId: string, actId: string): Assignment {
  return {
    subjectId,
    dutyId,
    from: localDate('2024-05-01'),
    status: 'HELD',
    holders: [{ officeId: 'UBND_HUYEN:01.soc-son@origin', lead: false }],
    candidates: [],
    basis: { actId, article: 'Đ.34(1)', provenance: 'READ' },
    manner: 'BY_LAW',
    explanation: 'The cluster lies wholly in Huyện Sóc Sơn.',
  };
}

function assigned(subjectId: string, dutyId: string, actId: string): DomainEvent {
  return { type: 'responsibility.assigned', data: assignment(subjectId, dutyId, actId) };
}

function corrected(corrects: string, subjectId: string, dutyId: string, actId: string): DomainEvent {
  const over = {
    from: localDate('2025-07-01'),
    holders: [{ officeId: 'UBND_XA:1@2025-07-01', lead: false }],
  };
  const why = { manner: 'CORRECTION', corrects, actId, reason: 'Wrong commune.' } as const;
  return {
    type: 'responsibility.corrected',
    data: { ...assignment(subjectId, dutyId, actId), ...over, ...why },
  };
}
