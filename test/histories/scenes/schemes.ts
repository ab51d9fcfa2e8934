import {
  AdvanceSchemeCommand,
  ChangeSchemePartyCommand,
  RearrangeCentreCommand,
  RegisterOrganisationCommand,
  RegisterSchemeCommand,
} from '#application';
import { localDate } from '#domain';
import { REASON, SAID, type Stage } from './scene.js';

const ACT = '2644-qd-ubnd.ubnd-thanh-pho-hai-phong.2025-07-01';
const ON = localDate('2025-07-01');
const centre = (organisationId: string) =>
  ({ organisationId, name: `Trung tâm ${organisationId}`, kind: 'PROMOTION_CENTRE', ...SAID }) as const;

/** A scheme takes a step, its centre goes into another and takes it along, and a beneficiary joins. */
export async function playSchemes(stage: Stage): Promise<void> {
  const schemeId = 'de-an-ghi-chep';
  await stage.run((by) => new RegisterOrganisationCommand(centre('tt-ghi-chep-cu'), by));
  const scheme = {
    schemeId,
    name: 'Đề án ghi chép',
    programme: 'NATIONAL',
    step: 'CONTRACTED',
    ...SAID,
  } as const;
  const executingUnit = { kind: 'ORGANISATION', id: 'tt-ghi-chep-cu' } as const;
  const more = { executingUnit, beneficiaries: [{ kind: 'HOUSEHOLD' }], provinceId: '30@origin' } as const;
  const registered = await stage.run(
    (by) => new RegisterSchemeCommand({ ...scheme, ...more, fromYear: 2025, contractNumber: '1' }, by),
  );
  const step = { schemeId, to: 'ADVANCED', effectiveOn: localDate('2025-03-01'), ...SAID } as const;
  const advanced = await stage.run(
    (by) => new AdvanceSchemeCommand({ ...step, expectedRevision: registered }, by),
  );
  const decision = { effectiveOn: ON, actId: ACT, reason: REASON, ...SAID };
  const predecessors = [{ organisationId: 'tt-ghi-chep-cu', extent: 'WHOLE' }] as const;
  await stage.run(
    (by) => new RearrangeCentreCommand({ ...decision, successor: centre('tt-ghi-chep'), predecessors }, by),
  );
  const to = { kind: 'COOPERATIVE', name: 'Hợp tác xã ghi chép' } as const;
  const joins = { ...decision, schemeId, role: 'BENEFICIARY', to } as const;
  await stage.run((by) => new ChangeSchemePartyCommand({ ...joins, expectedRevision: advanced + 1 }, by));
}
