import {
  appendOnce,
  importStreams,
  registerCluster,
  derivedCommandId,
  runTransitions,
  SERVICE_OFFICE,
  type Actor,
  type CommandContext,
  type CommandPorts,
  type StreamBatch,
} from '#application';
import { BanGiaoError, streamOf, type ClusterRegistration, type InvestorAppointment } from '#domain';
import {
  actStreams,
  dutyStreams,
  loadActs,
  loadDuties,
  loadNationalUnits,
  loadSample,
  loadSampleFacts,
  nationalUnitStreams,
  reconciliationStream,
  type NationalUnits,
} from '#gazetteer';

/** Told one line per step. */
export type Report = (line: string) => void;

/** The ids of what is brought in are made of it: it stays, so that what is there is recognised. */
const IMPORT_ID = 'reference-data-1';
/** Raised when the reference data grows, so that the next start brings the difference in. */
const COMPLETE_ID = 'reference-data-3';
const ACTOR: Actor = { id: 'reference-data', office: SERVICE_OFFICE, role: 'import' };
const CATCH_UP_LIMIT_MS = 120_000;

/**
 * Brings in acts, duties, units and the sample clusters, and carries out the transitions.
 * Everything is recognised by its command ids: what is there is skipped, an interrupted import goes on.
 * @throws the signal's reason where it was aborted.
 */
export async function importReferenceData(
  ports: CommandPorts,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  if (await isComplete(ports)) return;
  await requireOwnLog(ports);
  const units = loadNationalUnits();
  const acts = loadActs();
  const step = (name: string, batches: readonly StreamBatch[]) =>
    importFacts(name, batches, ports, report, signal);
  await step('acts', actStreams(acts));
  await step('duties', dutyStreams(loadDuties()));
  await step('units', nationalUnitStreams(units, acts));
  await registerSample(ports, report, signal);
  await recordFacts(ports, report, signal);
  await step('reconciliation', [reconciliationStream(COMPLETE_ID, units.report)]);
  for (const source of units.report.sources) report(`  ${countOf(source)}`);
}

/** Rows read = facts recorded + rejections by reason. */
function countOf({ name, rowsRead, facts, rejections }: NationalUnits['report']['sources'][number]): string {
  const reasons = Object.entries(rejections).filter(([, count]) => count > 0);
  const rejected = reasons.reduce((sum, [, count]) => sum + count, 0);
  const why = reasons.map(([reason, count]) => `${reason} ${count}`).join(', ');
  return `${name}: ${rowsRead} rows = ${facts} facts + ${rejected} rejected${why === '' ? '' : ` (${why})`}`;
}

/**
 * A log that began with another register keeps it: mixed with the reference data, the two would contradict each other.
 * @throws BanGiaoError `OTHER_REGISTER_PRESENT` before anything is written.
 */
async function requireOwnLog({ log }: CommandPorts): Promise<void> {
  const [first] = await log.readAll(undefined, { maxCount: 1 });
  if (first === undefined || first.metadata.$correlationId === derivedCommandId('import', IMPORT_ID)) return;
  throw new BanGiaoError('OTHER_REGISTER_PRESENT', 'This data directory holds a register of its own.', {
    field: 'DATA_DIR',
    value: first.stream,
    remedy:
      'Start with BANGIAO_EMPTY=1 to go on with it, or name another data directory for the national data.',
  });
}

/** The reconciliation report is written last: it tells that everything before it is there. */
async function isComplete(ports: CommandPorts): Promise<boolean> {
  const last = await ports.log.readStream(streamOf.import(COMPLETE_ID), 0, { maxCount: 1 });
  return last.length > 0;
}

async function importFacts(
  step: string,
  batches: readonly StreamBatch[],
  ports: CommandPorts,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const { written, found } = await importStreams(ports.log, batches, {
    importId: IMPORT_ID,
    actor: ACTOR,
    clock: ports.clock,
    signal,
  });
  signal.throwIfAborted();
  await caughtUp(ports);
  report(`${step}: ${written} facts recorded, ${found} there already`);
}

async function registerSample(ports: CommandPorts, report: Report, signal: AbortSignal): Promise<void> {
  const { clusters, investors } = loadSample();
  for (const cluster of clusters) {
    signal.throwIfAborted();
    const appointments = investors.filter((a) => a.clusterId === cluster.clusterId);
    await register(cluster, appointments, ports);
  }
  const ids = clusters.map((c) => c.clusterId);
  const { reassignments } = await runTransitions(ids, contextOf('transitions'), ports);
  const { seq } = ports.readModel.status();
  report(
    `clusters: ${clusters.length} registered, transition of 2025-07-01 carried out (${reassignments} left over), ${seq} events in all`,
  );
}

/** What became of the sample clusters, and the other subjects of the sources. */
async function recordFacts(ports: CommandPorts, report: Report, signal: AbortSignal): Promise<void> {
  const { written, found } = await appendOnce(ports.log, loadSampleFacts(), {
    importId: IMPORT_ID,
    actor: ACTOR,
    clock: ports.clock,
    signal,
  });
  signal.throwIfAborted();
  await caughtUp(ports);
  report(`sample facts: ${written} recorded, ${found} there already`);
}

async function caughtUp({ log, readModel }: CommandPorts): Promise<void> {
  const head = await log.head();
  if (head !== undefined) await readModel.waitFor(head, CATCH_UP_LIMIT_MS);
}

async function register(
  cluster: ClusterRegistration,
  appointments: readonly InvestorAppointment[],
  ports: CommandPorts,
): Promise<void> {
  const outcome = await registerCluster(cluster, appointments, contextOf(cluster.clusterId), ports);
  if (outcome.ok) return;
  const { code, message, field, value, remedy } = outcome.refusal;
  throw new BanGiaoError(code, `Sample cluster ${cluster.clusterId}: ${message}`, { field, value, remedy });
}

function contextOf(record: string): CommandContext {
  const commandId = derivedCommandId(IMPORT_ID, record);
  return { actor: ACTOR, commandId, correlationId: commandId };
}
