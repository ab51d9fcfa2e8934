import type {
  Clocks,
  HandoverFilter,
  HandoverReads,
  HandoverView,
  Page,
  PageRequest,
} from '#application/ports';
import { handoverOn, type Handover, type HandoverRecord } from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { dissolvedUnitOf, handovers, provinceOf } from './projection.js';

/** Questions about handovers. */
export class HandoverQueries implements HandoverReads {
  readonly #versions: AggregateVersions<HandoverRecord>;

  constructor(db: () => Database) {
    this.#versions = new AggregateVersions(db, handovers);
  }

  handover(id: string, knownSeq: number): HandoverView | undefined {
    return this.#versions.at(id, knownSeq);
  }

  handovers(filter: HandoverFilter, { validAt, knownSeq }: Clocks, page: PageRequest): Page<HandoverView> {
    return this.#versions.page(
      {
        keys: keysOf(filter),
        admits: (record) => {
          const handover = handoverOn(record, validAt);
          return handover !== undefined && admits(filter, record, handover);
        },
      },
      knownSeq,
      page,
    );
  }
}

function keysOf({ officeId, giverId, receiverId, subjectId, unitId, provinceId }: HandoverFilter): string[] {
  const keys = [
    ['subject', subjectId],
    ['unit', unitId],
    ['office', officeId],
    ['office', giverId],
    ['office', receiverId],
    ['province', provinceId],
  ] as const;
  return keys.flatMap(([kind, id]) => (id === undefined ? [] : [`${kind}:${id}`]));
}

function admits(filter: HandoverFilter, { drafted }: HandoverRecord, handover: Handover): boolean {
  const { officeId, giverId, receiverId, subjectId, unitId, provinceId, state } = filter;
  const { giverOfficeId, receiverOfficeId, witnessOfficeId, decidingOfficeId, items } = handover;
  const offices = [giverOfficeId, receiverOfficeId, witnessOfficeId, decidingOfficeId];
  return [
    officeId === undefined || offices.includes(officeId),
    giverId === undefined || giverOfficeId === giverId,
    receiverId === undefined || receiverOfficeId === receiverId,
    subjectId === undefined || items.some((item) => item.subjectId === subjectId),
    unitId === undefined || dissolvedUnitOf(drafted) === unitId,
    provinceId === undefined || provinceOf(drafted) === provinceId,
    state === undefined || handover.state === state,
  ].every(Boolean);
}
