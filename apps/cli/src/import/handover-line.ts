import { ASSET_CLASSES, HANDOVER_ITEM_KINDS, PROVENANCES } from '#domain';

const TEXT = { type: 'string', minLength: 1 } as const;
const DAY = { type: 'string', format: 'day' } as const;

function closed(required: readonly string[], properties: Readonly<Record<string, object>>): object {
  return { type: 'object', additionalProperties: false, required, properties };
}

const ITEM = closed(['itemId', 'kind', 'description'], {
  itemId: TEXT,
  kind: { type: 'string', enum: HANDOVER_ITEM_KINDS },
  description: TEXT,
  subjectId: TEXT,
  assetClass: { type: 'string', enum: ASSET_CLASSES },
  dueOn: DAY,
  quantity: TEXT,
  quantityUnit: TEXT,
  areaHa: TEXT,
  amountVnd: TEXT,
  costVnd: TEXT,
  residualValueVnd: TEXT,
  condition: TEXT,
  managerOfficeId: TEXT,
  missingFile: closed(['confirmedByOfficeId', 'statement'], {
    confirmedByOfficeId: TEXT,
    confirmedOn: DAY,
    statement: TEXT,
  }),
});

/** JSON Schema of a line of NDJSON: a handover with its list. */
export const HANDOVER_LINE = closed(
  [
    ...['handoverId', 'giverOfficeId', 'receiverOfficeId', 'decidingOfficeId', 'basis', 'effectiveOn'],
    ...['draftedOn', 'items', 'provenance', 'source'],
  ],
  {
    handoverId: TEXT,
    giverOfficeId: TEXT,
    giverActsFor: TEXT,
    giverName: TEXT,
    receiverOfficeId: TEXT,
    witnessOfficeId: TEXT,
    decidingOfficeId: TEXT,
    basis: closed(['actId'], { actId: TEXT, article: TEXT }),
    orderActId: TEXT,
    effectiveOn: DAY,
    draftedOn: DAY,
    signingPlace: TEXT,
    items: { type: 'array', items: ITEM },
    provenance: { type: 'string', enum: PROVENANCES },
    source: TEXT,
  },
);
