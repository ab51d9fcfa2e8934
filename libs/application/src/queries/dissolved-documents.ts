import {
  amendableBy,
  dissolvedIssuer,
  documentInForce,
  unitsCovering,
  type Amendment,
  type DissolvedIssuer,
  type DocumentSubject,
  type IdentifiedIssuer,
} from '#domain';
import type { ActView, Clocks, Page, PageRequest, ReadModel } from '../ports/read-model.js';
import { pageOfSorted } from './pages.js';

/** What documents are narrowed down by. */
export interface DissolvedDocumentFilter {
  /** The dissolved unit that issued them. */
  readonly unitId?: string;
  /** A province, of today or dissolved, that the unit belonged to or went into. */
  readonly provinceId?: string;
  /** A cluster whose documents name them. */
  readonly subjectId?: string;
  /** In force on the day, or not. */
  readonly inForce?: boolean;
}

/** A document whose issuer exists no longer. */
export interface DissolvedDocument {
  readonly act: ActView;
  readonly issuer: IdentifiedIssuer;
  readonly dissolved: DissolvedIssuer;
  readonly subjects: readonly DocumentSubject[];
  readonly inForce: boolean;
}
/** The same with who may amend it on the day; nobody where it is not in force. */
export interface AmendableDocument extends DissolvedDocument {
  readonly amendableBy: readonly Amendment[];
}

/** Documents of dissolved issuers, by day of issue and id, with who may amend them. */
export function documentsOfDissolvedIssuers(
  readModel: ReadModel,
  filter: DissolvedDocumentFilter,
  clocks: Clocks,
  page: PageRequest,
): Page<AmendableDocument> {
  const key = ({ act }: DissolvedDocument) => [act.issuedOn ?? '', act.actId];
  const found = documents(readModel, clocks).filter((d) => admits(d, filter, readModel, clocks));
  return pageOfSorted(found, key, page, (d) => ({ ...d, amendableBy: whoAmends(d, readModel, clocks) }));
}

function documents(readModel: ReadModel, { validAt, knownSeq }: Clocks): readonly DissolvedDocument[] {
  const lineage = readModel.lineage(knownSeq);
  const subjects = readModel.documents.subjects(knownSeq);
  return readModel.documents.identified(knownSeq).flatMap((id) => {
    const act = readModel.act(id, knownSeq);
    const issuer = act?.identifiedIssuer;
    const dissolved = issuer && dissolvedIssuer(issuer.issuerOfficeId, validAt, lineage);
    if (act === undefined || issuer === undefined || dissolved === undefined) return [];
    const inForce = documentInForce(act, validAt);
    return [{ act, issuer, dissolved, subjects: subjects.get(act.actId) ?? [], inForce }];
  });
}

function admits(
  { dissolved, subjects, inForce }: DissolvedDocument,
  filter: DissolvedDocumentFilter,
  readModel: ReadModel,
  { knownSeq }: Clocks,
): boolean {
  const { unitId, provinceId, subjectId } = filter;
  return (
    (unitId === undefined || dissolved.unitId === unitId) &&
    (subjectId === undefined || subjects.some((s) => s.clusterId === subjectId)) &&
    (filter.inForce === undefined || inForce === filter.inForce) &&
    (provinceId === undefined || unitsCovering(readModel.lineage(knownSeq), dissolved.unitId).has(provinceId))
  );
}

function whoAmends(
  { issuer, subjects, inForce }: DissolvedDocument,
  readModel: ReadModel,
  clocks: Clocks,
): readonly Amendment[] {
  if (!inForce) return [];
  return amendableBy(issuer, subjects, clocks.validAt, {
    lineage: readModel.lineage(clocks.knownSeq),
    acts: (id) => readModel.act(id, clocks.knownSeq),
    answer: (clusterId, dutyId) => readModel.responsibility(clusterId, dutyId, clocks),
  });
}
