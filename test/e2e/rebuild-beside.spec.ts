import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toEnvelopes, type EventEnvelope } from '#application';
import { localDate, type DomainEvent, type Instant, type LocalDate } from '#domain';
import { openSqliteEventLog } from '#event-log';
import { newDataDir, removeDataDir, startService, type RunningService } from './service.js';

const EVENTS = 5_000;
const SUBJECTS = 50;
/** Of whoever asks, so that one core is left for the rebuild. */
const PAUSE_MS = 10;
const PASSES = EVENTS / SUBJECTS;
const START = Date.UTC(2025, 0, 1);
const DAY_MS = 86_400_000;
const CLI = join(process.cwd(), 'dist/apps/cli/src/main.js');

const dataDir = newDataDir();
let service: RunningService;

beforeAll(async () => {
  await writeLog();
  service = await startService({ BANGIAO_EMPTY: '1' }, dataDir);
  await caughtUp();
}, 60_000);
afterAll(async () => {
  await service.stop();
  removeDataDir(dataDir);
});

/** Each subject passes from office to office, a day further each time. */
async function writeLog(): Promise<void> {
  const log = await openSqliteEventLog({ file: join(dataDir, 'log.sqlite'), mode: 'read-write' });
  const duty = { dutyId: 'd1', group: 'A', name: 'd1', appliesTo: 'CLUSTER', rules: [] } as const;
  await log.append('duty-d1', stamped(0, [{ type: 'duty.catalogued', data: duty }]), 'no-stream');
  for (let n = 0; n < EVENTS; n += 500) {
    const events = Array.from({ length: 500 }, (_, i) => passed(n + i));
    await log.append('transition-x', stamped(n + 1, events), n === 0 ? 'no-stream' : n - 1);
  }
  await log.close();
}

function stamped(n: number, events: readonly DomainEvent[]): readonly EventEnvelope[] {
  const commandId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const actor = { id: 'a1', office: 'BO_CONG_THUONG', role: 'registrar' };
  const recordedAt = new Date(START + n * 1_000).toISOString() as Instant;
  return toEnvelopes(events, {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor,
    recordedAt,
  });
}

function dayOf(time: number): LocalDate {
  return localDate(new Date(START + time * DAY_MS).toISOString().slice(0, 10));
}

function passed(n: number): DomainEvent {
  const time = Math.floor(n / SUBJECTS);
  const data = {
    subjectId: `s${n % SUBJECTS}`,
    dutyId: 'd1',
    from: dayOf(time),
    status: 'HELD',
    holders: [{ officeId: `UBND_XA:${time}@2025-07-01`, lead: false }],
    candidates: [],
    basis: { pending: true, provenance: 'STATED' },
    manner: 'BY_DECISION',
    explanation: `Passed on ${time} times.`,
    releasedOfficeIds: [],
  } as const;
  return { type: 'responsibility.reassigned', data };
}

async function caughtUp(): Promise<void> {
  for (;;) {
    const { log } = await service.ask<{ log: { caughtUp: boolean } }>('{ log { caughtUp } }');
    if (log.caughtUp) return;
    await sleep(50);
  }
}

interface Answer {
  readonly responsibility: { readonly status: string; readonly explanation: string };
  readonly auditTrail: { readonly edges: readonly { readonly node: { readonly seq: number } }[] };
}

/** Asks who held the duty on a day, and for everything that was recorded about the subject. */
async function askOne(n: number): Promise<void> {
  const subject = n % SUBJECTS;
  const time = n % PASSES;
  const found = await service.ask<Answer>(
    `{ responsibility(subjectId: "s${subject}", dutyId: "d1", at: { validAt: "${dayOf(time)}" }) { status explanation }
       auditTrail(first: 100, filter: { subjectId: "s${subject}" }) { edges { node { seq } } } }`,
  );
  expect(found.responsibility).toEqual({ status: 'HELD', explanation: `Passed on ${time} times.` });
  const seqs = found.auditTrail.edges.map(({ node }) => node.seq);
  expect(seqs).toEqual(Array.from({ length: PASSES }, (_, pass) => pass * SUBJECTS + subject + 2));
}

describe('a rebuild beside the running service', () => {
  it('lets questions go on, answered right, until and over the switch, and gives way to them', async () => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'rebuild'], {
      env: { ...process.env, DATA_DIR: dataDir, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const closed = once(child, 'close');
    let priority: number | undefined;
    child.stderr.on('data', () => (priority ??= getPriority(child.pid)));
    let asked = 0;
    while (child.exitCode === null) {
      await askOne(asked++);
      await sleep(PAUSE_MS);
    }
    expect(await closed).toEqual([0, null]);
    expect(asked).toBeGreaterThan(0);
    expect(priority).toBeGreaterThan(getPriority());
    // The service takes the new file up by itself, and lets the old one go.
    const until = performance.now() + 1_500;
    while (performance.now() < until) await askOne(asked++);
    expect(existsSync(join(dataDir, 'read-model.sqlite'))).toBe(false);
    expect(existsSync(join(dataDir, 'read-model.sqlite.g1'))).toBe(true);
    await caughtUp();
  }, 120_000);
});
