import type { LocalDate } from '#domain';
import type {
  ActFilter,
  AuditFilter,
  Clocks,
  ClusterFilter,
  PageRequest,
  UnitFilter,
} from '../ports/read-model.js';
import type { At } from './clocks.js';

/** Which page of a list; a later page answers at the clocks of the first. */
export interface ListRequest extends PageRequest {
  readonly clocks?: Clocks;
}

/** A unit by its id, or by a national code that denotes one unit on the day. */
export class UnitQuery {
  constructor(
    readonly id: string,
    readonly at: At | undefined,
  ) {}
}
export class UnitsQuery {
  constructor(
    readonly filter: UnitFilter,
    readonly at: At | undefined,
    readonly page: ListRequest,
  ) {}
}
/** What a unit of one day corresponds to on another. */
export class CorrespondenceQuery {
  constructor(
    readonly from: LocalDate,
    readonly to: LocalDate,
    readonly unitId: string,
  ) {}
}
export class ActQuery {
  constructor(readonly id: string) {}
}
export class ActsQuery {
  constructor(
    readonly filter: ActFilter,
    readonly page: ListRequest,
  ) {}
}
export class DutiesQuery {}
export class ClusterQuery {
  constructor(
    readonly id: string,
    readonly at: At | undefined,
  ) {}
}
export class ClustersQuery {
  constructor(
    readonly filter: ClusterFilter,
    readonly at: At | undefined,
    readonly page: ListRequest,
  ) {}
}
export class ResponsibilityQuery {
  constructor(
    readonly subjectId: string,
    readonly dutyId: string,
    readonly at: At | undefined,
  ) {}
}
export class AuditTrailQuery {
  constructor(
    readonly filter: AuditFilter,
    readonly at: At | undefined,
    readonly page: ListRequest,
  ) {}
}
export class TransitionQuery {
  constructor(
    readonly unitId: string,
    readonly at: At | undefined,
  ) {}
}
export class LogStatusQuery {}
