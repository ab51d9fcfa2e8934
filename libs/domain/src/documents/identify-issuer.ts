import { reasonRequired, unknownAct, type ActLookup, type KnownAct } from '../acts/decide-act.js';
import type { Duty } from '../duties/duty.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { tierOf } from '../responsibilities/holder-by-law.js';
import { parseOfficeId, type OfficeKind } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitLevel } from '../units/unit.js';
import type { IdentifiedIssuer } from './amend.js';
import type { DocumentIssuerIdentified } from './events.js';

/** What finding an issuer is decided from. */
export interface KnownForIssuers {
  readonly acts: ActLookup;
  readonly lineage: Lineage;
  readonly duties: readonly Duty[];
  /** The issuer found before. */
  readonly before?: IdentifiedIssuer;
}

/**
 * Records which office issued an act, or another one than was found before.
 * Refuses `UNKNOWN_ACT`, `UNKNOWN_OFFICE` where it is none of a unit, `UNIT_NOT_IN_FORCE` where its unit did not exist
 * on the day of issue, `UNKNOWN_DUTY`, `ALREADY_EXISTS`, `REASON_REQUIRED`.
 */
export function decideIdentifyIssuer(
  input: DocumentIssuerIdentified,
  known: KnownForIssuers,
): Decision<EventOf<'document.issuer-identified'>> {
  const act = known.acts(input.actId);
  if (act === undefined) return unknownAct('actId', input.actId);
  const refusal =
    refuseIssuer(input.issuerOfficeId, act, known.lineage) ??
    refuseDuty(input.dutyId, known.duties) ??
    refuseSilentChange(input, known.before);
  return refusal ?? accept([{ type: 'document.issuer-identified', data: input }]);
}

function refuseIssuer(id: string, act: KnownAct, lineage: Lineage): Decision<never> | undefined {
  const office = parseOfficeId(id);
  const tier = office === undefined ? undefined : tierOfOffice(office.kind);
  const unitId = office?.rest ?? '';
  if (tier === undefined || lineage.levelOf(unitId) !== tier)
    return refuse(
      'UNKNOWN_OFFICE',
      'issuerOfficeId',
      id,
      'It is no office of an administrative unit.',
      'Name the office of the unit that issued the act, for example UBND_HUYEN:01.huyen-soc-son@origin.',
    );
  const issued = act.issuedOn ?? act.inForceFrom;
  if (issued === undefined || lineage.unitOn(unitId, issued) !== undefined) return undefined;
  return notYetOrNoLonger(id, issued);
}

function notYetOrNoLonger(id: string, issued: LocalDate): Decision<never> {
  return refuse(
    'UNIT_NOT_IN_FORCE',
    'issuerOfficeId',
    id,
    `Its unit did not exist on ${issued}, the day of issue.`,
    'Units of one name follow each other; name the one that existed on that day.',
  );
}

function refuseDuty(dutyId: string | undefined, duties: readonly Duty[]): Decision<never> | undefined {
  if (dutyId === undefined || duties.some((d) => d.dutyId === dutyId)) return undefined;
  return refuse(
    'UNKNOWN_DUTY',
    'dutyId',
    dutyId,
    `No duty ${dutyId} is in the catalogue.`,
    'Look its id up in the list of duties.',
  );
}

function refuseSilentChange(
  { issuerOfficeId, reason }: DocumentIssuerIdentified,
  before: IdentifiedIssuer | undefined,
): Decision<never> | undefined {
  if (before === undefined || (reason ?? '').trim() !== '') return undefined;
  if (reason !== undefined) return reasonRequired();
  return refuse(
    'ALREADY_EXISTS',
    'issuerOfficeId',
    issuerOfficeId,
    `${before.issuerOfficeId} is recorded as its issuer already.`,
    'To record another, or another duty, give the reason.',
  );
}

function tierOfOffice(kind: OfficeKind): UnitLevel | undefined {
  return kind === 'ENTERPRISE' || kind === 'PUBLIC_SERVICE_UNIT' ? undefined : tierOf(kind);
}
