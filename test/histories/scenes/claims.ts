import { AcceptClaimCommand, RecordClaimCommand } from '#application';
import { localDate } from '#domain';
import { REASON, SAID, type Stage } from './scene.js';

/** Two claims contradict each other, and one is accepted after the other. */
export async function playClaims(stage: Stage): Promise<void> {
  const subjectId = 'la-ha';
  const claim = { subjectId, field: 'workers', asOf: localDate('2026-01-01'), ...SAID };
  const first = { ...claim, claimId: 'la-ha-workers-1', value: '100' };
  const second = { ...claim, claimId: 'la-ha-workers-2', value: '120', unit: 'người' };
  await stage.run((by) => new RecordClaimCommand(first, by));
  const revision = await stage.run((by) => new RecordClaimCommand(second, by));
  const taken = { subjectId, claimId: first.claimId, reason: REASON };
  const expectedRevision = await stage.run(
    (by) => new AcceptClaimCommand({ ...taken, expectedRevision: revision }, by),
  );
  await stage.run(
    (by) => new AcceptClaimCommand({ ...taken, claimId: second.claimId, expectedRevision }, by),
  );
}
