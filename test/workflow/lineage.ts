import type { RecordedEnvelope } from '#application';
import type { Lineage, UnitVersion } from '#domain';

/** The units of these histories, which never change. */
export function lineageOf(events: readonly RecordedEnvelope[]): Lineage {
  const units = new Map<string, UnitVersion>(
    events.flatMap((event) => (event.type === 'unit.listed' ? [[event.data.unitId, event.data]] : [])),
  );
  return {
    unitOn: (id) => units.get(id),
    lifetime: (id) => (units.has(id) ? {} : undefined),
    levelOf: (id) => units.get(id)?.level,
    successionsFrom: () => [],
    successionsTo: () => [],
  };
}
