import { actId, type Act, type ActEnded } from '#domain';
import { readRecords, requireDistinct, requireKnown } from '../records.js';

/** An act with the end that another act brought it. */
export interface RecordedAct extends Act {
  readonly ended?: Omit<ActEnded, 'actId'>;
}

const FILE = ['acts', 'acts.json'] as const;

/**
 * The acts that duties, units and the sample clusters rest on.
 * @throws BanGiaoError `GAZETTEER_INVALID` for two acts of one id or a reference to none.
 */
export function loadActs(): readonly RecordedAct[] {
  const acts = readRecords<Omit<RecordedAct, 'actId'>>(...FILE).map((act) => ({
    ...act,
    actId: actId(act.number, act.issuer, act.issuedOn),
  }));
  const ids = acts.map((act) => act.actId);
  requireDistinct(ids, ...FILE);
  const cited = acts.flatMap((a) => [
    ...(a.amends ?? []),
    ...(a.replaces ?? []),
    ...(a.ended?.byActId === undefined ? [] : [a.ended.byActId]),
  ]);
  requireKnown(cited, new Set(ids), ...FILE);
  return acts;
}
