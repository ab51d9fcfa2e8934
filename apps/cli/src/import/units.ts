import { derivedCommandId, runTransitions, type ReadModel, type StreamBatch } from '#application';
import {
  refuseBoundaries,
  streamOf,
  type CodeUse,
  type DomainEvent,
  type Lineage,
  type LocalDate,
  type UnitLevel,
} from '#domain';
import { allRows } from '../exports/pages.js';
import { appendRows } from './append-rows.js';
import type { ReadRows } from './files.js';
import { caughtUp, IMPORTER, importIdOf, type ImportPlan, type Planning, type Run } from './plan.js';
import { refusedRow, type Place, type RowProblem } from './problems.js';
import { schemaProblems } from './schema-problems.js';
import { BoundaryActs, successionEvents, unitEvents, type ActGap, type RowEvents } from './unit-events.js';
import { readSuccessions, readUnits } from './unit-rows.js';

/** Names of the files that an import of units reads. */
export interface UnitFiles {
  readonly units: string;
  readonly successions?: string;
}

/**
 * Plans the import of units and their successions.
 * Units without a start are listed, the others formed; both and their ends belong to the acts of the successions.
 */
export async function planUnits(files: UnitFiles, { ports, register }: Planning): Promise<ImportPlan> {
  const units = await readUnits(files.units);
  const edges = files.successions === undefined ? undefined : await readSuccessions(files.successions);
  const { lineage } = register.law;
  const acts = new BoundaryActs(edges?.rows ?? [], lineage);
  const planned = [
    ...units.rows.map((row) => unitEvents(row, acts, lineage)),
    ...(edges?.rows ?? []).map((row) => successionEvents(row, lineage)),
  ];
  const importId = importIdOf('units', [units.sha256, ...(edges === undefined ? [] : [edges.sha256])]);
  const broken = new Set([...units.broken, ...(edges?.broken ?? [])]);
  const problems = [
    ...units.problems,
    ...(edges?.problems ?? []),
    ...problemsOf(planned, broken, { ports, register }),
  ];
  const events = planned.flatMap((row) => row.events);
  return {
    importId,
    problems,
    sources: [units, ...(edges === undefined ? [] : [edges])].map((file) => countOf(file, planned)),
    write: (run) => write(events, importId, units.name, run),
  };
}

/** What only follows from rows that could not be read is left out: it goes away with them. */
function problemsOf(
  planned: readonly RowEvents[],
  broken: ReadonlySet<string>,
  { ports, register }: Planning,
): readonly RowProblem[] {
  const rows = planned.flatMap((row) => row.events.map((event) => ({ row, event })));
  const { lineage } = register.law;
  const refused = refuseBoundaries(
    rows.map(({ event }) => event),
    {
      lineage,
      acts: register.acts,
      codeInUse: (code, level) => codeInUse(ports.readModel, register.knownSeq, lineage, code, level),
    },
  );
  const found = refused.flatMap(({ index, refusal }) => {
    const at = rows[index];
    const follows = refusal.code !== 'UNKNOWN_ACT' && broken.has(refusal.value);
    // An unknown act is told where the file names it: at the succession.
    const elsewhere = refusal.code === 'UNKNOWN_ACT' && at?.event.type !== 'unit.succeeded';
    if (at === undefined || follows || elsewhere) return [];
    return [refusedRow(at.row.place, COLUMNS[refusal.field] ?? refusal.field, refusal)];
  });
  const gaps = planned.flatMap(({ place, withoutAct }) =>
    withoutAct.filter((gap) => !broken.has(gap.unitId)).map((gap) => actMissing(place, gap)),
  );
  return [...planned.flatMap(misshapen), ...gaps, ...found];
}

/** An act that is missing is told as such. */
function misshapen({ place, events }: RowEvents): readonly RowProblem[] {
  return schemaProblems(place, events, (field, { type }) =>
    field === 'actId' && type !== 'unit.succeeded' ? undefined : (COLUMNS[field] ?? field),
  );
}

function codeInUse(
  readModel: ReadModel,
  knownSeq: number,
  lineage: Lineage,
  code: string,
  level: UnitLevel,
): readonly CodeUse[] {
  return readModel
    .unitsWithCode(code, knownSeq)
    .filter((unit) => unit.level === level)
    .map(({ unitId }) => ({ unitId, ...lineage.lifetime(unitId) }));
}

const COLUMNS: Readonly<Record<string, string>> = {
  unitId: 'id',
  parentId: 'parent_id',
  fromId: 'from_id',
  toId: 'to_id',
  actId: 'act_id',
  effectiveFrom: 'valid_to',
};

function actMissing(place: Place, { column, value }: ActGap): RowProblem {
  return {
    ...place,
    column,
    value,
    code: 'UNKNOWN_ACT',
    message: 'No succession of the unit on this day says by which act.',
    remedy:
      'Add its succession of that day with the act_id to the file of --successions, or leave the cell empty.',
  };
}

function countOf(file: ReadRows<unknown>, planned: readonly RowEvents[]) {
  const own = planned.filter((row) => row.place.file === file.name);
  const missing = own.filter((row) => row.events.length > 0).length;
  return { name: file.name, rowsRead: file.rowsRead, missing, alreadyRecorded: own.length - missing };
}

async function write(
  events: readonly DomainEvent[],
  importId: string,
  file: string,
  run: Run,
): Promise<boolean> {
  const complete = await appendRows(inStreams(events, importId), importId, 'units', file, run);
  if (!complete) return false;
  await caughtUp(run.ports);
  return carryOver(importId, run);
}

/** Later than the start of any cluster. */
const LAST_DAY = '9999-12-31' as LocalDate;

/** What the units that ended held goes to their successors. */
async function carryOver(
  importId: string,
  { ports, signal }: Pick<Run, 'ports' | 'signal'>,
): Promise<boolean> {
  const { seq } = ports.readModel.status();
  const at = { validAt: LAST_DAY, knownSeq: seq };
  const commandId = derivedCommandId('import-transitions', importId);
  const context = { actor: IMPORTER, commandId, correlationId: commandId };
  for (const { id } of [...allRows((page) => ports.readModel.clusters({}, at, page))]) {
    if (signal.aborted) return false;
    await runTransitions([id], context, ports);
  }
  return true;
}

const ORDER: Readonly<Record<string, number>> = {
  'unit.listed': 0,
  'unit.established': 1,
  'unit.succeeded': 2,
  'unit.abolished': 3,
};

/**
 * Listed units first, then day by day what each act did.
 * So a unit is there before anything says that it ended, wherever the import is stopped.
 */
function inStreams(events: readonly DomainEvent[], importId: string): readonly StreamBatch[] {
  const listed = streamOf.boundary(`import.${importId.split('.')[1] ?? importId}`);
  const keyed = events.map((event) => {
    const { day, actId } = dayAndAct(event);
    return { event, key: `${day}\n${actId}\n${ORDER[event.type] ?? 0}`, actId };
  });
  keyed.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
  const batches: { stream: string; events: DomainEvent[] }[] = [];
  for (const { event, actId } of keyed) {
    const stream = actId === '' ? listed : streamOf.boundary(actId);
    const last = batches.at(-1);
    if (last?.stream === stream) last.events.push(event);
    else batches.push({ stream, events: [event] });
  }
  return batches;
}

function dayAndAct(event: DomainEvent): { readonly day: string; readonly actId: string } {
  if (event.type === 'unit.succeeded') return { day: event.data.effectiveOn, actId: event.data.actId };
  if (event.type === 'unit.established' || event.type === 'unit.abolished')
    return { day: event.data.effectiveFrom, actId: event.data.actId };
  return { day: '', actId: '' };
}
