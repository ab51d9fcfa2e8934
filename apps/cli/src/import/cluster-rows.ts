import { appointmentOf, type InvestorInput } from '#application';
import {
  CLUSTER_STATUSES,
  INVESTOR_KINDS,
  PLACEMENT_PRECISIONS,
  PROVENANCES,
  type ClusterRegistration,
  type InvestorAppointment,
  type Lineage,
} from '#domain';
import { readCsv, readNdjson, type ReadRows } from './files.js';
import { jsonTaker } from './json-rows.js';
import { DAY, PROVENANCE, TEXT } from './line-schema.js';
import type { RowReader } from './row-reader.js';

/** Columns of a table of clusters. */
export const CLUSTER_COLUMNS = [
  'id',
  'name',
  'status',
  'since',
  'area_ha',
  'precision',
  'unit_ids',
  'provenance',
  'evidence',
  'source',
  'investor_kind',
  'investor_name',
  'investor_unit_id',
  'investor_from',
] as const;

/** A cluster with its investor appointments, as `registerCluster` takes them. */
export interface ClusterRow {
  readonly cluster: ClusterRegistration;
  readonly investors: readonly InvestorAppointment[];
}

/** Reads clusters: one place and at most one investor a row as CSV, everything as NDJSON. */
export function readClusters(path: string, lineage: Lineage): Promise<ReadRows<ClusterRow>> {
  return path.endsWith('.ndjson')
    ? readNdjson(path, jsonTaker<ClusterRow>(SCHEMA))
    : readCsv(path, CLUSTER_COLUMNS, (row) => clusterRow(row, lineage));
}

function clusterRow(row: RowReader, lineage: Lineage): ClusterRow {
  const since = row.day('since');
  const areaHa = row.optional('area_ha');
  const provenance = row.oneOf('provenance', PROVENANCES);
  const cluster: ClusterRegistration = {
    clusterId: row.text('id'),
    name: row.text('name'),
    status: row.oneOf('status', CLUSTER_STATUSES),
    placements: [
      {
        precision: row.oneOf('precision', PLACEMENT_PRECISIONS),
        unitIds: row
          .text('unit_ids')
          .split(';')
          .map((id) => id.trim()),
        complete: true,
        provenance,
        evidence: row.text('evidence'),
      },
    ],
    documents: [],
    claims: [],
    provenance,
    source: row.text('source'),
    ...(since === undefined ? {} : { since }),
    ...(areaHa === undefined ? {} : { areaHa }),
  };
  const investor = investorOf(row);
  return {
    cluster,
    investors:
      investor === undefined ? [] : [appointmentOf(cluster, investor, (unitId) => lineage.levelOf(unitId))],
  };
}

function investorOf(row: RowReader): InvestorInput | undefined {
  const name = row.optional('investor_name');
  const unitId = row.optional('investor_unit_id');
  const from = row.day('investor_from');
  if (row.optional('investor_kind') === undefined && (name ?? unitId ?? from) === undefined) return undefined;
  return {
    kind: row.oneOf('investor_kind', INVESTOR_KINDS),
    ...(name === undefined ? {} : { name }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(from === undefined ? {} : { from }),
  };
}

const closed = (required: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const listOf = (items: object) => ({ type: 'array', items });

const PLACEMENT = closed(['precision', 'unitIds', 'complete', 'provenance', 'evidence'], {
  from: DAY,
  precision: { type: 'string', enum: PLACEMENT_PRECISIONS },
  unitIds: listOf(TEXT),
  complete: { type: 'boolean' },
  provenance: PROVENANCE,
  evidence: TEXT,
  actId: TEXT,
});
const CLUSTER = closed(
  ['clusterId', 'name', 'status', 'placements', 'documents', 'claims', 'provenance', 'source'],
  {
    clusterId: TEXT,
    name: TEXT,
    status: { type: 'string', enum: CLUSTER_STATUSES },
    since: DAY,
    areaHa: TEXT,
    placements: listOf(PLACEMENT),
    documents: listOf(closed(['actId', 'subject'], { actId: TEXT, subject: TEXT })),
    claims: listOf(
      closed(['field', 'value', 'provenance', 'source'], {
        field: TEXT,
        value: TEXT,
        asOf: DAY,
        provenance: PROVENANCE,
        source: TEXT,
      }),
    ),
    provenance: PROVENANCE,
    source: TEXT,
  },
);
const INVESTOR = closed(['appointmentId', 'clusterId', 'kind', 'provenance', 'source'], {
  appointmentId: TEXT,
  clusterId: TEXT,
  kind: { type: 'string', enum: INVESTOR_KINDS },
  officeId: TEXT,
  name: TEXT,
  parentUnitId: TEXT,
  from: DAY,
  actId: TEXT,
  provenance: PROVENANCE,
  source: TEXT,
});
const SCHEMA = closed(['cluster', 'investors'], { cluster: CLUSTER, investors: listOf(INVESTOR) });
