import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { CommandPorts, EventLog } from '#application';
import { BanGiaoError } from '#domain';
import { openProjector, openReadModel } from '#read-model';
import { EscalationLoop } from './escalation.js';

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-escalation-'));
const file = join(folder, 'read-model.sqlite');
openProjector({ file }).close();
/** Nothing is known, so nothing is late. */
const readModel = openReadModel({ file });
afterAll(() => {
  readModel.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A log that is away for the first looks, and then empty. */
function portsAway(looks: number): { ports: CommandPorts; looked: () => number } {
  let looked = 0;
  const log = {
    head: async () => {
      looked += 1;
      if (looked <= looks) throw new BanGiaoError('LOG_UNAVAILABLE', 'The log does not answer.');
      return undefined;
    },
  } as Partial<EventLog> as EventLog;
  const clock = { now: () => new Date('2025-08-12T00:00:00Z') };
  return { ports: { log, readModel, clock, leadRules: [] }, looked: () => looked };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(1);
}

describe('looking for late tasks', () => {
  it('waits before it looks, goes on while the log is away, and tells so once', async () => {
    const told: string[] = [];
    const { ports, looked } = portsAway(3);
    const loop = new EscalationLoop({ ports, intervalMs: 5, report: (line) => told.push(line) });
    expect(looked()).toBe(0);
    await until(() => looked() > 4);
    await loop.stop();
    expect(told).toEqual(['not escalated: LOG_UNAVAILABLE: The log does not answer.']);
    const then = looked();
    await wait(20);
    expect(looked()).toBe(then);
  });

  it('stops at once while it waits', async () => {
    const { ports } = portsAway(0);
    const loop = new EscalationLoop({ ports, intervalMs: 600_000, report: () => undefined });
    const began = performance.now();
    await loop.stop();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
