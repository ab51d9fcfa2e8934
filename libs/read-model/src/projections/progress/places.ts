import type { Clocks } from '#application/ports';
import { BanGiaoError, territoryOn, type Placement } from '#domain';
import type { Connection } from '../../connection.js';
import { Lru } from '../../storage/lru.js';

const KEPT = 50_000;

/** In which province a place lies on a day, followed through every merger. */
export class ProvinceOfPlaces {
  readonly #kept = new Lru<string, { readonly provinceId: string | undefined }>(KEPT);

  /** Undefined where it lies in none or in several. */
  of(place: string, at: Clocks, connection: Connection): string | undefined {
    if (place === '') return undefined;
    const key = `${lastMove(connection, at.knownSeq)} ${at.validAt} ${place}`;
    return this.#kept.get(key, () => ({ provinceId: provinceOf(place, at, connection) })).provinceId;
  }
}

function provinceOf(
  place: string,
  { validAt, knownSeq }: Clocks,
  connection: Connection,
): string | undefined {
  const stated: Placement = {
    precision: connection.units.levelOf(place, knownSeq) ?? 'PROVINCE',
    unitIds: [place],
    complete: true,
    provenance: 'STATED',
    evidence: place,
  };
  try {
    const { unitIds } = territoryOn([stated], validAt, 'PROVINCE', connection.lineage(knownSeq));
    return unitIds.length === 1 ? unitIds[0] : undefined;
  } catch (error) {
    if (error instanceof BanGiaoError && error.code === 'UNIT_NOT_IN_FORCE') return undefined;
    throw error;
  }
}

/** Number of the last event about units or their succession: what is kept stays right until the next. */
function lastMove({ db }: Connection, knownSeq: number): number {
  return (
    db.get<{ seq: number }>(
      `SELECT max(
         coalesce((SELECT max(seq) FROM unit_facts WHERE seq <= ?), 0),
         coalesce((SELECT max(known_from) FROM successions WHERE known_from <= ?), 0)) AS seq`,
      knownSeq,
      knownSeq,
    )?.seq ?? 0
  );
}
