import type { ClusterFilter, ClusterView, Clocks, PageRequest } from '#application';
import {
  attributesOn,
  BanGiaoError,
  foldName,
  lifecycleOn,
  territoryOn,
  type ClusterRecord,
  type Lineage,
  type LocalDate,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { containsFolded } from '../../storage/like.js';
import { Lru } from '../../storage/lru.js';
import { readKey } from '../../storage/pages.js';
import type { Responsibilities } from '../assignments/queries.js';
import { grouped } from '../../storage/grouped.js';
import { streamRevision } from '../streams.js';
import type { UnitsMemory } from '../units/memory.js';

export interface ClusterRow {
  readonly cluster_id: string;
  readonly name_folded: string;
}
interface StoredCluster {
  readonly cluster: string;
  readonly known_from: number;
}

/** Key of a row in the list of clusters: by folded name and id. */
export function clusterKey({ name_folded, cluster_id }: ClusterRow): string {
  return JSON.stringify([name_folded, cluster_id]);
}

type Placements = ClusterRecord['placements'];
/** Clusters by what is recorded of their place, which many have the same of, and the days on which such places begin. */
interface Placed {
  readonly clusters: readonly { readonly placements: Placements; readonly ids: readonly string[] }[];
  readonly days: readonly LocalDate[];
}
interface Narrowed {
  readonly few?: readonly string[];
  readonly admits: readonly ((clusterId: string) => boolean)[];
}

/** So many clusters are sooner read one by one than met on the way through all of them. */
const FEW = 200;
const KEPT_DAYS = 16;
const KEPT_MOVES = 2;
const KEPT_CLUSTERS = 2_000;

export class Clusters {
  readonly #places = new Lru<string, ReadonlyMap<string, ReadonlySet<string>>>(KEPT_DAYS);
  readonly #placed = new Lru<number, Placed>(KEPT_MOVES);
  readonly #parsed = new Lru<string, ClusterRecord>(KEPT_CLUSTERS);

  constructor(
    private readonly db: Database,
    private readonly responsibilities: Responsibilities,
    private readonly lineage: (knownSeq: number) => Lineage,
    private readonly units: Pick<UnitsMemory, 'lastChangeBy'>,
  ) {}

  at(id: string, knownSeq: number): ClusterView | undefined {
    const record = this.#record(id, knownSeq);
    if (record === undefined) return undefined;
    return { ...record, id, revision: streamRevision(this.db, `cluster-${id}`, id, knownSeq) };
  }

  #record(id: string, knownSeq: number): ClusterRecord | undefined {
    const row = this.db.get<StoredCluster>(
      `SELECT cluster, known_from FROM cluster_versions
       WHERE cluster_id = ? AND known_to > ? AND known_from <= ? ORDER BY known_to LIMIT 1`,
      id,
      knownSeq,
      knownSeq,
    );
    if (row === undefined) return undefined;
    return this.#parsed.get(`${id}\n${row.known_from}`, () => JSON.parse(row.cluster) as ClusterRecord);
  }

  /** Clusters asked for in order of name, one more than asked for where there are more. */
  find(filter: ClusterFilter, at: Clocks, page: PageRequest): readonly ClusterRow[] {
    const { few, admits } = this.#narrowed(filter, at);
    const [name, id] = page.after === undefined ? ['', ''] : readKey(page.after, ['string', 'string']);
    // A short list is read one by one; a long one is met often enough on the way through all.
    const source = few === undefined ? '' : 'json_each(?) CROSS JOIN';
    const rows = this.db.iterate<ClusterRow>(
      `SELECT cluster_id, name_folded FROM ${source} cluster_versions
       WHERE (name_folded, cluster_id) > (?, ?) AND known_from <= ? AND known_to > ?
         AND (? IS NULL OR name_folded LIKE ? ESCAPE '\\')
         ${few === undefined ? '' : 'AND cluster_id = value'}
       ORDER BY name_folded, cluster_id`,
      ...(few === undefined ? [] : [JSON.stringify(few)]),
      name,
      id,
      at.knownSeq,
      at.knownSeq,
      filter.name ?? null,
      filter.name === undefined ? null : containsFolded(filter.name),
    );
    const found: ClusterRow[] = [];
    for (const row of rows) {
      if (admits.every((admit) => admit(row.cluster_id))) found.push(row);
      if (found.length > page.first) break;
    }
    return found;
  }

  /** What a cluster has to fulfil, the cheapest first; and the only ones that can, where they are few. */
  #narrowed(filter: ClusterFilter, at: Clocks): Narrowed {
    const { provinceId, communeId, holderId, status, lifecycle, name } = filter;
    const { responsibilities } = this;
    const sets = [provinceId, communeId].flatMap((unitId) =>
      unitId === undefined ? [] : [this.inUnit(unitId, at)],
    );
    // A lapsed basis is nowhere said, so that status has nothing to narrow it down by.
    const said = [holderId, status === 'NO_BASIS' ? undefined : status].filter((text) => text !== undefined);
    const short = [
      ...sets.filter((set) => set.size <= FEW).map((set) => [...set]),
      ...said.map((text) => responsibilities.fewOfWhichWasSaid(text, FEW)).filter((ids) => ids !== undefined),
    ];
    const few = short.reduce<readonly string[] | undefined>(
      (least, ids) => (least === undefined || ids.length < least.length ? ids : least),
      undefined,
    );
    const admits = [
      ...sets.map((set) => (id: string) => set.has(id)),
      ...said.map((text) => (id: string) => responsibilities.wasSaid(id, text)),
      ...(holderId === undefined ? [] : [(id: string) => responsibilities.isHolder(id, holderId, at)]),
      ...(status === undefined ? [] : [responsibilities.statusSearch(status, at)]),
      ...(lifecycle === undefined ? [] : [(id: string) => this.#stateOf(id, at) === lifecycle]),
      ...(name === undefined ? [] : [(id: string) => this.#isNamed(id, foldName(name), at)]),
    ];
    return { ...(few && { few }), admits };
  }

  #stateOf(id: string, { validAt, knownSeq }: Clocks): string | undefined {
    const record = this.#record(id, knownSeq);
    return record && lifecycleOn(record, validAt)?.state;
  }

  /** A row is found by every name that its cluster has had; asked for is the one of the day. */
  #isNamed(id: string, part: string, { validAt, knownSeq }: Clocks): boolean {
    const record = this.#record(id, knownSeq);
    if (record === undefined || record.adjustments.length === 0) return record !== undefined;
    return foldName(attributesOn(record, validAt).name).includes(part);
  }

  /** Ids of the clusters that lie in a commune or a province on the day, or may lie there. */
  inUnit(unitId: string, at: Clocks): ReadonlySet<string> {
    const lastMove = this.#lastMove(at.knownSeq);
    const placed = this.#placed.get(lastMove, () => this.#placedBy(at.knownSeq));
    const places = this.#places.get(`${lastMove} ${this.#lastChangeBy(at.validAt, placed)}`, () =>
      placesOn(placed.clusters, at.validAt, this.lineage(at.knownSeq)),
    );
    return places.get(unitId) ?? new Set();
  }

  /** The last day up to one on which a place or a unit can have changed: from there on all lie where they lay then. */
  #lastChangeBy(day: LocalDate, { days }: Placed): string {
    const [unit = '', place = ''] = [this.units.lastChangeBy(day), days.findLast((d) => d <= day)];
    return unit > place ? unit : place;
  }

  /** Number of the last event that can have moved a cluster: places of one number stay the same until the next. */
  #lastMove(knownSeq: number): number {
    return (
      this.db.get<{ seq: number }>(
        `SELECT max(
           coalesce((SELECT max(known_from) FROM cluster_versions WHERE known_from <= ?), 0),
           coalesce((SELECT max(seq) FROM unit_facts WHERE seq <= ?), 0),
           coalesce((SELECT max(known_from) FROM successions WHERE known_from <= ?), 0)) AS seq`,
        knownSeq,
        knownSeq,
        knownSeq,
      )?.seq ?? 0
    );
  }

  #placedBy(knownSeq: number): Placed {
    const rows = this.db.all<{ cluster_id: string; placements: string }>(
      `SELECT cluster_id, json_extract(cluster, '$.placements') AS placements
       FROM cluster_versions WHERE known_from <= ? AND known_to > ?`,
      knownSeq,
      knownSeq,
    );
    const clusters = [...grouped(rows, (row) => row.placements)].map(([text, those]) => ({
      placements: JSON.parse(text) as Placements,
      ids: those.map((row) => row.cluster_id),
    }));
    const days = clusters.flatMap(({ placements }) => placements.flatMap(({ from }) => from ?? []));
    return { clusters, days: [...new Set(days)].sort() };
  }
}

function placesOn(
  clusters: Placed['clusters'],
  day: LocalDate,
  lineage: Lineage,
): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const { placements, ids } of clusters) {
    for (const unitId of unitsOn(placements, day, lineage)) {
      const there = places.get(unitId) ?? new Set<string>();
      for (const id of ids) there.add(id);
      places.set(unitId, there);
    }
  }
  return places;
}

/** Communes and provinces in which a cluster lies on a day, or may lie. */
function unitsOn(placements: Placements, day: LocalDate, lineage: Lineage): readonly string[] {
  try {
    return [
      ...territoryOn(placements, day, 'COMMUNE', lineage).unitIds,
      ...territoryOn(placements, day, 'PROVINCE', lineage).unitIds,
    ];
  } catch (error) {
    // Nothing recorded says where it lay on that day.
    if (error instanceof BanGiaoError && error.code === 'UNIT_NOT_IN_FORCE') return [];
    throw error;
  }
}
