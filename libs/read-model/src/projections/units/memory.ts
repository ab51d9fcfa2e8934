import type { LocalDate, UnitLevel, UnitVersion } from '#domain';
import type { UnitView } from '#application';
import type { Database } from '../../storage/database.js';
import { dayOrAbsent } from '../../storage/sentinels.js';

/** A row of `unit_versions`, read once. */
interface KnownVersion {
  readonly version: UnitVersion;
  readonly validFrom: string;
  readonly validTo: string;
  readonly knownFrom: number;
  readonly knownTo: number;
  readonly born: LocalDate | undefined;
  readonly ended: LocalDate | undefined;
}
interface StoredVersion {
  readonly unit_id: string;
  readonly version: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly known_from: number;
  readonly known_to: number;
  readonly born: string;
  readonly ended: string;
}
interface Alias {
  readonly seq: number;
  readonly alias: string;
}

const COLUMNS = 'unit_id, version, valid_from, valid_to, known_from, known_to, born, ended';
const FEW = 500;

/** All units with their history in memory, because decisions walk over them; some seventeen thousand. */
export class UnitsMemory {
  readonly #versions = new Map<string, KnownVersion[]>();
  readonly #aliases = new Map<string, Alias[]>();
  /** Every day on which a unit began, changed or ended, as known at any time. */
  readonly #days = new Set<string>();
  #daysInOrder: readonly string[] | undefined;
  #loadedSeq = 0;

  constructor(private readonly db: Database) {}

  /**
   * Takes in what was recorded of units up to a number, which has been projected; may be left for a moment between any
   * two.
   */
  *loading(upToSeq: number): Generator<void, void> {
    const changed = this.db.all<{ unit_id: string }>(
      `SELECT DISTINCT unit_id FROM unit_facts WHERE seq > ? AND seq <= ? LIMIT ${FEW + 1}`,
      this.#loadedSeq,
      upToSeq,
    );
    if (changed.length > FEW) yield* this.#loadingAll();
    else for (const { unit_id } of changed) this.#loadOne(unit_id);
    this.#loadAliases(upToSeq);
    this.#loadedSeq = upToSeq;
  }

  *#loadingAll(): Generator<void, void> {
    this.#versions.clear();
    for (const row of this.db.iterate<StoredVersion>(
      `SELECT ${COLUMNS} FROM unit_versions ORDER BY unit_id, valid_from`,
    )) {
      this.#add(row);
      yield;
    }
  }

  #loadOne(unitId: string): void {
    this.#versions.delete(unitId);
    for (const row of this.db.all<StoredVersion>(
      `SELECT ${COLUMNS} FROM unit_versions WHERE unit_id = ? ORDER BY valid_from`,
      unitId,
    )) {
      this.#add(row);
    }
  }

  #add(row: StoredVersion): void {
    const version: KnownVersion = {
      version: JSON.parse(row.version) as UnitVersion,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      knownFrom: row.known_from,
      knownTo: row.known_to,
      born: dayOrAbsent(row.born),
      ended: dayOrAbsent(row.ended),
    };
    this.#noteDays(row);
    const known = this.#versions.get(row.unit_id);
    if (known === undefined) this.#versions.set(row.unit_id, [version]);
    else known.push(version);
  }

  #noteDays({ valid_from, valid_to, born, ended }: StoredVersion): void {
    const before = this.#days.size;
    for (const day of [valid_from, valid_to, born, ended]) this.#days.add(day);
    if (this.#days.size > before) this.#daysInOrder = undefined;
  }

  /** The last day up to one on which any unit may have changed; until the next such day all stay as they are. */
  lastChangeBy(day: LocalDate): string | undefined {
    this.#daysInOrder ??= [...this.#days].sort();
    return this.#daysInOrder.findLast((d) => d <= day);
  }

  #loadAliases(upToSeq: number): void {
    const rows = this.db.all<Alias & { unit_id: string }>(
      'SELECT unit_id, seq, alias FROM unit_aliases WHERE seq > ? AND seq <= ? ORDER BY seq',
      this.#loadedSeq,
      upToSeq,
    );
    for (const { unit_id, seq, alias } of rows) {
      this.#aliases.set(unit_id, [...(this.#aliases.get(unit_id) ?? []), { seq, alias }]);
    }
  }

  versionOn(unitId: string, day: LocalDate, knownSeq: number): UnitVersion | undefined {
    return this.#on(unitId, day, knownSeq)?.version;
  }

  lifetime(
    unitId: string,
    knownSeq: number,
  ): { readonly from?: LocalDate; readonly to?: LocalDate } | undefined {
    const version = this.#last(unitId, knownSeq);
    if (version === undefined) return undefined;
    return {
      ...(version.born === undefined ? {} : { from: version.born }),
      ...(version.ended === undefined ? {} : { to: version.ended }),
    };
  }

  levelOf(unitId: string, knownSeq: number): UnitLevel | undefined {
    return this.#last(unitId, knownSeq)?.version.level;
  }

  viewOn(unitId: string, day: LocalDate, knownSeq: number): UnitView | undefined {
    const version = this.#on(unitId, day, knownSeq);
    return version === undefined ? undefined : this.#view(version, knownSeq);
  }

  /** Its last version then known, whether it still existed or not. */
  lastView(unitId: string, knownSeq: number): UnitView | undefined {
    const version = this.#last(unitId, knownSeq);
    return version === undefined ? undefined : this.#view(version, knownSeq);
  }

  /** On a day of its life that version; before its first day the first, after its last the last. */
  nearestView(unitId: string, day: LocalDate, knownSeq: number): UnitView | undefined {
    const known = this.#known(unitId, knownSeq);
    const version = known.findLast((v) => v.validFrom <= day) ?? known[0];
    return version === undefined ? undefined : this.#view(version, knownSeq);
  }

  #known(unitId: string, knownSeq: number): readonly KnownVersion[] {
    return (this.#versions.get(unitId) ?? []).filter((v) => v.knownFrom <= knownSeq && knownSeq < v.knownTo);
  }

  #last(unitId: string, knownSeq: number): KnownVersion | undefined {
    return this.#versions.get(unitId)?.findLast((v) => v.knownFrom <= knownSeq && knownSeq < v.knownTo);
  }

  #on(unitId: string, day: LocalDate, knownSeq: number): KnownVersion | undefined {
    return this.#versions
      .get(unitId)
      ?.find((v) => v.knownFrom <= knownSeq && knownSeq < v.knownTo && v.validFrom <= day && day < v.validTo);
  }

  #view({ version, born, ended }: KnownVersion, knownSeq: number): UnitView {
    const aliases = this.#aliases.get(version.unitId) ?? [];
    return {
      ...version,
      ...(born === undefined ? {} : { validFrom: born }),
      ...(ended === undefined ? {} : { validTo: ended }),
      aliases: aliases.filter((a) => a.seq <= knownSeq).map((a) => a.alias),
    };
  }
}
