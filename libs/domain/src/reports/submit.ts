import { reasonRequired } from '../acts/decide-act.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { ReportSubmitted } from './events.js';
import type { DueReport } from './obligation.js';
import type { ReportState } from './report.js';

/** A report as it is handed in; its period and its reporter follow from the obligation. */
export type SubmitReport = Omit<ReportSubmitted, 'periodFrom' | 'periodTo' | 'reporterOfficeId'>;

/** What handing in is decided from. */
export interface KnownForSubmitting {
  /** The obligation as it is known; undefined where nothing of that id is due. */
  readonly due: DueReport | undefined;
  readonly state: ReportState | undefined;
  /** The office for which the caller acts. */
  readonly actorOfficeId: OfficeId;
  readonly today: LocalDate;
}

/**
 * Records that an office handed in the report that it has to; only the office itself does.
 * Refuses `UNKNOWN_SUBJECT`, `NOT_APPLICABLE` where nobody is determined to report, `NOT_YOUR_OFFICE` for another,
 * `INVALID_DATE`, `ALREADY_EXISTS`, `REASON_REQUIRED`.
 */
export function decideSubmitReport(
  input: SubmitReport,
  known: KnownForSubmitting,
): Decision<EventOf<'report.submitted'>> {
  const { due, actorOfficeId } = known;
  if (due === undefined) return unknownObligation(input.obligationId);
  const refusal =
    refuseOffice(due, actorOfficeId) ??
    refuseDay(input.submittedOn, due, known.today) ??
    refuseSilentChange(input, known.state);
  if (refusal !== undefined) return refusal;
  const period = due.period === undefined ? {} : { periodFrom: due.period.from, periodTo: due.period.to };
  return accept([
    { type: 'report.submitted', data: { ...input, ...period, reporterOfficeId: actorOfficeId } },
  ]);
}

function unknownObligation(id: string): Decision<never> {
  return refuse(
    'UNKNOWN_SUBJECT',
    'obligationId',
    id,
    'No such report is due.',
    'Look its id up in the list of reports that your office has to hand in.',
  );
}

function refuseOffice({ reporter, obligationId }: DueReport, actor: OfficeId): Decision<never> | undefined {
  if (reporter.officeIds.includes(actor)) return undefined;
  if (reporter.officeIds.length === 0)
    return refuse(
      'NOT_APPLICABLE',
      'obligationId',
      obligationId,
      `Who has to hand it in is not determined (${reporter.status}).`,
      'Have the duty to report decided first.',
    );
  return refuse(
    'NOT_YOUR_OFFICE',
    'actor',
    actor,
    `Only ${reporter.officeIds.join(' or ')} hands in this report.`,
    'Act for the office that has to report.',
  );
}

function refuseDay(day: LocalDate, { period }: DueReport, today: LocalDate): Decision<never> | undefined {
  if (day > today) return badDay(day, `It lies after today, ${today}.`);
  if (period !== undefined && day < period.to) return badDay(day, `The period lasts until ${period.to}.`);
  return undefined;
}

function badDay(day: LocalDate, message: string): Decision<never> {
  return refuse(
    'INVALID_DATE',
    'submittedOn',
    day,
    message,
    'Give the day on which the report was handed in, after its period and not in the future.',
  );
}

function refuseSilentChange(
  input: SubmitReport,
  state: ReportState | undefined,
): Decision<never> | undefined {
  if (state === undefined || (input.reason ?? '').trim() !== '') return undefined;
  if (input.reason !== undefined) return reasonRequired();
  return refuse(
    'ALREADY_EXISTS',
    'obligationId',
    input.obligationId,
    'This report was handed in already.',
    'To hand in another in its place, give the reason.',
  );
}
