import { carrySchemes, derivedCommandId } from '#application';
import {
  decideRegisterScheme,
  PARTY_KINDS,
  PROVENANCES,
  SCHEME_PROGRAMMES,
  SCHEME_STEPS,
  streamOf,
  type RegisterScheme,
  type SchemePartyInput,
} from '#domain';
import type { AggregateImport } from './aggregates.js';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { IMPORTER } from './plan.js';
import { optionalFields, type RowReader } from './row-reader.js';

const YEAR = { type: 'integer', minimum: 1_000, maximum: 9_999 };
const PARTY = objectOf(['kind'], { kind: { type: 'string', enum: PARTY_KINDS }, id: TEXT, name: TEXT });

/** Industrial-promotion schemes, one a row; each is carried through the mergers of its executing unit. */
export const SCHEME_IMPORT: AggregateImport<RegisterScheme> = {
  what: 'schemes',
  columns: [
    'scheme_id',
    'name',
    'programme',
    'step',
    'step_on',
    'from',
    'from_year',
    'to_year',
    'province_id',
    'executing_unit_id',
    'beneficiary_kind',
    'beneficiary_name',
    'department_id',
    'contract_number',
    'budget_vnd',
    'provenance',
    'source',
  ],
  fromCsv: (row) => ({
    schemeId: row.text('scheme_id'),
    name: row.text('name'),
    programme: row.oneOf('programme', SCHEME_PROGRAMMES),
    step: row.oneOf('step', SCHEME_STEPS),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({
      stepOn: row.day('step_on'),
      from: row.day('from'),
      fromYear: year(row, 'from_year'),
      toYear: year(row, 'to_year'),
      provinceId: row.optional('province_id'),
      executingUnit: party(row, 'ORGANISATION', 'executing_unit_id'),
      beneficiaries: beneficiaries(row),
      department: party(row, 'OFFICE', 'department_id'),
      contractNumber: row.optional('contract_number'),
      budgetVnd: row.optional('budget_vnd'),
    }),
  }),
  schema: objectOf(['schemeId', 'name', 'programme', 'step', 'provenance', 'source'], {
    schemeId: TEXT,
    name: TEXT,
    programme: { type: 'string', enum: SCHEME_PROGRAMMES },
    step: { type: 'string', enum: SCHEME_STEPS },
    stepOn: DAY,
    from: DAY,
    fromYear: YEAR,
    toYear: YEAR,
    provinceId: TEXT,
    executingUnit: PARTY,
    beneficiaries: { type: 'array', items: PARTY },
    department: PARTY,
    contractNumber: TEXT,
    budgetVnd: TEXT,
    provenance: PROVENANCE,
    source: TEXT,
  }),
  idOf: ({ schemeId }) => schemeId,
  streamOf: streamOf.scheme,
  decide: (row, register) => decideRegisterScheme(row, register),
  settle: async (ids, importId, ports) => {
    const commandId = derivedCommandId('import', importId, 'carry');
    await carrySchemes(ids, { actor: IMPORTER, commandId, correlationId: commandId }, ports);
  },
  columnOf: {
    id: 'scheme_id',
    'executingUnit.id': 'executing_unit_id',
    'beneficiaries.0.kind': 'beneficiary_kind',
    'beneficiaries.0.name': 'beneficiary_name',
    'department.id': 'department_id',
  },
};

function year(row: RowReader, column: string): number | undefined {
  const text = row.optional(column);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{3}$/.test(text))
    row.invalid(column, 'This is no year.', 'Give four digits, or leave it empty.');
  return Number(text);
}

function party(
  row: RowReader,
  kind: 'ORGANISATION' | 'OFFICE',
  column: string,
): SchemePartyInput | undefined {
  const id = row.optional(column);
  return id === undefined ? undefined : { kind, id };
}

/** One beneficiary; a household has a kind and no name. */
function beneficiaries(row: RowReader): readonly SchemePartyInput[] | undefined {
  const name = row.optional('beneficiary_name');
  if (name === undefined && row.optional('beneficiary_kind') === undefined) return undefined;
  const kind = row.oneOf('beneficiary_kind', PARTY_KINDS);
  return [name === undefined ? { kind } : { kind, name }];
}
