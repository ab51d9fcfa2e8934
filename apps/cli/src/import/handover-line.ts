import { ASSET_CLASSES, HANDOVER_ITEM_KINDS } from '#domain';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';

const ITEM = objectOf(['itemId', 'kind', 'description'], {
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
  missingFile: objectOf(['confirmedByOfficeId', 'statement'], {
    confirmedByOfficeId: TEXT,
    confirmedOn: DAY,
    statement: TEXT,
  }),
});

/** JSON Schema of a line of NDJSON: a handover with its list. */
export const HANDOVER_LINE = objectOf(
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
    basis: objectOf(['actId'], { actId: TEXT, article: TEXT }),
    orderActId: TEXT,
    effectiveOn: DAY,
    draftedOn: DAY,
    signingPlace: TEXT,
    items: { type: 'array', items: ITEM },
    provenance: PROVENANCE,
    source: TEXT,
  },
);
