import { importStreams, systemClock, type EventLog, type StreamBatch } from '#application';
import { localDate, streamOf, type DomainEvent, type UnitVersion } from '#domain';
import { actStreams, dutyStreams, loadActs, loadDuties } from '#gazetteer';

const REFORM = localDate('2025-07-01');
/** The resolution that changed the provinces. */
export const BOUNDARY = '202-2025-qh15.quoc-hoi.2025-06-12';
/** The decision of the merged province on Yên Hợp. */
export const DECISION = '1637-qd-ubnd.ubnd-tinh-lao-cai.2026-05-12';
const DUTIES = /^ccn_(investor_|rearrange_|manage_local)/;

/** Records one district of Yên Bái before and after its end, with the duties of investors and the acts they rest on. */
export async function recordDistrict(log: EventLog): Promise<void> {
  const acts = actStreams(
    loadActs()
      .filter(({ actId, kind }) => kind === 'DECREE' || [BOUNDARY, DECISION].includes(actId))
      .map(({ amends: _a, replaces: _r, ended: _e, ...act }) => act),
  );
  const duties = dutyStreams(loadDuties().filter(({ dutyId }) => DUTIES.test(dutyId)));
  const actor = { id: 'test', office: 'test', role: 'import' };
  const batches = [...acts, ...duties, ...unitStreams()];
  await importStreams(log, batches, { importId: 'one-district', actor, clock: systemClock });
}

const unit = (unitId: string, name: string, parentId?: string): UnitVersion => ({
  unitId,
  ...(unitId.includes('.') ? {} : { code: unitId.split('@')[0] ?? '' }),
  name,
  level: parentId === undefined ? 'PROVINCE' : unitId.includes('.') ? 'DISTRICT' : 'COMMUNE',
  kind: parentId === undefined ? 'TINH' : unitId.includes('.') ? 'HUYEN' : 'XA',
  ...(parentId === undefined ? {} : { parentId }),
});

const OLD_PROVINCE = unit('15@origin', 'Tỉnh Yên Bái');
export const DISTRICT = unit('15.huyen-tran-yen@origin', 'Huyện Trấn Yên', '15@origin');
const OLD = unit('04441@origin', 'Xã Xuân Ái', DISTRICT.unitId);
const PROVINCE = unit('15@2025-07-01', 'Tỉnh Lào Cai');
const NEW = unit('04441@2025-07-01', 'Xã Xuân Ái', PROVINCE.unitId);

function unitStreams(): readonly StreamBatch[] {
  const by = { actId: BOUNDARY, effectiveFrom: REFORM };
  const before = [OLD_PROVINCE, DISTRICT, OLD];
  const listed = before.map((data): DomainEvent => ({
    type: 'unit.listed',
    data: { ...data, source: 'test' },
  }));
  const edge = (from: UnitVersion, to: UnitVersion): DomainEvent => ({
    type: 'unit.succeeded',
    data: { fromId: from.unitId, toId: to.unitId, extent: 'WHOLE', actId: BOUNDARY, effectiveOn: REFORM },
  });
  const changed: readonly DomainEvent[] = [
    ...before.map(({ unitId }): DomainEvent => ({ type: 'unit.abolished', data: { unitId, ...by } })),
    ...[PROVINCE, NEW].map((data): DomainEvent => ({ type: 'unit.established', data: { ...data, ...by } })),
    edge(OLD_PROVINCE, PROVINCE),
    edge(OLD, NEW),
    edge(DISTRICT, NEW),
  ];
  return [
    { stream: streamOf.boundary('origin.15'), events: listed },
    { stream: streamOf.boundary(BOUNDARY), events: changed },
  ];
}
