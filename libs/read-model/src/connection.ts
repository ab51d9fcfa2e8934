import type { Lineage } from '#domain';
import { ActsMemory } from './projections/acts/memory.js';
import { Responsibilities } from './projections/assignments/queries.js';
import { Clusters } from './projections/clusters/queries.js';
import { DutiesMemory } from './projections/duties/memory.js';
import { EventStore } from './projections/events/store.js';
import { Tilings } from './projections/knowledge/tilings.js';
import { SuccessionMemory } from './projections/succession/memory.js';
import { UnitsMemory } from './projections/units/memory.js';
import { readCheckpoint } from './follow/checkpoint.js';
import type { Database } from './storage/database.js';
import { Lru } from './storage/lru.js';
import { openForReading } from './storage/open.js';
import { atOnce, inSlices } from './storage/slices.js';

const KEPT_LINEAGES = 64;

/** One open file with what is kept of it in memory. */
export class Connection {
  readonly db: Database;
  readonly units: UnitsMemory;
  readonly succession: SuccessionMemory;
  readonly acts: ActsMemory;
  readonly duties: DutiesMemory;
  readonly events: EventStore;
  readonly responsibilities: Responsibilities;
  readonly clusters: Clusters;
  readonly tilings: Tilings;
  readonly #lineages = new Lru<number, Lineage>(KEPT_LINEAGES);
  #loadedSeq = 0;

  constructor(path: string) {
    this.db = openForReading(path);
    this.units = new UnitsMemory(this.db);
    this.succession = new SuccessionMemory(this.db);
    this.acts = new ActsMemory(this.db);
    this.duties = new DutiesMemory(this.db);
    this.events = new EventStore(this.db);
    this.responsibilities = new Responsibilities(this.db, this.events, this.acts);
    this.tilings = new Tilings(this.db, this.events, this.acts);
    this.clusters = new Clusters(
      this.db,
      this.responsibilities,
      (knownSeq) => this.lineage(knownSeq),
      this.units,
    );
  }

  /** Sees to it that what is kept in memory reaches up to a number; everything up to it never changes. */
  upTo(knownSeq: number): this {
    if (knownSeq <= this.#loadedSeq) return this;
    const { seq } = readCheckpoint(this.db);
    if (seq > this.#loadedSeq) {
      atOnce(this.#loading(seq));
      this.#loadedSeq = seq;
    }
    return this;
  }

  /** Reads into memory what it will need, in slices; false where it was told to give up. */
  async prepare(givenUp: () => boolean): Promise<boolean> {
    const { seq } = readCheckpoint(this.db);
    const ready = await inSlices(this.#loading(seq), givenUp);
    if (ready) this.#loadedSeq = seq;
    return ready;
  }

  *#loading(seq: number): Generator<void, void> {
    yield* this.units.loading(seq);
    yield* this.succession.loading(seq);
    this.acts.load(seq);
    this.duties.load(seq);
  }

  lineage(knownSeq: number): Lineage {
    return this.#lineages.get(knownSeq, () => ({
      unitOn: (unitId, day) => this.units.versionOn(unitId, day, knownSeq),
      lifetime: (unitId) => this.units.lifetime(unitId, knownSeq),
      levelOf: (unitId) => this.units.levelOf(unitId, knownSeq),
      successionsFrom: (unitId) => this.succession.from(unitId, knownSeq),
      successionsTo: (unitId) => this.succession.to(unitId, knownSeq),
    }));
  }

  close(): void {
    this.db.close();
  }
}
