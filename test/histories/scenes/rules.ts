import { DecideRuleCommand } from '#application';
import { localDate } from '#domain';
import { REASON, SAID, type Stage } from './scene.js';

/** A province decides a matter of Đ.12, and what was recorded of it is put right. */
export async function playRules(stage: Stage): Promise<void> {
  const rule = {
    matter: 'ccn_decide_occupancy_condition',
    provinceUnitId: '15@2025-07-01',
    text: 'Tính trên địa bàn cấp xã (ghi chép)',
    percent: '50',
    from: localDate('2026-04-01'),
    actId: '16-2026-qd-ubnd.ubnd-tinh-lao-cai.undated',
    ...SAID,
  } as const;
  const expectedRevision = await stage.run((by) => new DecideRuleCommand(rule, by));
  await stage.run(
    (by) => new DecideRuleCommand({ ...rule, article: 'Đ.5', reason: REASON, expectedRevision }, by),
  );
}
