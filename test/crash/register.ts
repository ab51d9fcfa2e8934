import { importStreams, systemClock, type StreamBatch } from '#application';
import { localDate, streamOf, type DomainEvent, type UnitVersion } from '#domain';
import { openSqliteEventLog } from '#event-log';
import { actStreams, dutyStreams, loadActs, loadDuties } from '#gazetteer';

const FROM = localDate('2025-07-01');
const ACT = '1686-nq-ubtvqh15.uy-ban-thuong-vu-quoc-hoi.2025-06-16';
/** Duties in number enough that a registration writes several events, and a dissolved commune passes some on. */
const DUTIES = 6;

const PROVINCE: UnitVersion = {
  unitId: '38@origin',
  code: '38',
  name: 'Tỉnh Thanh Hóa',
  level: 'PROVINCE',
  kind: 'TINH',
};
const DISTRICT: UnitVersion = {
  unitId: '38.huyen-tho-xuan@origin',
  name: 'Huyện Thọ Xuân',
  level: 'DISTRICT',
  kind: 'HUYEN',
  parentId: PROVINCE.unitId,
};
const commune = (unitId: string, name: string, parentId: string): UnitVersion => ({
  unitId,
  code: unitId.slice(0, 5),
  name,
  level: 'COMMUNE',
  kind: 'XA',
  parentId,
});
const BEFORE = [
  commune('15517@origin', 'Xã Xuân Hòa', DISTRICT.unitId),
  commune('15520@origin', 'Xã Thọ Hải', DISTRICT.unitId),
];
const AFTER = commune('15520@2025-07-01', 'Xã Xuân Hòa', PROVINCE.unitId);

/** Writes the units of one district before and after its end, with the acts and the first duties of the catalogue. */
export async function recordRegister(file: string): Promise<void> {
  const log = await openSqliteEventLog({ file, mode: 'read-write' });
  const acts = actStreams(loadActs().filter((act) => act.actId === ACT || act.kind === 'DECREE'));
  const batches = [...acts, ...dutyStreams(loadDuties().slice(0, DUTIES)), ...unitStreams()];
  const actor = { id: 'crash', office: 'bangiao', role: 'import' };
  await importStreams(log, batches, { importId: 'crash-register', actor, clock: systemClock });
  await log.close();
}

function unitStreams(): readonly StreamBatch[] {
  const listed = [PROVINCE, DISTRICT, ...BEFORE].map((unit): DomainEvent => ({
    type: 'unit.listed',
    data: { ...unit, source: 'crash' },
  }));
  const by = { actId: ACT, effectiveFrom: FROM };
  const ended = [DISTRICT, ...BEFORE];
  const changed: readonly DomainEvent[] = [
    ...ended.map(({ unitId }): DomainEvent => ({ type: 'unit.abolished', data: { unitId, ...by } })),
    { type: 'unit.established', data: { ...AFTER, ...by } },
    ...ended.map((unit): DomainEvent => ({
      type: 'unit.succeeded',
      data: {
        fromId: unit.unitId,
        toId: AFTER.unitId,
        extent: unit === DISTRICT ? 'PARTIAL' : 'WHOLE',
        actId: ACT,
        effectiveOn: FROM,
      },
    })),
  ];
  return [
    { stream: streamOf.boundary('origin.38'), events: listed },
    { stream: streamOf.boundary(ACT), events: changed },
  ];
}
