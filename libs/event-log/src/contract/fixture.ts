import { randomUUID } from 'node:crypto';
import { toEnvelopes, type EventEnvelope } from '#application';
import { instant, type Act } from '#domain';

const DECREE: Act = {
  actId: '139-2025-nd-cp.chinh-phu.2025-06-12',
  kind: 'DECREE',
  number: '139/2025/NĐ-CP',
  issuer: 'Chính phủ',
  provenance: 'READ',
  source: 'Công báo',
};

/** Envelopes of one command, each an `act.registered` with a title of its own. */
export function envelopes(
  titles: readonly string[],
  commandId: string = randomUUID(),
): readonly EventEnvelope[] {
  const events = titles.map((title) => ({ type: 'act.registered', data: { ...DECREE, title } }) as const);
  return toEnvelopes(events, {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: { id: 'official-17', office: 'committee-15520@2025-07-01', role: 'registrar' },
    recordedAt: instant('2025-10-01T09:00:00.000+07:00'),
    source: {
      system: 'sổ đăng ký',
      file: 'acts.csv',
      record: '17',
      recordedAt: instant('2025-09-30T08:00:00+07:00'),
    },
  });
}

/** One envelope of a command of its own. */
export function envelope(title = 'Nghị định'): EventEnvelope {
  const [only] = envelopes([title]);
  if (only === undefined) throw new Error('No envelope was made.');
  return only;
}

/** Bytes that an append of these counts. */
export function sizeOf(events: readonly EventEnvelope[]): number {
  return events.reduce(
    (sum, e) =>
      sum + Buffer.byteLength(JSON.stringify(e.data)) + Buffer.byteLength(JSON.stringify(e.metadata)),
    0,
  );
}

/** An append of exactly so many bytes, in two events, mostly letters of three bytes. */
export function envelopesOfSize(bytes: number): readonly EventEnvelope[] {
  const commandId = randomUUID();
  const half = Math.floor(bytes / 6) - 1_000;
  const text = 'ệ'.repeat(half);
  const rest = bytes - sizeOf(envelopes([text, text], commandId));
  return envelopes([text, text + 'ệ'.repeat(Math.floor(rest / 3)) + 'x'.repeat(rest % 3)], commandId);
}
