import { isDeepStrictEqual } from 'node:util';
import { sightOf } from '#application';
import {
  ASSET_CLASSES,
  decideDraftHandover,
  HANDOVER_ITEM_KINDS,
  localDateAt,
  PROVENANCES,
  streamOf,
  type DraftHandover,
  type HandoverItem,
  type LocalDate,
} from '#domain';
import type { AggregateImport, Gathered, Placed } from './aggregates.js';
import { HANDOVER_LINE } from './handover-line.js';
import { IMPORTER } from './plan.js';
import type { Place, RowProblem } from './problems.js';
import { optionalFields, type RowReader } from './row-reader.js';

/**
 * A draft, with the lines on which its items stand where it was gathered from CSV.
 * Where the minutes are to be signed has another name here: the place of a row is where it was read.
 */
type DraftRow = Omit<DraftHandover, 'place'> & {
  readonly signingPlace?: string;
  readonly itemPlaces?: readonly Place[];
};

const HEAD = [
  'handover_id',
  'giver_office_id',
  'giver_acts_for',
  'giver_name',
  'receiver_office_id',
  'witness_office_id',
  'deciding_office_id',
  'basis_act_id',
  'basis_article',
  'order_act_id',
  'effective_on',
  'drafted_on',
  'signing_place',
] as const;
const ITEM = [
  'item_id',
  'kind',
  'description',
  'subject_id',
  'asset_class',
  'due_on',
  'quantity',
  'quantity_unit',
  'area_ha',
  'amount_vnd',
  'cost_vnd',
  'residual_value_vnd',
  'condition',
  'manager_office_id',
  'missing_file_statement',
  'missing_file_confirmed_on',
] as const;

/** Handovers with what is on their lists: a line of CSV is an item, a line of NDJSON is a handover. */
export const HANDOVER_IMPORT: AggregateImport<DraftRow> = {
  what: 'handovers',
  columns: [...HEAD, ...ITEM, 'provenance', 'source'],
  fromCsv: (row) => ({ ...headOf(row), items: [itemOf(row)] }),
  gather,
  schema: HANDOVER_LINE,
  idOf: ({ handoverId }) => handoverId,
  streamOf: streamOf.handover,
  decide: (row, register, { readModel, clock }) =>
    decideDraftHandover(draftOf(row), undefined, sightOf(register, readModel), {
      by: { actorId: IMPORTER.id, officeId: IMPORTER.office },
      today: localDateAt(clock.now()),
      operator: true,
    }),
  placeOf: ({ itemPlaces }, field) => itemPlaces?.[Number(/^items\.(\d+)\./.exec(field)?.[1] ?? -1)],
  columnOf: { place: 'signing_place', 'basis.actId': 'basis_act_id', 'basis.article': 'basis_article' },
};

function draftOf({ itemPlaces: _, signingPlace: place, ...draft }: DraftRow): DraftHandover {
  return { ...draft, ...(place === undefined ? {} : { place }) };
}

function headOf(row: RowReader): Omit<DraftRow, 'items'> {
  const article = row.optional('basis_article');
  return {
    handoverId: row.text('handover_id'),
    giverOfficeId: row.text('giver_office_id'),
    receiverOfficeId: row.text('receiver_office_id'),
    decidingOfficeId: row.text('deciding_office_id'),
    basis: { actId: row.text('basis_act_id'), ...(article === undefined ? {} : { article }) },
    effectiveOn: requiredDay(row, 'effective_on'),
    draftedOn: requiredDay(row, 'drafted_on'),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({
      giverActsFor: row.optional('giver_acts_for'),
      giverName: row.optional('giver_name'),
      witnessOfficeId: row.optional('witness_office_id'),
      orderActId: row.optional('order_act_id'),
      signingPlace: row.optional('signing_place'),
    }),
  };
}

function itemOf(row: RowReader): HandoverItem {
  return {
    itemId: row.text('item_id'),
    kind: row.oneOf('kind', HANDOVER_ITEM_KINDS),
    description: row.text('description'),
    ...optionalFields({
      subjectId: row.optional('subject_id'),
      assetClass:
        row.optional('asset_class') === undefined ? undefined : row.oneOf('asset_class', ASSET_CLASSES),
      dueOn: row.day('due_on'),
      quantity: row.optional('quantity'),
      quantityUnit: row.optional('quantity_unit'),
      areaHa: row.optional('area_ha'),
      amountVnd: row.optional('amount_vnd'),
      costVnd: row.optional('cost_vnd'),
      residualValueVnd: row.optional('residual_value_vnd'),
      condition: row.optional('condition'),
      managerOfficeId: row.optional('manager_office_id'),
      missingFile: confirmationOf(row),
    }),
  };
}

/** The current manager confirms it; the column that names him is the same. */
function confirmationOf(row: RowReader): HandoverItem['missingFile'] {
  const statement = row.optional('missing_file_statement');
  if (statement === undefined) return undefined;
  const confirmedOn = row.day('missing_file_confirmed_on');
  return {
    confirmedByOfficeId: row.text('manager_office_id'),
    statement,
    ...(confirmedOn === undefined ? {} : { confirmedOn }),
  };
}

function requiredDay(row: RowReader, column: string): LocalDate {
  const text = row.text(column);
  return row.day(column) ?? (text as LocalDate);
}

/** Lines of one handover make one draft; each says the same of the handover, and adds an item. */
function gather(lines: readonly Placed<DraftRow>[]): Gathered<DraftRow> {
  const drafts = new Map<string, Placed<DraftRow>>();
  const problems: RowProblem[] = [];
  for (const line of lines) {
    const known = drafts.get(line.handoverId);
    if (known === undefined) drafts.set(line.handoverId, { ...line, itemPlaces: [line.place] });
    else if (!isDeepStrictEqual(withoutItems(known), withoutItems(line))) problems.push(otherHead(line));
    else
      drafts.set(line.handoverId, {
        ...known,
        items: [...known.items, ...line.items],
        itemPlaces: [...(known.itemPlaces ?? []), line.place],
      });
  }
  return { rows: [...drafts.values()], problems };
}

function withoutItems({ items: _, itemPlaces: _places, place: _place, ...head }: Placed<DraftRow>): object {
  return head;
}

function otherHead({ place, handoverId }: Placed<DraftRow>): RowProblem {
  return {
    ...place,
    column: 'handover_id',
    value: handoverId,
    code: 'INVALID_INPUT',
    message: 'This line says something else of the handover than the first one of that id.',
    remedy: 'Repeat the columns of the handover on each of its lines, or give another id.',
  };
}
