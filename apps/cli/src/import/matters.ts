import {
  decideRecordMatter,
  MATTER_KINDS,
  MATTER_PLACE_ROLES,
  PLACEMENT_PRECISIONS,
  PROVENANCES,
  streamOf,
  type MatterClock,
  type MatterPlace,
  type MatterRecord,
} from '#domain';
import type { AggregateImport } from './aggregates.js';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { optionalFields, type RowReader } from './row-reader.js';

const DAYS = { type: 'integer', minimum: 0 };
const DOCUMENT = objectOf(['actId', 'subject'], { actId: TEXT, subject: TEXT });
const PLACE = objectOf(['of', 'precision', 'unitIds', 'complete', 'provenance', 'evidence'], {
  of: { type: 'string', enum: MATTER_PLACE_ROLES },
  precision: { type: 'string', enum: PLACEMENT_PRECISIONS },
  unitIds: { type: 'array', items: TEXT, minItems: 1 },
  complete: { type: 'boolean' },
  provenance: PROVENANCE,
  evidence: TEXT,
});
const CLOCK = objectOf(['days', 'working'], {
  days: DAYS,
  working: { type: 'boolean' },
  startedOn: DAY,
  pausedOn: DAY,
  remainingAtCutover: DAYS,
  actId: TEXT,
  article: TEXT,
});

/** Matters in flight, one a row. */
export const MATTER_IMPORT: AggregateImport<MatterRecord> = {
  what: 'matters',
  columns: [
    ...['matter_id', 'kind', 'title', 'subject_id', 'office_id', 'step', 'as_of', 'started_on'],
    ...['applicable_act_id', 'applicant_unit_ids', 'subject_unit_ids', 'place_precision'],
    ...['clock_days', 'clock_working', 'clock_started_on', 'clock_paused_on', 'clock_remaining_at_cutover'],
    ...['provenance', 'source'],
  ],
  fromCsv: (row) => ({
    matterId: row.text('matter_id'),
    kind: row.oneOf('kind', MATTER_KINDS),
    title: row.text('title'),
    step: row.text('step'),
    asOf: requiredDay(row, 'as_of'),
    places: placesOf(row),
    documents: [],
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({
      subjectId: row.optional('subject_id'),
      officeId: row.optional('office_id'),
      startedOn: row.day('started_on'),
      applicableActId: row.optional('applicable_act_id'),
      clock: clockOf(row),
    }),
  }),
  schema: objectOf(
    ['matterId', 'kind', 'title', 'places', 'step', 'asOf', 'documents', 'provenance', 'source'],
    {
      matterId: TEXT,
      kind: { type: 'string', enum: MATTER_KINDS },
      title: TEXT,
      subjectId: TEXT,
      officeId: TEXT,
      places: { type: 'array', items: PLACE },
      step: TEXT,
      asOf: DAY,
      startedOn: DAY,
      applicableActId: TEXT,
      clock: CLOCK,
      documents: { type: 'array', items: DOCUMENT },
      provenance: PROVENANCE,
      source: TEXT,
    },
  ),
  idOf: ({ matterId }) => matterId,
  streamOf: streamOf.matter,
  decide: (row, register) => decideRecordMatter(row, register),
  columnOf: {
    'places.0.unitIds': 'subject_unit_ids',
    'places.1.unitIds': 'applicant_unit_ids',
    'places.0.precision': 'place_precision',
    'places.1.precision': 'place_precision',
    'clock.days': 'clock_days',
    'clock.pausedOn': 'clock_paused_on',
    'clock.remainingAtCutover': 'clock_remaining_at_cutover',
  },
};

function requiredDay(row: RowReader, column: string): MatterRecord['asOf'] {
  const text = row.text(column);
  return row.day(column) ?? (text as MatterRecord['asOf']);
}

/** The places of the person or enterprise and of what the matter is about, both stated by the source of the row. */
function placesOf(row: RowReader): readonly MatterPlace[] {
  return (
    [
      ['SUBJECT', 'subject_unit_ids'],
      ['APPLICANT', 'applicant_unit_ids'],
    ] as const
  ).flatMap(([of, column]) => {
    const unitIds = (row.optional(column) ?? '')
      .split(';')
      .map((id) => id.trim())
      .filter((id) => id !== '');
    if (unitIds.length === 0) return [];
    const precision = row.oneOf('place_precision', PLACEMENT_PRECISIONS);
    const provenance = row.oneOf('provenance', PROVENANCES);
    return [{ of, precision, unitIds, complete: true, provenance, evidence: row.text('source') }];
  });
}

function clockOf(row: RowReader): MatterClock | undefined {
  const days = numberIn(row, 'clock_days');
  if (days === undefined) return undefined;
  return {
    days,
    working: row.oneOf('clock_working', ['true', 'false']) === 'true',
    ...optionalFields({
      startedOn: row.day('clock_started_on'),
      pausedOn: row.day('clock_paused_on'),
      remainingAtCutover: numberIn(row, 'clock_remaining_at_cutover'),
    }),
  };
}

function numberIn(row: RowReader, column: string): number | undefined {
  const text = row.optional(column);
  if (text === undefined) return undefined;
  if (!/^\d{1,4}$/.test(text))
    row.invalid(column, 'This is not a number of days.', 'Give a whole number, such as 25.');
  return Number(text);
}
