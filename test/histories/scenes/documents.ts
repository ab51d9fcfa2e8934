import { IdentifyIssuerCommand } from '#application';
import { REASON, SAID, type Stage } from './scene.js';

/** The issuer of a decision is found, and then the duty that it was issued under. */
export async function playDocuments(stage: Stage): Promise<void> {
  const actId = '2794-qd-ubnd.ubnd-thanh-pho-ha-noi.2020-06-26';
  const found = { actId, issuerOfficeId: 'UBND_TINH:01@origin', ...SAID };
  const revision = stage.ports.readModel.act(actId, stage.ports.readModel.status().seq)?.revision ?? 0;
  const expectedRevision = await stage.run(
    (by) => new IdentifyIssuerCommand({ ...found, expectedRevision: revision }, by),
  );
  const more = { ...found, dutyId: 'ccn_decide_establishment', reason: REASON };
  await stage.run((by) => new IdentifyIssuerCommand({ ...more, expectedRevision }, by));
}
