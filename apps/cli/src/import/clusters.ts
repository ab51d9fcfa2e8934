import { isDeepStrictEqual } from 'node:util';
import { derivedCommandId, registerCluster, runTransitions, type EventLog } from '#application';
import {
  BanGiaoError,
  decideRegisterCluster,
  refuse,
  streamOf,
  toCurrent,
  type Decision,
  type DomainEvent,
} from '#domain';
import { readClusters, type ClusterRow } from './cluster-rows.js';
import { IMPORTER, importIdOf, type ImportPlan, type Planning, type Run } from './plan.js';
import { refusedRow, type Place, type RowProblem } from './problems.js';
import { schemaProblems } from './schema-problems.js';

/** Plans the registration of clusters; each is carried through every transition since its start. */
export async function planClusters(path: string, planning: Planning): Promise<ImportPlan> {
  const { ports, register } = planning;
  const file = await readClusters(path, register.law.lineage);
  const importId = importIdOf('clusters', [file.sha256]);
  const missing: ClusterRow[] = [];
  const recorded: string[] = [];
  const problems: RowProblem[] = [];
  const given = new Set<string>();
  for (const { place, ...row } of file.rows) {
    const id = row.cluster.clusterId;
    if (!given.has(id) && register.cluster(id) !== undefined && (await isRecorded(row, ports.log))) {
      given.add(id);
      recorded.push(id);
      continue;
    }
    const misshapen = misshapenRow(place, row, path);
    if (misshapen.length > 0) {
      given.add(id);
      problems.push(...misshapen);
      continue;
    }
    const decision = refuseRow(row, given) ?? decideRegisterCluster(row.cluster, row.investors, register);
    given.add(id);
    if (decision.ok) missing.push(row);
    else problems.push(refusedRow(place, columnOf(decision.refusal.field, path), decision.refusal));
  }
  return {
    importId,
    problems: [...file.problems, ...problems],
    sources: [
      {
        name: file.name,
        rowsRead: file.rowsRead,
        missing: missing.length,
        alreadyRecorded: recorded.length,
      },
    ],
    write: (run) => write(missing, recorded, run),
  };
}

function misshapenRow(place: Place, { cluster, investors }: ClusterRow, path: string): readonly RowProblem[] {
  const events: readonly DomainEvent[] = [
    { type: 'cluster.registered', data: cluster },
    ...investors.map((data): DomainEvent => ({ type: 'investor.appointed', data })),
  ];
  return schemaProblems(place, events, (field, { type }) =>
    columnOf(type === 'investor.appointed' ? `investor.${field}` : field, path),
  );
}

/** What only a file can have wrong: a cluster twice, or the investor of another. */
function refuseRow(
  { cluster, investors }: ClusterRow,
  given: ReadonlySet<string>,
): Decision<never> | undefined {
  const { clusterId } = cluster;
  if (given.has(clusterId)) {
    return refuse(
      'ALREADY_EXISTS',
      'clusterId',
      clusterId,
      'The cluster is given twice.',
      'Give each cluster once, with an id of its own.',
    );
  }
  const stray = investors.find((investor) => investor.clusterId !== clusterId);
  if (stray === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    'investors.clusterId',
    stray.clusterId,
    `The investor is appointed for another cluster than ${clusterId}.`,
    'Give the id of the cluster in the same line.',
  );
}

/** Recorded with the same facts; what was decided afterwards does not count. */
async function isRecorded({ cluster, investors }: ClusterRow, log: EventLog): Promise<boolean> {
  const id = cluster.clusterId;
  const [registered] = await log.readStream(streamOf.cluster(id), 0, { maxCount: 1 });
  if (!isDeepStrictEqual(registered && toCurrent(registered).data, cluster)) return false;
  if (investors.length === 0) return true;
  const appointed = await log.readStream(streamOf.investor(id), 0, { maxCount: investors.length });
  return isDeepStrictEqual(
    appointed.map((event) => toCurrent(event).data),
    investors,
  );
}

const COLUMNS: Readonly<Record<string, string>> = {
  clusterId: 'id',
  areaHa: 'area_ha',
  'placements.0.unitIds': 'unit_ids',
  'placements.0.precision': 'precision',
  'investor.name': 'investor_name',
  'investor.unitId': 'investor_unit_id',
  'investor.from': 'investor_from',
  'investor.kind': 'investor_kind',
  'investor.officeId': 'investor_unit_id',
  'investor.parentUnitId': 'investor_unit_id',
  // Made of the cluster's id, which is told itself.
  'investor.clusterId': 'id',
  'investor.appointmentId': 'id',
};

function columnOf(field: string, path: string): string {
  if (path.endsWith('.ndjson')) return field;
  return COLUMNS[field.replace(/unitIds\.\d+$/, 'unitIds')] ?? field;
}

async function write(
  missing: readonly ClusterRow[],
  recorded: readonly string[],
  { ports, signal, ...run }: Run,
): Promise<boolean> {
  for (const [i, row] of missing.entries()) {
    if (signal.aborted) return false;
    await register(row, { ports });
    run.told(i + 1, missing.length);
  }
  if (signal.aborted) return false;
  // An import that was killed between a registration and its transition left that to this one.
  if (recorded.length > 0) await runTransitions(recorded, contextOf('transitions', recorded.join()), ports);
  return true;
}

async function register({ cluster, investors }: ClusterRow, { ports }: Pick<Run, 'ports'>): Promise<void> {
  const context = contextOf(cluster.clusterId, JSON.stringify([cluster, investors]));
  const outcome = await registerCluster(cluster, investors, context, ports);
  if (outcome.ok) return;
  // Somebody else wrote since everything was checked.
  const { code, message, field, value, remedy } = outcome.refusal;
  throw new BanGiaoError(code, `Cluster ${cluster.clusterId}: ${message}`, { field, value, remedy });
}

function contextOf(record: string, content: string) {
  const commandId = derivedCommandId('import-clusters', record, content);
  return { actor: IMPORTER, commandId, correlationId: commandId };
}
