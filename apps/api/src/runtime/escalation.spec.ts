import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { escalateOverdue, overdueTasks, type CommandPorts, type EventLog } from '#application';
import { BanGiaoError, localDate } from '#domain';
import { openProjector, openReadModel } from '#read-model';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';
import { recordDistrict } from '../testing/one-district.js';
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

/** A handover of a dissolved district that waits for two signatures. */
const SCHEDULED = `
  draftHandover(input: { handoverId: "h", giverOfficeId: "PUBLIC_SERVICE_UNIT:to-ban-giao", giverName: "Tổ bàn giao",
          giverActsFor: "15.huyen-tran-yen@origin", receiverOfficeId: "UBND_XA:04441@2025-07-01",
          decidingOfficeId: "CT_UBND_TINH:15@2025-07-01", effectiveOn: "2025-07-01", draftedOn: "2025-07-03",
          basis: { actId: "139-2025-nd-cp.chinh-phu.2025-06-12", article: "Đ.6" }, provenance: STATED, source: "made up",
          items: [{ itemId: "1", kind: FILE, description: "Hồ sơ" }] }) { __typename }
        inventoryHandover(input: { handoverId: "h", expectedRevision: 0, inventoriedOn: "2025-07-05",
          items: [{ itemId: "1", kind: FILE, description: "Hồ sơ" }] }) { __typename }
        scheduleHandover(input: { handoverId: "h", expectedRevision: 1, agreedOn: "2025-07-06",
          scheduledFor: "2025-07-15" }) { __typename }`;

async function mutate(service: EmptyService, steps: string): Promise<void> {
  const sent = await service.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: `mutation { ${steps} }` },
  });
  const { data } = sent.json<{ data: Record<string, { __typename: string }> }>();
  for (const { __typename } of Object.values(data)) expect(__typename).toMatch(/HandoverResult$/);
}

describe('a signature that is late', () => {
  it('is brought before the chairman once, also where an earlier step is recorded after that', async () => {
    const service = await startEmptyService();
    const on = localDate('2025-08-12');
    const looked = async (): Promise<readonly string[]> => {
      const actor = { id: 'test', office: 'bangiao', role: 'system' };
      const officeIds: string[] = [];
      for await (const late of escalateOverdue(service.runtime.ports, { on, actor }))
        if (late.ok) officeIds.push(late.escalated.officeId);
      return officeIds;
    };
    try {
      await recordDistrict(service.runtime.ports.log);
      await mutate(service, SCHEDULED);
      expect(await looked()).toHaveLength(2);
      const earlier = `scheduleHandover(input: { handoverId: "h", expectedRevision: 2, agreedOn: "2025-07-05",
        scheduledFor: "2025-07-14" }) { __typename }`;
      await mutate(service, earlier);
      expect(await looked()).toEqual([]);
      const query = `{ worklist(officeId: "CT_UBND_TINH:15@2025-07-01", at: { validAt: "2025-08-12" }) { edges { node {
        id officeId: office { id } escalation { effectiveOn } } } } }`;
      const sent = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      const { edges } = sent.json<{ data: { worklist: { edges: readonly object[] } } }>().data.worklist;
      expect(edges).toHaveLength(2);
      for (const edge of edges)
        expect(edge).toMatchObject({
          node: { id: expect.stringMatching(/2025-07-05$/), escalation: { effectiveOn: '2025-08-12' } },
        });
    } finally {
      await service.close();
    }
  });
});

describe('a body that gives for a dissolved district', () => {
  it('is brought before the chairman of the province where it does not sign, as the receiver is', async () => {
    const service = await startEmptyService();
    try {
      await recordDistrict(service.runtime.ports.log);
      await mutate(service, SCHEDULED);
      const chairmen: Record<string, string> = {};
      for await (const late of overdueTasks(service.runtime.ports, localDate('2025-08-12')))
        if (late.ok) chairmen[late.escalated.officeId] = late.escalated.toOfficeId;
      expect(chairmen).toEqual({
        'PUBLIC_SERVICE_UNIT:to-ban-giao': 'CT_UBND_TINH:15@2025-07-01',
        'UBND_XA:04441@2025-07-01': 'CT_UBND_TINH:15@2025-07-01',
      });
    } finally {
      await service.close();
    }
  });
});
