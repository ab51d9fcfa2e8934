import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIRST_START, importedDataDir } from './imported.js';
import { ESTABLISH, MANAGE, OPERATE, RESPONSIBILITY, type Answer } from './questions.js';
import { removeDataDir, startService, type RunningService } from './service.js';

let service: RunningService;
beforeAll(async () => {
  service = await startService({}, await importedDataDir());
}, 180_000);
afterAll(async () => {
  await service.stop();
  removeDataDir(service.dataDir);
});

async function who(subjectId: string, dutyId: string, validAt: string): Promise<Answer> {
  const data = await service.ask<{ responsibility: Answer }>(RESPONSIBILITY, {
    subjectId,
    dutyId,
    at: { validAt },
  });
  return data.responsibility;
}
const officeIds = (answer: Answer) => answer.holders.map((h) => h.office.id);

describe('who was responsible, from the national data and the sample', () => {
  it('CN2: the district held until 2025-06-30', async () => {
    const answer = await who('cn2-soc-son', MANAGE, '2025-06-30');
    expect(answer.status).toBe('HELD');
    expect(officeIds(answer)).toEqual(['UBND_HUYEN:01.huyen-soc-son@origin']);
    expect(answer.holders[0]?.office.name).toBe('Ủy ban nhân dân huyện Sóc Sơn');
    expect(answer.basis?.act?.number).toBe('32/2024/NĐ-CP');
    expect(answer.until).toBe('2025-07-01');
  });

  it('CN2: its commune was divided, so every duty of group A is undetermined between the two communes named', async () => {
    const { duties } = await service.ask<{ duties: { id: string; group: string }[] }>(
      '{ duties { id group } }',
    );
    const groupA = duties.filter((d) => d.group === 'A');
    expect(groupA).toHaveLength(10);
    for (const duty of groupA) {
      const answer = await who('cn2-soc-son', duty.id, '2025-07-01');
      expect(answer.status).toBe('UNDETERMINED');
      expect(answer.holders).toEqual([]);
      expect(answer.candidates.map((c) => c.id)).toEqual([
        'UBND_XA:00376@2025-07-01',
        'UBND_XA:00433@2025-07-01',
      ]);
      expect(answer.candidates.map((c) => c.name)).toEqual([
        'Ủy ban nhân dân xã Sóc Sơn',
        'Ủy ban nhân dân xã Nội Bài',
      ]);
      expect(answer.since).toBe('2025-07-01');
    }
  });

  it('Xuân Hòa – Thọ Hải: two communes collapse into one, which holds', async () => {
    const answer = await who('xuan-hoa-tho-hai', MANAGE, '2025-07-01');
    expect(answer.status).toBe('HELD');
    expect(officeIds(answer)).toEqual(['UBND_XA:15520@2025-07-01']);
    expect(answer.holders[0]?.office.name).toBe('Ủy ban nhân dân xã Xuân Hòa');
    expect(answer.basis?.act?.number).toBe('139/2025/NĐ-CP');
    expect(answer.basis?.article).toContain('Đ.6');
    expect(answer.until).toBe('2027-03-01');
    expect(answer.decidedBy[0]?.type).toBe('responsibility.reassigned');
  });

  it('Phú Thịnh 2: held jointly without a lead, and from 2026-03-06 the answer tells of the rule by area', async () => {
    const before = await who('phu-thinh-2', MANAGE, '2025-08-15');
    expect(before.status).toBe('JOINT');
    expect(before.holders).toHaveLength(2);
    expect(before.holders.some((h) => h.lead)).toBe(false);
    expect(before.explanation).not.toContain('area');
    const after = await who('phu-thinh-2', MANAGE, '2026-03-06');
    expect(after.status).toBe('JOINT');
    expect(after.holders.some((h) => h.lead)).toBe(false);
    expect(after.explanation).toMatch(/larger area/);
    expect(after.explanation).toMatch(/areas are not known/);
  });

  it('Đại An mở rộng: from Quảng Nam to Đà Nẵng', async () => {
    const before = await who('dai-an-mo-rong', ESTABLISH, '2025-06-30');
    const after = await who('dai-an-mo-rong', ESTABLISH, '2025-07-01');
    expect(before.holders.map((h) => h.office.name)).toEqual(['Ủy ban nhân dân tỉnh Quảng Nam']);
    expect(after.holders.map((h) => h.office.name)).toEqual(['Ủy ban nhân dân thành phố Đà Nẵng']);
    expect(officeIds(after)).toEqual(['UBND_TINH:48@2025-07-01']);
    expect(officeIds(await who('dai-an-mo-rong', MANAGE, '2025-07-01'))).toEqual([
      'UBND_XA:20500@2025-07-01',
    ]);
  });

  it('no basis is recorded after NĐ 139/2025 lapses', async () => {
    expect((await who('xuan-hoa-tho-hai', MANAGE, '2027-02-28')).status).toBe('HELD');
    const answer = await who('xuan-hoa-tho-hai', MANAGE, '2027-03-02');
    expect(answer.status).toBe('NO_BASIS');
    expect(answer.holders).toEqual([]);
    expect(answer.explanation).toContain('139/2025/NĐ-CP');
  });

  it('Phố Ràng: the dissolved committee was investor, so nobody is', async () => {
    expect(officeIds(await who('pho-rang', OPERATE, '2025-06-30'))).toEqual([
      'UBND_HUYEN:10.huyen-bao-yen@origin',
    ]);
    const answer = await who('pho-rang', OPERATE, '2025-07-01');
    expect(answer.status).toBe('VACANT');
    expect(answer.holders).toEqual([]);
  });

  it('an enterprise stays investor', async () => {
    const before = await who('y-can', OPERATE, '2025-06-30');
    const after = await who('y-can', OPERATE, '2025-07-01');
    expect(after.status).toBe('HELD');
    expect(officeIds(after)).toEqual(officeIds(before));
    expect(officeIds(after)[0]).toMatch(/^ENTERPRISE:/);
  });

  it('Yên Hợp: the service unit continues, until the province decided in 2026', async () => {
    const pending = await who('yen-hop', OPERATE, '2025-08-01');
    expect(pending.status).toBe('CONTINUING_PENDING_REARRANGEMENT');
    expect(pending.basis?.article).toContain('35(3)');
    const decided = await who('yen-hop', OPERATE, '2026-05-12');
    expect(decided.status).toBe('HELD');
    expect(officeIds(decided)).toEqual(['UBND_XA:04441@2025-07-01']);
  });

  it('Quán Lát: its commune is unknown, so all successors of its district are candidates', async () => {
    const answer = await who('quan-lat', MANAGE, '2025-07-01');
    expect(answer.status).toBe('UNDETERMINED');
    expect(answer.candidates.map((c) => c.name).sort()).toEqual(
      ['Lân Phong', 'Long Phụng', 'Mỏ Cày', 'Mộ Đức'].map((name) => `Ủy ban nhân dân xã ${name}`).sort(),
    );
  });
});

describe('the README', () => {
  it('shows the question and the answer that the service gives', async () => {
    const readme = readFileSync('README.md', 'utf8');
    const question = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const shown = /<!-- answer:begin -->\s*```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    expect(await service.query(question)).toEqual(JSON.parse(shown));
  });

  it('counts what the import read, took over and rejected', () => {
    const said = readFileSync(join(service.dataDir, FIRST_START), 'utf8');
    const counts = [...said.matchAll(/(\d+) rows = (\d+) facts \+ (\d+) rejected/g)];
    expect(counts.length).toBeGreaterThan(3);
    for (const [, rows, facts, rejected] of counts)
      expect(Number(rows)).toBe(Number(facts) + Number(rejected));
  });
});

describe('units at a date', () => {
  it('the same code is another unit on either side of the reform', async () => {
    const unit =
      '{ unit(id: "15520@2025-07-01") { name predecessors { extent from { id name } act { number } } } }';
    const { unit: found } = await service.ask<{
      unit: { name: string; predecessors: { from: { id: string }; extent: string }[] };
    }>(unit);
    expect(found.name).toBe('Xã Xuân Hòa');
    expect(found.predecessors.map((p) => [p.from.id, p.extent])).toEqual(
      expect.arrayContaining([
        ['15517@origin', 'WHOLE'],
        ['15520@origin', 'WHOLE'],
      ]),
    );
  });

  it('names are found without diacritics', async () => {
    const document = `{ units(filter: { name: "soc son", level: COMMUNE }, at: { validAt: "2025-07-01" }) { edges { node { id name } } } }`;
    const { units } = await service.ask<{ units: { edges: { node: { name: string } }[] } }>(document);
    expect(units.edges.map((e) => e.node.name)).toContain('Xã Sóc Sơn');
  });

  it('H17: are these two communes? One, found under the code of either list', async () => {
    const at = '{ validAt: "2026-01-01" }';
    type Found = { id: string; name: string; code: string; aliases: string[] } | null;
    const unit = async (code: string, day = at) => {
      const document = `{ unit(id: "${code}", at: ${day}) { id name code aliases } }`;
      return (await service.ask<{ unit: Found }>(document)).unit;
    };
    const BA_CHE = { id: '06970@2025-07-01', name: 'Xã Ba Chẽ', code: '06970', aliases: ['06978'] };
    expect([await unit('06970'), await unit('06978')]).toEqual([BA_CHE, BA_CHE]);
    const listed = async (code: string, day: string) => {
      const document = `{ units(filter: { code: "${code}" }, at: ${day}) { edges { node { id } } } }`;
      const { units } = await service.ask<{ units: { edges: { node: { id: string } }[] } }>(document);
      return units.edges.map(({ node }) => node.id);
    };
    expect([await listed('06970', at), await listed('06978', at)]).toEqual([[BA_CHE.id], [BA_CHE.id]]);
    // The commune that has a code itself comes before one that a list gave it by mistake.
    expect(await unit('23737', '{ validAt: "2025-06-30" }')).toMatchObject({ id: '23737@origin' });
    expect(await listed('23737', '{ validAt: "2025-06-30" }')).toEqual(['23737@origin']);
    // It did not exist on the day before, and it was not yet recorded on the day that knowledge began.
    expect(await unit('06978', '{ validAt: "2025-06-30" }')).toBeNull();
    expect(await unit('06978', '{ validAt: "2026-01-01", knownAt: "2000-01-01T00:00:00Z" }')).toBeNull();
  });

  it('Đồng Nai becomes a city in 2026 and no responsibility moves', async () => {
    const name = async (validAt: string) =>
      (
        await service.ask<{ unit: { name: string; kind: string } }>(
          'query ($at: At) { unit(id: "26248@2025-07-01", at: $at) { name kind } }',
          { at: { validAt } },
        )
      ).unit;
    expect(await name('2026-04-29')).toEqual({ name: 'Xã Trảng Bom', kind: 'XA' });
    expect(await name('2026-04-30')).toEqual({ name: 'Phường Trảng Bom', kind: 'PHUONG' });
  });

  it('counts every unit before and after', async () => {
    const count = async (level: string, validAt: string) => {
      let after: string | null = null;
      let total = 0;
      do {
        const page: { units: { edges: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
          await service.ask(
            `query ($filter: UnitFilter, $at: At, $after: String) {
             units(filter: $filter, at: $at, first: 100, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
           }`,
            { filter: { level }, at: { validAt }, after },
          );
        total += page.units.edges.length;
        after = page.units.pageInfo.hasNextPage ? page.units.pageInfo.endCursor : null;
      } while (after !== null);
      return total;
    };
    expect(await count('PROVINCE', '2025-06-30')).toBe(63);
    expect(await count('DISTRICT', '2025-06-30')).toBe(696);
    expect(await count('COMMUNE', '2025-06-30')).toBe(10_035);
    expect(await count('PROVINCE', '2025-07-01')).toBe(34);
    expect(await count('DISTRICT', '2025-07-01')).toBe(0);
    expect(await count('COMMUNE', '2025-07-01')).toBe(3_321);
  });
});
