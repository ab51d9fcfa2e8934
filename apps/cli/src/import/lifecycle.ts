import { isDeepStrictEqual } from 'node:util';
import {
  decideAdvanceCluster,
  evolveCluster,
  LIFECYCLE_STATES,
  PROVENANCES,
  streamOf,
  type ClusterAdvanced,
  type ClusterRecord,
} from '#domain';
import type { FactImport } from './facts.js';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { optionalFields, type RowReader } from './row-reader.js';

const STATE = { type: 'string', enum: LIFECYCLE_STATES };

/** Steps of clusters' lives, one a row; those of one cluster in the order of their days or not. */
export const LIFECYCLE_IMPORT: FactImport<ClusterAdvanced, ClusterRecord | undefined> = {
  what: 'lifecycle',
  columns: [
    'cluster_id',
    'from',
    'to',
    'effective_on',
    'signed_on',
    'act_id',
    'applicable_act_id',
    'reason',
    'provenance',
    'source',
  ],
  fromCsv: stepOf,
  schema: objectOf(['clusterId', 'to', 'effectiveOn', 'provenance', 'source'], {
    clusterId: TEXT,
    from: STATE,
    to: STATE,
    effectiveOn: DAY,
    signedOn: DAY,
    actId: TEXT,
    procedure: objectOf(['applicableActId'], {
      applicableActId: TEXT,
      clock: objectOf(['startedOn', 'limitDays', 'working'], {
        startedOn: DAY,
        limitDays: { type: 'integer', minimum: 1 },
        working: { type: 'boolean' },
        stoppedDays: { type: 'integer', minimum: 0 },
      }),
    }),
    reason: TEXT,
    provenance: PROVENANCE,
    source: TEXT,
  }),
  columnOf: { 'procedure.applicableActId': 'applicable_act_id', procedure: 'applicable_act_id' },
  subjectOf: ({ clusterId }) => clusterId,
  streamOf: streamOf.cluster,
  stateOf: (id, { ports, register }) => ports.readModel.cluster(id, register.knownSeq),
  isRecorded: (row, record) =>
    record?.steps.some(({ eventId: _, ...step }) => isDeepStrictEqual(step, row)) ?? false,
  decide: (row, record, { register }) => decideAdvanceCluster(row, record, register),
  evolve: (record, event) => evolveCluster(record, { ...event, eventId: 'planned' }),
};

function stepOf(row: RowReader): ClusterAdvanced {
  const effectiveOn = row.day('effective_on');
  // An empty cell is a problem of the row, which is then not taken.
  if (effectiveOn === undefined) row.text('effective_on');
  const from = row.optional('from');
  const applicableActId = row.optional('applicable_act_id');
  return {
    clusterId: row.text('cluster_id'),
    to: row.oneOf('to', LIFECYCLE_STATES),
    effectiveOn: effectiveOn ?? ('' as ClusterAdvanced['effectiveOn']),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...(from === undefined ? {} : { from: row.oneOf('from', LIFECYCLE_STATES) }),
    ...optionalFields({
      signedOn: row.day('signed_on'),
      actId: row.optional('act_id'),
      reason: row.optional('reason'),
    }),
    ...(applicableActId === undefined ? {} : { procedure: { applicableActId } }),
  };
}
