import {
  AdvanceInvestorCommand,
  AppointInvestorCommand,
  CorrectInvestorCommand,
  EndInvestorCommand,
  RearrangeInvestorCommand,
  RegisterActCommand,
  RegisterEnterpriseCommand,
  ReplaceInvestorCommand,
} from '#application';
import { actId, localDate } from '#domain';
import { REASON, SAID, type Stage } from './scene.js';

const ACT = { number: '9010/QĐ-UBND', issuer: 'UBND tỉnh Lào Cai', issuedOn: localDate('2026-11-02') };
const ON = localDate('2026-11-02');
/** Recorded first for the rearrangement, and corrected. */
const WRONG = localDate('2026-11-10');
const CLUSTER = 'dong-an';

/** An enterprise applies, is scored, appointed and replaced; a dissolved committee is rearranged; one is ended. */
export async function playInvestors(stage: Stage): Promise<void> {
  const act = { ...ACT, kind: 'PROVINCIAL_DECISION', inForceFrom: ON, ...SAID } as const;
  await stage.run((by) => new RegisterActCommand(act, by));
  for (const enterpriseId of ['doanh-nghiep-mot', 'doanh-nghiep-hai'])
    await stage.run(
      (by) =>
        new RegisterEnterpriseCommand({ enterpriseId, name: `Doanh nghiệp ${enterpriseId}`, ...SAID }, by),
    );
  await select(stage);
  await rearrange(stage);
}

const by = { actId: actId(ACT.number, ACT.issuer, ACT.issuedOn), reason: REASON, ...SAID };

async function select(stage: Stage): Promise<void> {
  const appointmentId = `${CLUSTER}-investor-2`;
  const step = { appointmentId, clusterId: CLUSTER, effectiveOn: ON, reason: REASON, ...SAID };
  const applicant = { officeId: 'ENTERPRISE:doanh-nghiep-mot', name: 'Doanh nghiệp doanh-nghiep-mot' };
  let expectedRevision = await stage.run(
    (at) => new AdvanceInvestorCommand({ ...step, to: 'APPLIED', applicant, expectedRevision: 0 }, at),
  );
  const score = { total: '80', parts: ['10', '10', '25', '35'] };
  const scored = { ...step, to: 'SCORED', score, expectedRevision } as const;
  expectedRevision = await stage.run((at) => new AdvanceInvestorCommand(scored, at));
  const appointed = {
    clusterId: CLUSTER,
    appointmentId,
    investor: {
      kind: 'ENTERPRISE',
      name: 'Liên danh ghi chép',
      members: [
        { enterpriseId: 'doanh-nghiep-mot', sharePercent: '60' },
        { enterpriseId: 'doanh-nghiep-hai' },
      ],
    },
    from: ON,
    ...by,
  } as const;
  expectedRevision = await stage.run(
    (at) => new AppointInvestorCommand({ ...appointed, expectedRevision }, at),
  );
  const replaced = {
    clusterId: CLUSTER,
    appointmentId,
    effectiveOn: localDate('2026-11-16'),
    successor: { kind: 'ENTERPRISE', enterpriseId: 'doanh-nghiep-hai' },
    ...by,
  } as const;
  expectedRevision = await stage.run(
    (at) => new ReplaceInvestorCommand({ ...replaced, expectedRevision }, at),
  );
  const ended = {
    clusterId: CLUSTER,
    appointmentId: `${CLUSTER}-investor-3`,
    effectiveOn: localDate('2026-12-01'),
    outcome: 'TERMINATED',
    ...by,
  } as const;
  await stage.run((at) => new EndInvestorCommand({ ...ended, expectedRevision }, at));
}

/** The committee of huyện Bảo Yên was dissolved; that a commune follows it is made up, and a first, wrong day too. */
async function rearrange(stage: Stage): Promise<void> {
  const clusterId = 'pho-rang';
  const transferred = {
    clusterId,
    appointmentId: `${clusterId}-investor-1`,
    outcome: 'TRANSFERRED_TO_COMMUNE',
    successor: { kind: 'COMMITTEE', unitId: '02947@2025-07-01' },
    ...by,
  } as const;
  const wrong = { ...transferred, effectiveOn: WRONG, expectedRevision: 0 };
  const outcome = await stage.outcome((at) => new RearrangeInvestorCommand(wrong, at));
  if (!outcome.ok) throw new Error('The rearrangement was refused.');
  const { eventIds, revision } = outcome;
  const correction = { clusterId, corrects: eventIds[0] ?? '', expectedRevision: revision, ...by };
  const expectedRevision = await stage.run((at) => new CorrectInvestorCommand(correction, at));
  const right = { ...transferred, effectiveOn: ON, expectedRevision };
  await stage.run((at) => new RearrangeInvestorCommand(right, at));
}
