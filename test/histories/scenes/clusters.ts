import {
  AdjustClusterCommand,
  AdvanceClusterCommand,
  freshRegister,
  RecordPhasesCommand,
  RecordSharesCommand,
} from '#application';
import { localDate } from '#domain';
import { REASON, SAID, type Stage } from './scene.js';

const clusterId = 'luong-son-2';
const ACT = '1714-qd-ubnd.ubnd-tinh-thai-nguyen.2025-06-05';
type By = ConstructorParameters<typeof AdvanceClusterCommand>[1];
const fact = { clusterId, reason: REASON, ...SAID };

/** A cluster takes a step that is put right, and its decision is adjusted; its phases and shares are recorded. */
export async function playClusters(stage: Stage): Promise<void> {
  const { knownSeq } = await freshRegister(stage.ports);
  let expectedRevision = stage.ports.readModel.cluster(clusterId, knownSeq)?.revision ?? 0;
  const step = { ...fact, to: 'UNDER_CONSTRUCTION' } as const;
  const began = (on: string, revision: number, corrects?: string) => (by: By) =>
    new AdvanceClusterCommand(
      {
        ...step,
        effectiveOn: localDate(on),
        ...(corrects === undefined ? {} : { corrects }),
        expectedRevision: revision,
      },
      by,
    );
  expectedRevision = await stage.run(began('2025-09-01', expectedRevision));
  const known = (await freshRegister(stage.ports)).knownSeq;
  const wrong = stage.ports.readModel.cluster(clusterId, known)?.steps.at(-1)?.eventId;
  expectedRevision = await stage.run(began('2025-10-01', expectedRevision, wrong));
  expectedRevision = await stage.run(
    (by) =>
      new AdjustClusterCommand(
        {
          ...fact,
          changes: { name: 'Cụm công nghiệp Ghi chép', areaHa: '70.5' },
          effectiveOn: localDate('2026-01-15'),
          actId: ACT,
          expectedRevision,
        },
        by,
      ),
  );
  const phases = [{ phaseId: 'phase-1', areaHa: '68', schedule: { startsIn: '2025', endsIn: '2028' } }];
  expectedRevision = await stage.run(
    (by) => new RecordPhasesCommand({ ...fact, phases, expectedRevision }, by),
  );
  const shares = [{ unitId: '05528@2025-07-01', areaHa: '68' }];
  await stage.run(
    (by) => new RecordSharesCommand({ ...fact, shares, from: localDate('2025-07-01'), expectedRevision }, by),
  );
}
