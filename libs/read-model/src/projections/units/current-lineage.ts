import type { Lineage, LocalDate, Succession, SuccessionExtent, UnitVersion } from '#domain';
import type { Database } from '../../storage/database.js';
import { dayOrAbsent, OPEN_SEQ } from '../../storage/sentinels.js';

interface VersionRow {
  readonly version: string;
  readonly born: string;
  readonly ended: string;
}
interface EdgeRow {
  readonly from_id: string;
  readonly to_id: string;
  readonly extent: string;
  readonly act_id: string;
  readonly effective_on: string;
}

const VERSION = `SELECT version, born, ended FROM unit_versions WHERE unit_id = ? AND known_to = ${OPEN_SEQ}`;
const EDGE = `SELECT from_id, to_id, extent, act_id, effective_on FROM successions
  WHERE known_to = ${OPEN_SEQ} AND`;

/** The units as the projected part of the log knows them, for projections that work out who goes on with something. */
export function currentLineage(db: Database): Lineage {
  const last = (id: string) => db.get<VersionRow>(`${VERSION} ORDER BY valid_from DESC LIMIT 1`, id);
  return {
    unitOn: (id, day) => {
      const row = db.get<VersionRow>(`${VERSION} AND valid_from <= ? AND valid_to > ?`, id, day, day);
      return row && versionOf(row);
    },
    lifetime: (id) => {
      const row = last(id);
      if (row === undefined) return undefined;
      const from = dayOrAbsent(row.born);
      const to = dayOrAbsent(row.ended);
      return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    },
    levelOf: (id) => {
      const row = last(id);
      return row && versionOf(row).level;
    },
    successionsFrom: (id) => db.all<EdgeRow>(`${EDGE} from_id = ? ORDER BY to_id`, id).map(edgeOf),
    successionsTo: (id) => db.all<EdgeRow>(`${EDGE} to_id = ? ORDER BY from_id`, id).map(edgeOf),
  };
}

function versionOf({ version }: VersionRow): UnitVersion {
  return JSON.parse(version) as UnitVersion;
}

function edgeOf(row: EdgeRow): Succession {
  return {
    fromId: row.from_id,
    toId: row.to_id,
    extent: row.extent as SuccessionExtent,
    actId: row.act_id,
    effectiveOn: row.effective_on as LocalDate,
  };
}
