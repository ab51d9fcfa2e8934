import type { RunningService } from '../e2e/service.js';

const SUBJECT = 'yen-hop';
const DUTY = 'ccn_manage_local_clusters';
/** Xã Quy Mông, which lies elsewhere: it took the place of xã Y Can. */
const WRONG = 'UBND_XA:04531@2025-07-01';
/** Xã Xuân Ái, in which xã Yên Hợp lies since the reform. */
const RIGHT = 'UBND_XA:04441@2025-07-01';
const BASIS = '139-2025-nd-cp.chinh-phu.2025-06-12';
const MISTAKEN = 'A mistake made for this question: the row of Y Can was read for that of Yên Hợp.';
const CORRECTED = 'The mistake is put right: xã Yên Hợp lies in xã Xuân Ái.';

/**
 * Records a mistake over Yên Hợp and corrects it to what the sample said before. The mistake is made up; the place, the
 * committee that holds and the decree are those of the sample.
 * Answers the variables of the questions: when the mistake was recorded, which is before the correction was.
 */
export async function recordCorrection(service: RunningService): Promise<{ readonly mistakeAt: string }> {
  const mistake = await decide(service, 'reassign', {
    subjectId: SUBJECT,
    dutyId: DUTY,
    holders: [{ officeId: WRONG }],
    from: '2026-06-01',
    actId: BASIS,
    article: 'Đ.6 (NĐ 32/2024 Đ.34(1))',
    reason: MISTAKEN,
    expectedRevision: await revision(service),
  });
  const mistakeAt = await recordedAt(service, mistake);
  await new Promise((resolve) => setTimeout(resolve, 10));
  await decide(service, 'correctReassignment', {
    eventId: mistake,
    holders: [{ officeId: RIGHT }],
    actId: BASIS,
    reason: CORRECTED,
    expectedRevision: await revision(service),
  });
  return { mistakeAt };
}

async function revision(service: RunningService): Promise<number> {
  const { cluster } = await service.ask<{ cluster: { revision: number } }>(
    `{ cluster(id: "${SUBJECT}") { revision } }`,
  );
  return cluster.revision;
}

/** Decides, waits until it is known, and answers the id of the first event. */
async function decide(service: RunningService, mutation: string, input: object): Promise<string> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
  const document = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) {
    ... on ${type}Result { eventIds position } ... on Refusal { message remedy } } }`;
  const answer = await service.ask<Record<string, { eventIds?: string[]; position: string }>>(document, {
    input,
  });
  const { eventIds, position } = answer[mutation] ?? {};
  if (eventIds?.[0] === undefined) throw new Error(JSON.stringify(answer));
  await service.ask(`{ cluster(id: "${SUBJECT}", at: { position: "${position}" }) { id } }`);
  return eventIds[0];
}

async function recordedAt(service: RunningService, eventId: string): Promise<string> {
  const document = `{ auditTrail(filter: { subjectId: "${SUBJECT}", types: ["responsibility.reassigned"] }, first: 100) {
    edges { node { id recordedAt } } } }`;
  const { auditTrail } = await service.ask<{
    auditTrail: { edges: { node: { id: string; recordedAt: string } }[] };
  }>(document);
  const found = auditTrail.edges.find(({ node }) => node.id === eventId);
  if (found === undefined) throw new Error(`Event ${eventId} is not in the audit trail.`);
  return found.node.recordedAt;
}
