import { isDeepStrictEqual } from 'node:util';
import { type RegisterActInput } from '#application';
import {
  ACT_KINDS,
  actId,
  decideRegisterAct,
  PROVENANCES,
  streamOf,
  toCurrent,
  type Act,
  type EventOf,
} from '#domain';
import { appendRows } from './append-rows.js';
import { readCsv, readNdjson, type ReadRows } from './files.js';
import { jsonTaker } from './json-rows.js';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { importIdOf, type ImportPlan, type Planning } from './plan.js';
import { refusedRow, type RowProblem } from './problems.js';
import type { RowReader } from './row-reader.js';

/** Columns of a table of acts. */
export const ACT_COLUMNS = [
  'number',
  'kind',
  'title',
  'issuer',
  'issued_on',
  'in_force_from',
  'lapses_on',
  'provenance',
  'source',
] as const;

const IDS = { type: 'array', items: TEXT };
const ACT_SCHEMA = objectOf(['kind', 'number', 'issuer', 'provenance', 'source'], {
  kind: { type: 'string', enum: ACT_KINDS },
  number: TEXT,
  title: TEXT,
  issuer: TEXT,
  issuedOn: DAY,
  inForceFrom: DAY,
  lapsesOn: DAY,
  amends: IDS,
  replaces: IDS,
  provenance: PROVENANCE,
  source: TEXT,
});

/** Plans the registration of acts; an act may amend or replace one that stands above it in the file. */
export async function planActs(path: string, planning: Planning): Promise<ImportPlan> {
  const csv = !path.endsWith('.ndjson');
  const file = csv
    ? await readCsv(path, ACT_COLUMNS, actRow)
    : await readNdjson(path, jsonTaker<RegisterActInput>(ACT_SCHEMA));
  const { events, problems, alreadyRecorded } = await decide(file, csv, planning);
  const importId = importIdOf('acts', [file.sha256]);
  return {
    importId,
    problems: [...file.problems, ...problems],
    sources: [{ name: file.name, rowsRead: file.rowsRead, missing: events.length, alreadyRecorded }],
    write: (run) => {
      const batches = events.map((event) => ({ stream: streamOf.act(event.data.actId), events: [event] }));
      return appendRows(batches, importId, 'acts', file.name, run);
    },
  };
}

interface Decided {
  readonly events: readonly EventOf<'act.registered'>[];
  readonly problems: readonly RowProblem[];
  readonly alreadyRecorded: number;
}

async function decide(
  file: ReadRows<RegisterActInput>,
  csv: boolean,
  { ports, register }: Planning,
): Promise<Decided> {
  const events: EventOf<'act.registered'>[] = [];
  const problems: RowProblem[] = [];
  const given = new Map<string, Act>();
  let alreadyRecorded = 0;
  for (const { place, ...input } of file.rows) {
    const id = actId(input.number, input.issuer, input.issuedOn);
    if (!given.has(id) && register.acts(id) !== undefined) {
      const [first] = await ports.log.readStream(streamOf.act(id), 0, { maxCount: 1 });
      if (isDeepStrictEqual(first && toCurrent(first).data, { ...input, actId: id })) {
        alreadyRecorded += 1;
        continue;
      }
    }
    const decision = decideRegisterAct(input, (other) => given.get(other) ?? register.acts(other));
    if (decision.ok) {
      events.push(...decision.events);
      decision.events.forEach(({ data }) => given.set(data.actId, data));
    } else problems.push(refusedRow(place, columnOf(decision.refusal.field, csv), decision.refusal));
  }
  return { events, problems, alreadyRecorded };
}

function columnOf(field: string, csv: boolean): string {
  return csv && field === 'lapsesOn' ? 'lapses_on' : field;
}

function actRow(row: RowReader): RegisterActInput {
  const title = row.optional('title');
  const issuedOn = row.day('issued_on');
  const inForceFrom = row.day('in_force_from');
  const lapsesOn = row.day('lapses_on');
  return {
    kind: row.oneOf('kind', ACT_KINDS),
    number: row.text('number'),
    issuer: row.text('issuer'),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...(title === undefined ? {} : { title }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(lapsesOn === undefined ? {} : { lapsesOn }),
  };
}
