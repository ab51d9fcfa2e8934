import type { ReportEvents } from '#domain';
import { optional, takeUnitOf, type ShownEvents } from './concept.js';

export const shownReportEvents: ShownEvents<ReportEvents> = {
  'report.submitted': {
    about: ({ submittedOn, reason }) => ({ effectiveFrom: submittedOn, ...optional('reason', reason) }),
    links: ({ obligationId, reporterOfficeId }, take) => {
      take('subject', obligationId);
      takeUnitOf(reporterOfficeId, take);
    },
  },
};
