import { isDeepStrictEqual } from 'node:util';
import { type CommandPorts, type EventLog, type RegisterView, type StreamBatch } from '#application';
import { refuse, toCurrent, type DomainEvent, type Refusal } from '#domain';
import { appendRows } from './append-rows.js';
import { readCsv, readNdjson } from './files.js';
import { jsonTaker } from './json-rows.js';
import { caughtUp, importIdOf, type ImportPlan, type Planning } from './plan.js';
import { decideAmong, namingOther, type RowDecisions } from './among-rows.js';
import { refusedRow, type Place, type RowProblem } from './problems.js';
import type { RowReader } from './row-reader.js';
import { schemaProblems } from './schema-problems.js';

/** A row with where it was read. */
export type Placed<Row> = Row & { readonly place: Place };
/** Rows made of several lines, and the lines that did not fit. */
export interface Gathered<Row> {
  readonly rows: readonly Placed<Row>[];
  readonly problems: readonly RowProblem[];
}

/** How rows of one kind become the first events of streams of their own. */
export interface AggregateImport<Row extends object> extends RowDecisions<Row> {
  /** In plural, as the command calls it. */
  readonly what: string;
  readonly columns: readonly string[];
  /** A row of CSV. */
  fromCsv(row: RowReader): Row;
  /** Makes one row of several lines of CSV, where an aggregate has a list. */
  readonly gather?: (lines: readonly Placed<Row>[]) => Gathered<Row>;
  /** JSON Schema of a line of NDJSON. */
  readonly schema: object;
  idOf(row: Row): string;
  streamOf(id: string): string;
  /** Where a field of a row that was gathered stands; its first line where absent. */
  readonly placeOf?: (row: Row, field: string) => Place | undefined;
  /** What follows from the rows once they are recorded; done again where an import was killed before it. */
  settle?(ids: readonly string[], importId: string, ports: CommandPorts): Promise<void>;
  /** Column of a field of the row; the same name where absent. */
  readonly columnOf?: Readonly<Record<string, string>>;
}

/** Plans an import: every row is decided on before anything is written, and what is recorded already is told. */
export async function planAggregates<Row extends object>(
  kind: AggregateImport<Row>,
  path: string,
  { ports, register }: Planning,
): Promise<ImportPlan> {
  const csv = !path.endsWith('.ndjson');
  const file = csv
    ? await readCsv(path, kind.columns, (row) => kind.fromCsv(row))
    : await readNdjson(path, jsonTaker<Row>(kind.schema));
  const missing: StreamBatch[] = [];
  const problems: RowProblem[] = [];
  const given = new Map<string, Place>();
  const before: Placed<Row>[] = [];
  const column = (field: string) => (csv ? (kind.columnOf?.[field] ?? snakeCase(field)) : field);
  let alreadyRecorded = 0;
  const read = csv && kind.gather !== undefined ? kind.gather(file.rows) : { rows: file.rows, problems: [] };
  for (const { place, ...rest } of read.rows) {
    const row = rest as unknown as Row;
    const id = kind.idOf(row);
    const stream = kind.streamOf(id);
    const on = { register: without(register, id), ports };
    const decision = decideAmong(kind, row, before, on);
    if (!decision.ok) {
      const refusal = namingOther(kind, row, before, on, decision.refusal);
      problems.push(refusedAt(kind, row, place, column, refusal));
    } else if (given.has(id) || register.subjectExists(id)) {
      const same = !given.has(id) && (await beginsWith(ports.log, stream, decision.events));
      if (same) alreadyRecorded += 1;
      else problems.push(refusedRow(place, column('id'), taken(id, given.get(id)).refusal));
    } else {
      const misshapen = schemaProblems(place, decision.events, column);
      if (misshapen.length > 0) problems.push(...misshapen);
      else {
        missing.push({ stream, events: decision.events });
        before.push({ ...row, place });
      }
    }
    given.set(id, given.get(id) ?? place);
  }
  const importId = importIdOf(kind.what, [file.sha256]);
  return {
    importId,
    problems: [...file.problems, ...read.problems, ...problems],
    sources: [{ name: file.name, rowsRead: file.rowsRead, missing: missing.length, alreadyRecorded }],
    write: async (run) => {
      const complete = await appendRows(missing, importId, kind.what, file.name, run);
      if (complete && kind.settle !== undefined) {
        await caughtUp(run.ports);
        await kind.settle([...given.keys()], importId, run.ports);
      }
      return complete;
    },
  };
}

function refusedAt<Row extends object>(
  { placeOf }: AggregateImport<Row>,
  row: Row,
  place: Place,
  column: (field: string) => string,
  refusal: Refusal,
): RowProblem {
  return refusedRow(placeOf?.(row, refusal.field) ?? place, column(refusal.field), refusal);
}

/** The register without one subject: a row that is recorded already decides as it did then. */
function without(register: RegisterView, own: string): RegisterView {
  return { ...register, subjectExists: (id) => id !== own && register.subjectExists(id) };
}

async function beginsWith(log: EventLog, stream: string, events: readonly DomainEvent[]): Promise<boolean> {
  const recorded = await log.readStream(stream, 0, { maxCount: events.length });
  const facts = recorded.map((event) => {
    const { type, data } = toCurrent(event);
    return { type, data };
  });
  return isDeepStrictEqual(asKept(facts), asKept(events));
}

/** As the log keeps it: a field without a value is none. */
function asKept(facts: readonly object[]): unknown {
  return JSON.parse(JSON.stringify(facts));
}

/** Refuses an id that something else has: what is recorded, or a line of the file before. */
function taken(id: string, first: Place | undefined): { readonly refusal: Refusal } {
  const by = first === undefined ? 'recorded or given' : `given on line ${first.line}`;
  const decision = refuse(
    'ALREADY_EXISTS',
    'id',
    id,
    `Something else is ${by} under ${id}.`,
    'Give each row an id of its own, and change what is recorded by a command.',
  );
  if (decision.ok) throw new TypeError('A refusal was accepted.');
  return decision;
}

/** The column that a field has unless another is said. */
export function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
