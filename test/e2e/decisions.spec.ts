import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MANAGE, RESPONSIBILITY, type Answer } from './questions.js';
import { importedDataDir } from './imported.js';
import { removeDataDir, startService, type RunningService } from './service.js';

let service: RunningService;
beforeAll(async () => {
  service = await startService({}, await importedDataDir());
}, 150_000);
afterAll(async () => {
  await service.stop();
  removeDataDir(service.dataDir);
});

interface Written {
  readonly id: string;
  readonly position: string;
  readonly revision: number;
}
interface Refused {
  readonly code: string;
  readonly field: string;
  readonly value: string;
  readonly remedy: string;
}

/** Sends a mutation and gives its result, or its refusal. */
async function decide(name: string, input: Record<string, unknown>): Promise<Written & Partial<Refused>> {
  const type = name[0]?.toUpperCase() + name.slice(1);
  const data = await service.ask<Record<string, Written & Partial<Refused>>>(
    `mutation ($input: ${type}Input!) {
       ${name}(input: $input) {
         ... on ${type}Result { id position revision }
         ... on Refusal { code field value remedy }
       }
     }`,
    { input },
  );
  return data[name] as Written & Partial<Refused>;
}

async function who(subjectId: string, dutyId: string, at: Record<string, unknown>): Promise<Answer> {
  return (await service.ask<{ responsibility: Answer }>(RESPONSIBILITY, { subjectId, dutyId, at }))
    .responsibility;
}

async function revisionOf(id: string): Promise<number> {
  return (
    await service.ask<{ cluster: { revision: number } }>(
      'query ($id: ID!) { cluster(id: $id) { revision } }',
      { id },
    )
  ).cluster.revision;
}

/** Registers an act of its own for a test and gives its id. */
async function newAct(number: string, issuer: string, issuedOn: string): Promise<string> {
  const act = await decide('registerAct', {
    kind: 'PROVINCIAL_DECISION',
    number,
    issuer,
    issuedOn,
    inForceFrom: issuedOn,
    provenance: 'STATED',
    source: 'test of the running service',
  });
  expect(act.code).toBeUndefined();
  return act.id;
}

describe('a cluster of a divided commune is placed on stated evidence', () => {
  it('was undetermined, is held since the reform, and stays undetermined as known before', async () => {
    const actId = await newAct('9001/QĐ-UBND', 'UBND thành phố Hà Nội', '2026-10-01');
    const knownBefore = new Date().toISOString();
    const input = {
      clusterId: 'cn2-soc-son',
      communeIds: ['00433@2025-07-01'],
      from: '2025-07-01',
      evidence: 'Land parcel map of the detailed plan',
      actId,
      reason: 'The whole cluster lies in the part of Mai Đình that went to Nội Bài.',
      expectedRevision: await revisionOf('cn2-soc-son'),
      commandId: randomUUID(),
    };
    const placed = await decide('placeCluster', input);
    expect(placed.code).toBeUndefined();

    const now = await who('cn2-soc-son', MANAGE, { validAt: '2025-07-01', position: placed.position });
    expect(now.status).toBe('HELD');
    expect(now.holders.map((h) => h.office.id)).toEqual(['UBND_XA:00433@2025-07-01']);
    expect(now.decidedBy.map((e) => e.type)).toContain('cluster.placed');
    const then = await who('cn2-soc-son', MANAGE, { validAt: '2025-07-01', knownAt: knownBefore });
    expect(then.status).toBe('UNDETERMINED');

    const again = await decide('placeCluster', input);
    expect([again.position, again.revision]).toEqual([placed.position, placed.revision]);
    const stale = await decide('placeCluster', { ...input, commandId: randomUUID() });
    expect(stale.code).toBe('STALE_REVISION');
    expect(stale.field).toBe('expectedRevision');
  });
});

describe('the hectares of a spanning cluster are recorded', () => {
  it('names the lead by the rule of the province, for its duties, from its first day and from then on known', async () => {
    const [before, other] = [{ validAt: '2026-11-30' }, 'ccn_submit_establishment_petition'];
    const unknown = await who('phu-thinh-2', MANAGE, before);
    expect(unknown.explanation).toContain('the areas are not known');
    expect((await who('phu-thinh-2', other, before)).explanation).toContain('no lead is named.');
    const knownBefore = new Date().toISOString();
    const recorded = await decide('recordShares', {
      clusterId: 'phu-thinh-2',
      shares: [
        { unitId: '04279@2025-07-01', areaHa: '50' },
        { unitId: '04714@2025-07-01', areaHa: '25' },
      ],
      from: '2025-07-01',
      provenance: 'STATED',
      source: 'Figures of a test.',
      reason: 'Measured.',
      expectedRevision: await revisionOf('phu-thinh-2'),
    });
    expect(recorded.code).toBeUndefined();
    const leadsOn = async (at: Record<string, unknown>, dutyId = MANAGE) =>
      (await who('phu-thinh-2', dutyId, at)).holders.filter((h) => h.lead).map((h) => h.office.id);
    const { position } = recorded;
    expect(await leadsOn({ ...before, position })).toEqual(['UBND_XA:04279@2025-07-01']);
    expect(await leadsOn({ validAt: '2026-03-05', position })).toEqual([]);
    expect(await leadsOn({ ...before, knownAt: knownBefore })).toEqual([]);
    expect(await leadsOn({ ...before, position }, other)).toEqual([]);
    const now = await who('phu-thinh-2', MANAGE, { ...before, position });
    expect(now.explanation).toContain('Phường Văn Phú leads');
    expect(now.explanation).toContain('QĐ 16/2026/QĐ-UBND Đ.14(3)');
  });
});

describe('a lead is named for a spanning cluster', () => {
  it('keeps both holders and marks one, from the day of the decision', async () => {
    const actId = await newAct('9002/QĐ-UBND', 'UBND tỉnh Lào Cai', '2025-09-01');
    const joint = await who('phu-thinh-2', MANAGE, { validAt: '2025-10-01' });
    const lead = joint.holders[0]?.office.id ?? '';
    const named = await decide('nameLead', {
      clusterId: 'phu-thinh-2',
      leadOfficeId: lead,
      from: '2025-09-01',
      actId,
      reason: 'Named by the province.',
      expectedRevision: await revisionOf('phu-thinh-2'),
    });
    expect(named.code).toBeUndefined();
    const at = (validAt: string) => who('phu-thinh-2', MANAGE, { validAt, position: named.position });
    expect((await at('2025-08-31')).holders.some((h) => h.lead)).toBe(false);
    const after = await at('2026-05-01');
    expect(after.status).toBe('JOINT');
    expect(after.holders.filter((h) => h.lead).map((h) => h.office.id)).toEqual([lead]);
    expect(after.basis?.act?.number).toBe('139/2025/NĐ-CP');
    expect((await at('2027-03-02')).status).toBe('NO_BASIS');
  });
});

describe('a wrong reassignment is corrected with effect in the past', () => {
  it('shows the new holder now and the old one as known then', async () => {
    const actId = await newAct('9003/QĐ-UBND', 'UBND tỉnh Thanh Hóa', '2026-09-15');
    const before = await who('xuan-hoa-tho-hai', MANAGE, { validAt: '2025-10-01' });
    const knownBefore = new Date().toISOString();
    const corrected = await decide('correctReassignment', {
      eventId: before.decidedBy[0]?.id,
      holders: [{ officeId: 'UBND_XA:15544@2025-07-01', lead: false }],
      to: '2025-11-01',
      actId,
      reason: 'Test of a correction.',
      expectedRevision: await revisionOf('xuan-hoa-tho-hai'),
    });
    if (corrected.code === 'UNKNOWN_OFFICE') throw new Error(JSON.stringify(corrected));
    const at = { validAt: '2025-10-01', position: corrected.position };
    const now = await who('xuan-hoa-tho-hai', MANAGE, at);
    expect(now.holders.map((h) => h.office.id)).toEqual(['UBND_XA:15544@2025-07-01']);
    expect(now.decidedBy[0]?.type).toBe('responsibility.corrected');
    const then = await who('xuan-hoa-tho-hai', MANAGE, { validAt: '2025-10-01', knownAt: knownBefore });
    expect(then.holders.map((h) => h.office.id)).toEqual(['UBND_XA:15520@2025-07-01']);
    const later = await who('xuan-hoa-tho-hai', MANAGE, { ...at, validAt: '2025-11-01' });
    expect(later.holders.map((h) => h.office.id)).toEqual(['UBND_XA:15520@2025-07-01']);
  });
});

describe('a duty is given to another office by decision', () => {
  it('from a day on, and the district before the reform is untouched', async () => {
    const actId = await newAct('9004/QĐ-UBND', 'UBND thành phố Đà Nẵng', '2025-12-01');
    const reassigned = await decide('reassign', {
      subjectId: 'dai-an-mo-rong',
      dutyId: MANAGE,
      holders: [{ officeId: 'SO_CONG_THUONG:48@2025-07-01', lead: false }],
      from: '2025-12-01',
      actId,
      reason: 'Given to the department.',
      expectedRevision: await revisionOf('dai-an-mo-rong'),
    });
    expect(reassigned.code).toBeUndefined();
    const at = (validAt: string) => who('dai-an-mo-rong', MANAGE, { validAt, position: reassigned.position });
    expect((await at('2025-11-30')).holders.map((h) => h.office.id)).toEqual(['UBND_XA:20500@2025-07-01']);
    expect((await at('2025-12-01')).holders.map((h) => h.office.name)).toEqual([
      'Sở Công Thương thành phố Đà Nẵng',
    ]);
  });
});

describe('the end of an act', () => {
  it('changes every answer that rests on it from then on in record time only', async () => {
    const { acts } = await service.ask<{ acts: { edges: { node: { id: string; revision: number } }[] } }>(
      '{ acts(filter: { number: "139/2025/NĐ-CP" }) { edges { node { id revision } } } }',
    );
    const act = acts.edges[0]?.node;
    const knownBefore = new Date().toISOString();
    const ended = await decide('endAct', {
      actId: act?.id,
      endsOn: '2026-12-01',
      manner: 'REPEALED',
      reason: 'Test of a repeal.',
      expectedRevision: act?.revision,
    });
    expect(ended.code).toBeUndefined();
    const at = { validAt: '2026-12-15', position: ended.position };
    expect((await who('quan-lat', MANAGE, at)).status).toBe('NO_BASIS');
    expect((await who('quan-lat', MANAGE, { validAt: '2026-12-15', knownAt: knownBefore })).status).toBe(
      'UNDETERMINED',
    );
    expect((await who('quan-lat', MANAGE, { ...at, validAt: '2026-11-30' })).status).toBe('UNDETERMINED');
  });
});

describe('a cluster registered afterwards with a start in the past', () => {
  it('goes through the transition as well', async () => {
    const registered = await decide('registerCluster', {
      clusterId: 'test-tho-xuan',
      name: 'Cụm công nghiệp thử nghiệm',
      status: 'UNKNOWN',
      since: '2024-06-01',
      placements: [
        {
          precision: 'COMMUNE',
          unitIds: ['15520@origin'],
          complete: true,
          provenance: 'STATED',
          evidence: 'test',
        },
      ],
      documents: [],
      claims: [],
      investor: { kind: 'UNKNOWN' },
      provenance: 'STATED',
      source: 'test of the running service',
    });
    expect(registered.code).toBeUndefined();
    const at = (validAt: string) => who('test-tho-xuan', MANAGE, { validAt, position: registered.position });
    expect((await at('2024-05-31')).status).toBe('NO_BASIS');
    expect((await at('2025-06-30')).holders.map((h) => h.office.id)).toEqual([
      'UBND_HUYEN:38.huyen-tho-xuan@origin',
    ]);
    expect((await at('2025-07-01')).holders.map((h) => h.office.id)).toEqual(['UBND_XA:15520@2025-07-01']);
  });
});

describe('bad input changes nothing and the service goes on', () => {
  const unchanged = async (act: () => Promise<void>) => {
    const head = async () => (await service.ask<{ log: { head: string } }>('{ log { head } }')).log.head;
    const before = await head();
    await act();
    expect(await head()).toBe(before);
  };

  it.each([
    ['31 February', { validAt: '2026-02-31' }, 'INVALID_DATE', '2026-02-31'],
    ['a moment without offset', { knownAt: '2026-02-01T00:00:00' }, 'INVALID_INSTANT', '2026-02-01T00:00:00'],
    ['a position that is none', { position: 'latest' }, 'INVALID_POSITION', 'latest'],
  ])('%s', async (_name, at, code, value) => {
    const answer = await service.query(RESPONSIBILITY, { subjectId: 'pho-rang', dutyId: MANAGE, at });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code, value });
    expect(answer.errors?.[0]?.extensions?.['remedy']).toEqual(expect.any(String));
  });

  it.each([
    ['duty', { subjectId: 'pho-rang', dutyId: 'ccn_none' }, 'UNKNOWN_DUTY'],
    ['subject', { subjectId: 'none', dutyId: MANAGE }, 'UNKNOWN_SUBJECT'],
  ])('an unknown %s', async (_name, variables, code) => {
    const answer = await service.query(RESPONSIBILITY, variables);
    expect(answer.errors?.[0]?.extensions?.['code']).toBe(code);
  });

  it('a code that exists in two eras without a date', async () => {
    const answer = await service.query('{ unit(id: "15520") { id } }');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'AMBIGUOUS_CODE', value: '15520' });
    const dated = await service.ask<{ unit: { id: string } }>(
      '{ unit(id: "15520", at: { validAt: "2025-06-30" }) { id } }',
    );
    expect(dated.unit.id).toBe('15520@origin');
  });

  it('unknown units and acts in a decision', async () => {
    await unchanged(async () => {
      const expectedRevision = await revisionOf('hoa-lien');
      const input = {
        clusterId: 'hoa-lien',
        communeIds: ['99999@2025-07-01'],
        from: '2025-07-01',
        evidence: 'none',
        actId: 'no-such-act',
        reason: 'test',
        expectedRevision,
      };
      expect((await decide('placeCluster', input)).code).toBe('UNKNOWN_ACT');
    });
  });

  it('an interval that reaches into a later one', async () => {
    await unchanged(async () => {
      const { acts } = await service.ask<{ acts: { edges: { node: { id: string } }[] } }>(
        '{ acts(filter: { number: "32/2024/NĐ-CP" }) { edges { node { id } } } }',
      );
      const refused = await decide('reassign', {
        subjectId: 'thach-tru',
        dutyId: MANAGE,
        holders: [{ officeId: 'BO_CONG_THUONG', lead: false }],
        from: '2025-01-01',
        actId: acts.edges[0]?.node.id,
        reason: 'test',
        expectedRevision: await revisionOf('thach-tru'),
      });
      expect(refused.code).toBe('OVERLAPPING_INTERVAL');
    });
  });
});
