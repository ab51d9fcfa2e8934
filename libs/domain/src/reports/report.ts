import type { DomainEvent } from '../events/catalogue.js';
import type { LocalDate } from '../time/local-date.js';
import type { ReportSubmitted } from './events.js';

/** What was handed in under one obligation; the last one counts, the earlier ones stay. */
export interface ReportState {
  readonly obligationId: string;
  readonly submissions: readonly ReportSubmitted[];
}

export function evolveReport(state: ReportState | undefined, event: DomainEvent): ReportState | undefined {
  if (event.type !== 'report.submitted') return state;
  const { obligationId } = event.data;
  return { obligationId, submissions: [...(state?.submissions ?? []), event.data] };
}

/** What had been handed in by the end of a day. */
export function submissionOn(state: ReportState | undefined, day: LocalDate): ReportSubmitted | undefined {
  return state?.submissions.filter((s) => s.submittedOn <= day).at(-1);
}
