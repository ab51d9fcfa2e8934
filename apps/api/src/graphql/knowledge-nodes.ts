import type {
  ChangedAnswer,
  Clocks,
  CorrectionView,
  GapView,
  LapsingDuty,
  LeftDuty,
  ReadModel,
  TaintedAnswer,
  TaintView,
} from '#application';
import { BanGiaoError } from '#domain';
import { actNode, clusterNode, eventNode, responsibilityNode } from './nodes.js';
import { dutyOf } from './resolvers/responsibility.resolver.js';
import type { ActType } from './types/act.js';
import type { RecordedEventType } from './types/event.js';
import type {
  ChangedAnswerType,
  CorrectionType,
  DutyDays,
  GapType,
  LapsingDutyType,
  LeftDutyType,
  TaintedAnswerType,
  TaintType,
} from './types/knowledge.js';

/** Views of what is known as GraphQL nodes. */

export function changedAnswerNode(readModel: ReadModel, row: ChangedAnswer): ChangedAnswerType {
  const { before, after, beforeAt, afterAt, changedBySeqs, aspects } = row;
  return {
    ...dutyDays(readModel, row, afterAt),
    aspects,
    before: responsibilityNode(before, beforeAt),
    after: responsibilityNode(after, afterAt),
    changedBy: changedBySeqs.map((seq) => eventOf(readModel, seq, afterAt)),
  };
}

export function gapNode(readModel: ReadModel, row: GapView): GapType {
  const { kind, responsibility, answeredAt } = row;
  return {
    ...dutyDays(readModel, row, answeredAt),
    kind,
    responsibility: responsibilityNode(responsibility, answeredAt),
  };
}

export function leftDutyNode(readModel: ReadModel, row: LeftDuty): LeftDutyType {
  const { releasedOfficeIds, seq, unassigned, answer, answeredAt } = row;
  return {
    ...dutyDays(readModel, row, answeredAt),
    releasedOfficeIds,
    event: eventOf(readModel, seq, answeredAt),
    unassigned,
    responsibility: responsibilityNode(answer, answeredAt),
  };
}

export function lapsingDutyNode(
  readModel: ReadModel,
  { actId, endsOn, dutyId, subjects }: LapsingDuty,
  { knownSeq }: Clocks,
): LapsingDutyType {
  const act = actOf(readModel, actId, knownSeq);
  return { act, endsOn, duty: dutyOf(readModel, dutyId, knownSeq), subjectCount: subjects };
}

export function correctionNode(
  readModel: ReadModel,
  { seq, changes, underWrongHolder }: CorrectionView,
  clocks: Clocks,
): CorrectionType {
  return {
    event: eventOf(readModel, seq, clocks),
    changes: changes.map((change) => changedAnswerNode(readModel, change)),
    underWrongHolder: underWrongHolder.map((at) => eventOf(readModel, at, clocks)),
  };
}

export function taintedAnswerNode(readModel: ReadModel, row: TaintedAnswer): TaintedAnswerType {
  const { ways, open, answer, answeredAt } = row;
  return {
    ...dutyDays(readModel, row, answeredAt),
    ways,
    ...(open === undefined ? {} : { open }),
    responsibility: responsibilityNode(answer, answeredAt),
  };
}

export function taintNode(readModel: ReadModel, view: TaintView, clocks: Clocks): TaintType {
  const { actId, eventCount, acts, answers } = view;
  const { knownSeq } = clocks;
  return {
    clocks,
    actId,
    act: actOf(readModel, actId, knownSeq),
    acts: acts.map(({ relation, actId: id }) => ({ relation, act: actOf(readModel, id, knownSeq) })),
    eventCount,
    ...(answers === undefined
      ? {}
      : { answerCount: answers.count, openCount: answers.open, subjectCount: answers.subjects }),
  };
}

interface Days {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly from?: string;
  readonly to?: string;
}

function dutyDays(readModel: ReadModel, { subjectId, dutyId, from, to }: Days, clocks: Clocks): DutyDays {
  const cluster = readModel.cluster(subjectId, clocks.knownSeq);
  return {
    subjectId,
    ...(cluster === undefined ? {} : { cluster: clusterNode(cluster, clocks) }),
    duty: dutyOf(readModel, dutyId, clocks.knownSeq),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

export function eventOf(readModel: ReadModel, seq: number, { knownSeq }: Clocks): RecordedEventType {
  const event = readModel.event(seq);
  if (event === undefined) throw new BanGiaoError('UNKNOWN_EVENT', `Event ${seq} is not recorded.`);
  return eventNode(event, knownSeq);
}

function actOf(readModel: ReadModel, actId: string, knownSeq: number): ActType {
  const act = readModel.act(actId, knownSeq);
  if (act === undefined) throw new BanGiaoError('UNKNOWN_ACT', `Act ${actId} is not registered.`);
  return actNode(act, knownSeq);
}
