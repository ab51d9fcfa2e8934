import {
  AcceptMatterCommand,
  AdvanceMatterCommand,
  CloseMatterCommand,
  CoordinateMatterCommand,
  RecordMatterCommand,
  TakeOverMatterCommand,
} from '#application';
import { localDate } from '#domain';
import { REASON, SAID, type Stage } from './scene.js';

const DISTRICT = 'UBND_HUYEN:56.thanh-pho-cam-ranh@origin';
const COMMUNE = 'UBND_XA:22480@2025-07-01';
const CHAIRMAN = 'CT_UBND_TINH:56@2025-07-01';
const BY_LAW = { actId: '139-2025-nd-cp.chinh-phu.2025-06-12', article: 'Đ.22(3)' };

/** A matter is taken over by territory and given to the same commune by the chairman, which accepts, pauses and ends it. */
export async function playMatters(stage: Stage): Promise<void> {
  const matterId = 'viec-ghi-chep';
  const place = { precision: 'COMMUNE', unitIds: ['22480@origin'], complete: true } as const;
  const evidence = { provenance: SAID.provenance, evidence: SAID.source };
  let expectedRevision = await stage.run(
    (by) =>
      new RecordMatterCommand(
        {
          matterId,
          kind: 'SECONDARY_PROJECT_PROCEDURE',
          title: 'Việc ghi chép',
          subjectId: 'cam-thinh-dong',
          officeId: DISTRICT,
          places: [{ of: 'APPLICANT', ...place, ...evidence }],
          step: 'Trả lời',
          asOf: localDate('2025-06-20'),
          startedOn: localDate('2025-06-16'),
          clock: { days: 25, working: false, startedOn: localDate('2025-06-16') },
          documents: [],
          ...SAID,
        },
        by,
      ),
    DISTRICT,
  );
  const step = (on: string) => ({ matterId, effectiveOn: localDate(on), expectedRevision, ...SAID });
  expectedRevision = await stage.run(
    (by) => new TakeOverMatterCommand({ ...step('2025-07-02'), ...BY_LAW, officeId: COMMUNE }, by),
    COMMUNE,
  );
  const coordinated = { ...BY_LAW, officeId: COMMUNE, reason: REASON };
  expectedRevision = await stage.run(
    (by) => new CoordinateMatterCommand({ ...step('2025-07-03'), ...coordinated }, by),
    CHAIRMAN,
  );
  expectedRevision = await stage.run((by) => new AcceptMatterCommand(step('2025-07-04'), by), COMMUNE);
  const paused = { step: 'Bổ sung hồ sơ', clock: { change: 'PAUSED' }, reason: REASON } as const;
  expectedRevision = await stage.run(
    (by) => new AdvanceMatterCommand({ ...step('2025-07-05'), ...paused }, by),
    COMMUNE,
  );
  const end = { outcome: 'WITHDRAWN', reason: REASON } as const;
  await stage.run((by) => new CloseMatterCommand({ ...step('2025-08-01'), ...end }, by), COMMUNE);
}
