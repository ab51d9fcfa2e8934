import type { ChangeReads, Position } from '#application/ports';
import { parseOfficeId, type EventType } from '#domain';
import type { Connection } from '../../connection.js';
import { readCheckpoint } from '../../follow/checkpoint.js';
import { parsePosition } from '../../follow/positions.js';
import { changedBetween } from '../knowledge/subjects.js';
import { linkName } from './links.js';
import { postings } from './postings.js';
import { inAll, inAny, type Rising } from './rising.js';

/** After these a place lies in another unit, or the committee of a unit has another name. */
const CHANGES_OF_UNITS: readonly EventType[] = [
  'unit.established',
  'unit.abolished',
  'unit.renamed',
  'unit.retyped',
  'unit.reparented',
  'unit.succeeded',
];

/** Changes, out of what every event is linked with and what the answers rest on. */
export class ChangeQueries implements ChangeReads {
  constructor(private readonly connection: () => Connection) {}

  changedSubjects(subjectIds: readonly string[], afterSeq: number, upToSeq: number): readonly string[] {
    const connection = this.connection().upTo(upToSeq);
    const own = changedBetween(connection, { knownFrom: afterSeq, knownTo: upToSeq });
    const of = (link: string): Rising => postings(connection.db, link, upToSeq);
    const changesOfUnits = () => inAny(CHANGES_OF_UNITS.map((type) => of(linkName('type', type))));
    const unitsChanged = changesOfUnits()(afterSeq + 1) !== undefined;
    const isChanged = (unitId: string) =>
      inAll([of(linkName('unit', unitId)), changesOfUnits()])(afterSeq + 1) !== undefined;
    return subjectIds.filter(
      (id) => own(id) || (unitsChanged && [...unitsUnder(connection, id, upToSeq)].some(isChanged)),
    );
  }

  /** Positions rise with the numbers of events, so that the place is found by halving. */
  seqAt(position: Position): number {
    const wanted = parsePosition(position);
    const { db } = this.connection();
    let last = 0;
    let beyond = readCheckpoint(db).seq + 1;
    while (beyond - last > 1) {
      const middle = Math.floor((last + beyond) / 2);
      const row = db.get<{ position: string }>('SELECT position FROM events WHERE seq = ?', middle);
      if (row !== undefined && BigInt(row.position) <= wanted) last = middle;
      else beyond = middle;
    }
    return last;
  }
}

/** Units whose change another answer comes from: where a cluster is recorded, and whose committee is named. */
function unitsUnder(
  { clusters, responsibilities }: Connection,
  subjectId: string,
  knownSeq: number,
): ReadonlySet<string> {
  const placements = clusters.at(subjectId, knownSeq)?.placements ?? [];
  const named = responsibilities
    .recorded(subjectId, undefined, knownSeq)
    .flatMap(({ holders, candidates }) => [...holders.map(({ officeId }) => officeId), ...candidates]);
  return new Set([
    ...placements.flatMap(({ unitIds }) => unitIds),
    ...named.flatMap((officeId) => parseOfficeId(officeId)?.rest ?? []),
  ]);
}
