import {
  decideRegisterProject,
  PROJECT_STATUSES,
  PROVENANCES,
  streamOf,
  type ProjectRegistration,
} from '#domain';
import type { AggregateImport } from './aggregates.js';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { optionalFields } from './row-reader.js';

/** Secondary projects, one a row. */
export const PROJECT_IMPORT: AggregateImport<ProjectRegistration> = {
  what: 'projects',
  columns: [
    'project_id',
    'name',
    'cluster_id',
    'investor_name',
    'status',
    'since',
    'area_ha',
    'capital_vnd',
    'provenance',
    'source',
  ],
  fromCsv: (row) => ({
    projectId: row.text('project_id'),
    name: row.text('name'),
    status: row.oneOf('status', PROJECT_STATUSES),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({
      clusterId: row.optional('cluster_id'),
      investorName: row.optional('investor_name'),
      since: row.day('since'),
      areaHa: row.optional('area_ha'),
      capitalVnd: row.optional('capital_vnd'),
    }),
  }),
  schema: objectOf(['projectId', 'name', 'status', 'provenance', 'source'], {
    projectId: TEXT,
    name: TEXT,
    clusterId: TEXT,
    investorName: TEXT,
    status: { type: 'string', enum: PROJECT_STATUSES },
    since: DAY,
    areaHa: TEXT,
    capitalVnd: TEXT,
    provenance: PROVENANCE,
    source: TEXT,
  }),
  idOf: ({ projectId }) => projectId,
  streamOf: streamOf.project,
  decide: (row, register) => decideRegisterProject(row, register),
};
