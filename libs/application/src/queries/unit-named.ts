import { foldName, readUnitName, unitsCovering, type LocalDate, type ReadName } from '#domain';
import type { ReadModel } from '../ports/read-model.js';

/** The name of a unit as a document has it. */
export interface UnitNamedRequest {
  /** Full name with its kind, with or without diacritics. */
  readonly name: string;
  /** The day of the document. */
  readonly on: LocalDate;
  /** A unit that it lies in or lay in, because names repeat over the country. */
  readonly withinId?: string;
}

/** What a document means by the name of a unit. */
export function unitNamed(
  readModel: ReadModel,
  { name, on, withinId }: UnitNamedRequest,
  knownSeq: number,
): ReadName {
  const lineage = readModel.lineage(knownSeq);
  const bearers = readModel.documents
    .bearers(foldName(name), knownSeq)
    .filter(({ unitId }) => withinId === undefined || unitsCovering(lineage, unitId).has(withinId));
  return readUnitName(bearers, on);
}
