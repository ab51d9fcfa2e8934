import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { CommandPorts, RecordedEnvelope, RegisterView } from '#application';
import type { DomainEvent } from '#domain';
import { planAggregates } from './aggregates.js';
import { HANDOVER_IMPORT } from './handovers.js';

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-handover-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ACT = '139-2025-nd-cp.chinh-phu.2025-06-12';
const HEAD = {
  handover_id: 'ban-giao-1',
  giver_office_id: 'BO_CONG_THUONG',
  receiver_office_id: 'CUC',
  deciding_office_id: 'CHINH_PHU',
  basis_act_id: ACT,
  basis_article: 'Đ.6',
  effective_on: '2025-07-01',
  drafted_on: '2025-07-03',
  signing_place: 'Hà Nội',
  provenance: 'STATED',
  source: 'made up',
};
const LINE = { ...HEAD, item_id: 'hs-1', kind: 'FILE', description: 'Hồ sơ gốc', quantity: '3' };
const MONEY = { ...HEAD, item_id: 'tien-1', kind: 'MONEY', description: 'Số dư', amount_vnd: '125000000' };

const register = {
  acts: (id: string) => (id === ACT ? { number: '139/2025/NĐ-CP' } : undefined),
  law: { lineage: {} },
  officeExists: (id: string) => !id.includes(':'),
  subjectExists: (id: string) => id === 'recorded',
} as unknown as RegisterView;

/** A log in which one handover is recorded, as its own row would record it. */
const ports = (recorded: readonly DomainEvent[] = []) =>
  ({
    clock: { now: () => new Date('2026-01-01T00:00:00Z') },
    readModel: { eventById: () => undefined },
    log: {
      readStream: async () =>
        recorded.map((e) => ({ ...e, schemaVersion: 1 }) as unknown as RecordedEnvelope),
    },
  }) as unknown as CommandPorts;

async function planOf(file: string, text: string, recorded?: readonly DomainEvent[]) {
  const path = join(folder, file);
  writeFileSync(path, text);
  return planAggregates(HANDOVER_IMPORT, path, { ports: ports(recorded), register });
}
function csv(...lines: readonly Readonly<Record<string, string>>[]): string {
  const { columns } = HANDOVER_IMPORT;
  return [columns, ...lines.map((line) => columns.map((c) => line[c] ?? ''))].map((r) => r.join()).join('\n');
}
const told = (plan: Awaited<ReturnType<typeof planOf>>) =>
  plan.problems.map(({ line, column, code }) => [line, column, code]);

describe('bangiao import handovers', () => {
  it('makes one draft of the lines of one handover', async () => {
    const plan = await planOf('a.csv', csv(LINE, MONEY, { ...LINE, handover_id: 'ban-giao-2' }));
    expect(plan.problems).toEqual([]);
    expect(plan.sources).toEqual([{ name: 'a.csv', rowsRead: 3, missing: 2, alreadyRecorded: 0 }]);
  });

  it('names the line of the item that is wrong, in its own columns', async () => {
    const wrong = [LINE, { ...MONEY, amount_vnd: '1.000.000' }, { ...MONEY, item_id: 'tien-2' }];
    expect(told(await planOf('b.csv', csv(...wrong)))).toEqual([
      [3, expect.stringContaining('amount_vnd'), 'INVALID_INPUT'],
    ]);
    const unknown = { ...LINE, handover_id: 'ban-giao-2', basis_act_id: 'x' };
    expect(told(await planOf('c.csv', csv(LINE, unknown)))).toEqual([[3, 'basis_act_id', 'UNKNOWN_ACT']]);
  });

  it('refuses lines that say different things of one handover, and cells that cannot be read', async () => {
    const other = { ...MONEY, receiver_office_id: 'THU_TUONG' };
    expect(told(await planOf('d.csv', csv(LINE, other)))).toEqual([[3, 'handover_id', 'INVALID_INPUT']]);
    const unread = { ...LINE, drafted_on: '2025-02-31', kind: 'THING' };
    expect(told(await planOf('e.csv', csv(unread)))).toEqual([
      [2, 'drafted_on', 'INVALID_DATE'],
      [2, 'kind', 'INVALID_INPUT'],
    ]);
  });

  it('takes a handover a line from NDJSON, and knows one that is recorded again', async () => {
    const row = {
      handoverId: 'recorded',
      giverOfficeId: 'BO_CONG_THUONG',
      receiverOfficeId: 'CUC',
      decidingOfficeId: 'CHINH_PHU',
      basis: { actId: ACT },
      effectiveOn: '2025-07-01',
      draftedOn: '2025-07-03',
      signingPlace: 'Hà Nội',
      items: [{ itemId: 'hs-1', kind: 'FILE', description: 'Hồ sơ gốc' }],
      provenance: 'STATED',
      source: 'made up',
    } as const;
    const { signingPlace: place, ...rest } = row;
    const by = { actorId: 'import', officeId: 'bangiao' };
    const event = { type: 'handover.drafted', data: { ...rest, place, by } } as unknown as DomainEvent;
    const plan = await planOf('f.ndjson', JSON.stringify(row), [event]);
    expect(told(plan)).toEqual([]);
    expect(plan.sources[0]).toMatchObject({ missing: 0, alreadyRecorded: 1 });
    const named = { ...row, handoverId: 'other', personName: 'x' };
    expect(told(await planOf('g.ndjson', JSON.stringify(named)))).toEqual([
      [1, 'personName', 'INVALID_INPUT'],
    ]);
  });
});
