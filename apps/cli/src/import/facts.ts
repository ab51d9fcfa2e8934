import type { StreamBatch } from '#application';
import type { Decision, DomainEvent } from '#domain';
import { appendRows } from './append-rows.js';
import { snakeCase } from './aggregates.js';
import { readCsv, readNdjson } from './files.js';
import { jsonTaker } from './json-rows.js';
import { importIdOf, type ImportPlan, type Planning } from './plan.js';
import { refusedRow, type RowProblem } from './problems.js';
import type { RowReader } from './row-reader.js';
import { schemaProblems } from './schema-problems.js';

/** How rows of one kind become facts about what is registered, each decided on after the ones before it. */
export interface FactImport<Row extends object, State> {
  /** As the command calls it. */
  readonly what: string;
  readonly columns: readonly string[];
  /** A row of CSV. */
  fromCsv(row: RowReader): Row;
  /** JSON Schema of a line of NDJSON. */
  readonly schema: object;
  /** Whose stream it belongs to. */
  subjectOf(row: Row): string;
  streamOf(id: string): string;
  /** What is recorded now. */
  stateOf(id: string, planning: Planning): State;
  /** Whether the same fact is recorded already. */
  isRecorded(row: Row, state: State): boolean;
  decide(row: Row, state: State, planning: Planning): Decision<DomainEvent>;
  evolve(state: State, event: DomainEvent): State;
  /** Column of a field of the row; the same name where absent. */
  readonly columnOf?: Readonly<Record<string, string>>;
}

/** Plans an import: every row is decided on before anything is written, and what is recorded already is told. */
export async function planFacts<Row extends object, State>(
  kind: FactImport<Row, State>,
  path: string,
  planning: Planning,
): Promise<ImportPlan> {
  const csv = !path.endsWith('.ndjson');
  const file = csv
    ? await readCsv(path, kind.columns, (row) => kind.fromCsv(row))
    : await readNdjson(path, jsonTaker<Row>(kind.schema));
  const column = (field: string) => (csv ? (kind.columnOf?.[field] ?? snakeCase(field)) : field);
  const missing: StreamBatch[] = [];
  const problems: RowProblem[] = [];
  const states = new Map<string, State>();
  let alreadyRecorded = 0;
  for (const { place, ...rest } of file.rows) {
    const row = rest as unknown as Row;
    const id = kind.subjectOf(row);
    const recorded = kind.stateOf(id, planning);
    if (kind.isRecorded(row, recorded)) {
      alreadyRecorded += 1;
      continue;
    }
    const state = states.get(id) ?? recorded;
    const decision = kind.decide(row, state, planning);
    const misshapen = decision.ok ? schemaProblems(place, decision.events, column) : [];
    if (!decision.ok) problems.push(refusedRow(place, column(decision.refusal.field), decision.refusal));
    else if (misshapen.length > 0) problems.push(...misshapen);
    else {
      missing.push({ stream: kind.streamOf(id), events: decision.events });
      states.set(
        id,
        decision.events.reduce((before, event) => kind.evolve(before, event), state),
      );
    }
  }
  const importId = importIdOf(kind.what, [file.sha256]);
  return {
    importId,
    problems: [...file.problems, ...problems],
    sources: [{ name: file.name, rowsRead: file.rowsRead, missing: missing.length, alreadyRecorded }],
    write: (run) => appendRows(missing, importId, kind.what, file.name, run),
  };
}
