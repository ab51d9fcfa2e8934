import type { Duty } from '#domain';
import { loadActs } from '../acts/index.js';
import { readRecords, requireDistinct, requireKnown } from '../records.js';

const FILE = ['duties', 'duties.json'] as const;

/**
 * The catalogue of duties, groups A to F.
 * @throws BanGiaoError `GAZETTEER_INVALID` for two duties of one id or a basis that is no act.
 */
export function loadDuties(): readonly Duty[] {
  const duties = readRecords<Duty>(...FILE);
  requireDistinct(
    duties.map((d) => d.dutyId),
    ...FILE,
  );
  const acts = new Set(loadActs().map((a) => a.actId));
  requireKnown(
    duties.flatMap((d) => d.rules.flatMap((r) => r.basisActId ?? [])),
    acts,
    ...FILE,
  );
  return duties;
}
