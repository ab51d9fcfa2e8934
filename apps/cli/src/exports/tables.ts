import type { Clocks, ReadModel, ResponsibilityView, UnitView } from '#application';
import type { Succession } from '#domain';
import { allRows } from './pages.js';

/** A table to export: its documented columns and its rows at both clocks. */
export interface Table {
  readonly columns: readonly string[];
  rows(readModel: ReadModel, at: Clocks): Iterable<readonly (string | undefined)[]>;
}

/** Units that exist on the day. */
export const unitsTable: Table = {
  columns: ['id', 'code', 'name', 'level', 'kind', 'parent_id', 'valid_from', 'valid_to'],
  *rows(readModel, at) {
    for (const unit of unitsOn(readModel, at)) {
      yield [
        unit.unitId,
        unit.code,
        unit.name,
        unit.level,
        unit.kind,
        unit.parentId,
        unit.validFrom,
        unit.validTo,
      ];
    }
  },
};

/** Successions in effect on or before the day. */
export const successionsTable: Table = {
  columns: ['from_id', 'to_id', 'extent', 'act_id', 'effective_on'],
  *rows(readModel, at) {
    const seen = new Set<string>();
    for (const edge of successionsInto(readModel, at, unitsOn(readModel, at), seen)) {
      yield [edge.fromId, edge.toId, edge.extent, edge.actId, edge.effectiveOn];
    }
  },
};

/** The answer for every duty over every subject on the day. */
export const assignmentsTable: Table = {
  columns: [
    'subject_id',
    'subject_name',
    'duty_id',
    'status',
    'holder_ids',
    'holder_names',
    'candidate_ids',
    'lead_id',
    'since',
    'until',
    'act_id',
    'article',
  ],
  *rows(readModel, at) {
    for (const cluster of allRows((page) => readModel.clusters({}, at, page))) {
      for (const answer of readModel.responsibilities(cluster.id, undefined, at)) {
        yield assignmentRow(cluster.name, answer, readModel, at);
      }
    }
  },
};

function unitsOn(readModel: ReadModel, at: Clocks): Iterable<UnitView> {
  return allRows((page) => readModel.units({}, at, page));
}

/** Follows the lineage back from the units of the day, so that successions of units ended since are there as well. */
function* successionsInto(
  readModel: ReadModel,
  at: Clocks,
  units: Iterable<{ readonly unitId: string }>,
  seen: Set<string>,
): Generator<Succession> {
  for (const { unitId } of units) {
    if (seen.has(unitId)) continue;
    seen.add(unitId);
    const edges = readModel
      .predecessors(unitId, at.knownSeq)
      .filter((edge) => edge.effectiveOn <= at.validAt);
    yield* edges;
    yield* successionsInto(
      readModel,
      at,
      edges.map((edge) => ({ unitId: edge.fromId })),
      seen,
    );
  }
}

function assignmentRow(
  subjectName: string,
  answer: ResponsibilityView,
  readModel: ReadModel,
  at: Clocks,
): readonly (string | undefined)[] {
  const holderIds = answer.holders.map((h) => h.officeId);
  const names = holderIds.map((id) => readModel.office(id, at)?.name ?? id);
  return [
    answer.subjectId,
    subjectName,
    answer.dutyId,
    answer.status,
    holderIds.join(';'),
    names.join(';'),
    answer.candidates.join(';'),
    answer.holders.find((h) => h.lead)?.officeId,
    answer.since,
    answer.until,
    answer.basis?.actId,
    answer.basis?.article,
  ];
}
