import type { Clocks, ReadModel } from '#application';
import { BanGiaoError } from '#domain';
import { actNode, clusterNode, officeNode, unitNode } from './nodes.js';
import type { ActType } from './types/act.js';
import type { ClusterType } from './types/cluster.js';
import type { OfficeType } from './types/responsibility.js';
import type { UnitType } from './types/unit.js';

/** What a field leads to by an id: at the clocks of what it is a field of, null where no id is given. */

export function actOf(readModel: ReadModel, id: string | undefined, knownSeq: number): ActType | null {
  const act = id === undefined ? undefined : readModel.act(id, knownSeq);
  return act === undefined ? null : actNode(act, knownSeq);
}

/** A unit as it is on the day, or as it last was. */
export function unitOf(readModel: ReadModel, id: string | undefined, clocks: Clocks): UnitType | null {
  if (id === undefined) return null;
  const unit = readModel.unit(id, clocks) ?? readModel.anyUnit(id, clocks.knownSeq);
  return unit === undefined ? null : unitNode(unit, clocks);
}

export function clusterOf(readModel: ReadModel, id: string | undefined, clocks: Clocks): ClusterType | null {
  const cluster = id === undefined ? undefined : readModel.cluster(id, clocks.knownSeq);
  return cluster === undefined ? null : clusterNode(cluster, clocks);
}

/** @throws BanGiaoError `UNKNOWN_OFFICE` where the log assigns an office that it does not know. */
export function officeOf(readModel: ReadModel, id: string, clocks: Clocks): OfficeType {
  const office = recordedOffice(readModel, id, clocks);
  if (office !== null) return office;
  throw new BanGiaoError('UNKNOWN_OFFICE', `Office ${id} is assigned but not recorded.`);
}

/** As `officeOf`, where there may be none. */
export function optionalOffice(
  readModel: ReadModel,
  id: string | undefined,
  clocks: Clocks,
): OfficeType | null {
  return id === undefined ? null : officeOf(readModel, id, clocks);
}

/** An office where the ledger names it. */
export function recordedOffice(
  readModel: ReadModel,
  id: string | undefined,
  clocks: Clocks,
): OfficeType | null {
  const office = id === undefined ? undefined : readModel.office(id, clocks);
  return office === undefined ? null : officeNode(office, clocks);
}
