import { SubmitReportCommand } from '#application';
import { localDate } from '#domain';
import { REASON, SAID, type Stage } from './scene.js';

/** A department hands in its report of a year in which it was formed, and once more with a reason. */
export async function playReports(stage: Stage): Promise<void> {
  const report = {
    obligationId: 'report_department.2025-Y.15@2025-07-01',
    submittedOn: localDate('2025-12-29'),
    documentRef: '1/BC-SCT',
    notManagedNote: 'Số liệu trước 01/7/2025 theo hai sở cũ (ghi chép).',
    ...SAID,
  };
  const department = 'SO_CONG_THUONG:15@2025-07-01';
  const expectedRevision = await stage.run((by) => new SubmitReportCommand(report, by), department);
  const again = { ...report, documentRef: '2/BC-SCT', reason: REASON, expectedRevision };
  await stage.run((by) => new SubmitReportCommand(again, by), department);
}
