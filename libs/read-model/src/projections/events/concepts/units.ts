import type { ActId, LocalDate, UnitEvents, UnitId } from '#domain';
import type { Shown, ShownEvents } from './concept.js';

const listed: Shown<{ readonly unitId: UnitId }> = {
  about: () => ({}),
  links: ({ unitId }, take) => take('unit', unitId),
};

const byAct: Shown<{ readonly unitId: UnitId; readonly actId: ActId; readonly effectiveFrom: LocalDate }> = {
  about: ({ effectiveFrom, actId }) => ({ effectiveFrom, actId }),
  links: ({ unitId, actId }, take) => {
    take('unit', unitId);
    take('act', actId);
  },
};

export const shownUnitEvents: ShownEvents<UnitEvents> = {
  'unit.listed': listed,
  'unit.alias-recorded': listed,
  'unit.established': byAct,
  'unit.abolished': byAct,
  'unit.renamed': byAct,
  'unit.retyped': byAct,
  'unit.reparented': byAct,
  'unit.succeeded': {
    about: ({ effectiveOn, actId }) => ({ effectiveFrom: effectiveOn, actId }),
    links: ({ fromId, toId, actId }, take) => {
      take('unit', fromId);
      take('unit', toId);
      take('act', actId);
    },
  },
};
