import type { Clocks } from '#application/ports';
import { BanGiaoError, territoryOn, type Lineage, type LocalDate, type Placement } from '#domain';
import type { Connection } from '../../connection.js';
import { Lru } from '../../storage/lru.js';

const KEPT = 50_000;
const KEPT_DAYS = 16;

/** In which province a place lies on a day, followed through every merger. */
export class ProvinceOfPlaces {
  readonly #days = new Lru<number, readonly string[]>(KEPT_DAYS);
  readonly #kept = new Lru<string, { readonly provinceId: string | undefined }>(KEPT);

  /** For one question; undefined where a place lies in none or in several. */
  on(at: Clocks, connection: Connection): (place: string) => string | undefined {
    const lineage = connection.lineage(at.knownSeq);
    const moved = lastMove(connection, at.knownSeq);
    // Between two days on which some unit begins, ends or changes every place stays where it is.
    const since = this.#days.get(moved, () => daysOfChange(connection)).findLast((day) => day <= at.validAt);
    return (place) =>
      place === ''
        ? undefined
        : this.#kept.get(`${moved} ${since} ${place}`, () => ({
            provinceId: provinceOf(place, at.validAt, lineage),
          })).provinceId;
  }
}

function provinceOf(place: string, day: LocalDate, lineage: Lineage): string | undefined {
  const stated: Placement = {
    precision: lineage.levelOf(place) ?? 'PROVINCE',
    unitIds: [place],
    complete: true,
    provenance: 'STATED',
    evidence: place,
  };
  try {
    const { unitIds } = territoryOn([stated], day, 'PROVINCE', lineage);
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

/** Days on which units begin, end or change, in order, by all that is known now. */
function daysOfChange({ db }: Connection): readonly string[] {
  const days = ['valid_from', 'valid_to', 'born', 'ended'].map(
    (day) => `SELECT ${day} AS day FROM unit_versions`,
  );
  return db.all<{ day: string }>(`${days.join(' UNION ')} ORDER BY day`).map(({ day }) => day);
}
