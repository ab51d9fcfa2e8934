import { DeclareHolidayCommand, escalateOverdue, RecordMatterCommand } from '#application';
import { localDate } from '#domain';
import { SAID, type Stage } from './scene.js';

/** A day off is declared, and work that nobody did in time goes to the chairman of the province. */
export async function playCalendar(stage: Stage): Promise<void> {
  const holiday = { day: localDate('2026-12-24'), name: 'Ngày ghi chép', kind: 'HOLIDAY', ...SAID } as const;
  await stage.run((by) => new DeclareHolidayCommand(holiday, by));
  const office = 'UBND_XA:22480@2025-07-01';
  const matter = {
    matterId: 'viec-qua-han',
    kind: 'PETITION',
    title: 'Việc quá hạn',
    subjectId: 'cam-thinh-dong',
    officeId: 'UBND_HUYEN:56.thanh-pho-cam-ranh@origin',
    places: [
      {
        of: 'APPLICANT',
        precision: 'COMMUNE',
        unitIds: ['22480@origin'],
        complete: true,
        provenance: SAID.provenance,
        evidence: SAID.source,
      },
    ],
    step: 'Trả lời',
    asOf: localDate('2025-06-20'),
    startedOn: localDate('2025-06-16'),
    clock: { days: 25, working: false, startedOn: localDate('2025-06-16') },
    documents: [],
    ...SAID,
  } as const;
  await stage.run((by) => new RecordMatterCommand(matter, by), office);
  const actor = { id: 'escalation', office: 'bangiao', role: 'service' };
  const outcomes = escalateOverdue(stage.ports, { on: localDate('2026-12-14'), actor });
  for await (const outcome of outcomes) {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  }
}
