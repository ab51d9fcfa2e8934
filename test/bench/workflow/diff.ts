import type { ChangedAnswer, DiffRequest, ReadModel } from '#application';
import { addDays } from '#domain';
import type { Result } from '../measure.js';
import { provinceId, REFORM } from './country.js';
import type { WorkflowLog } from './log.js';
import type { Compare } from './measured.js';

const TIMES = 100;
const NAIVE_TIMES = 6;
const ALL = 1_000_000;
const PAGE = 20;
/** By then every correction of the log has taken effect. */
const TODAY = addDays(REFORM, 400);

/** What changed of a province by the corrections at the end of the log, against asking for every answer twice. */
export function benchDiff(
  compare: Compare,
  readModel: ReadModel,
  { recent, country }: WorkflowLog,
): readonly Result[] {
  const head = readModel.status().seq;
  const request = (i: number): DiffRequest => ({
    scope: { unitId: provinceId(i % country.provinces) },
    days: { from: TODAY, to: addDays(TODAY, 1) },
    placedOn: TODAY,
    knownFrom: head - recent + (i % Math.ceil(recent / 10)),
    knownTo: head,
  });
  const asked = {
    ask: (q: DiffRequest) => changedPairs(readModel, q, ALL),
    naive: (q: DiffRequest) => comparedPairs(readModel, q),
    naiveTimes: NAIVE_TIMES,
    times: TIMES,
  };
  const events = recent.toLocaleString('en');
  return [
    ...compare({
      ...asked,
      name: `knowledge diff of a province over the last ${events} events`,
      question: request,
      aim: 200,
    }),
    ...compare({
      ...asked,
      name: 'the same, the places of clusters on another day each time',
      question: (i) => onDay(request(i), i),
    }),
    ...firstPages(compare, readModel, request),
  ];
}

function firstPages(
  compare: Compare,
  readModel: ReadModel,
  request: (i: number) => DiffRequest,
): readonly Result[] {
  const first = (pairs: readonly string[]) => pairs.slice(0, PAGE);
  return compare({
    name: `the same, its first page of ${PAGE}`,
    question: request,
    ask: (q) => changedPairs(readModel, q, PAGE),
    naive: (q) => first(comparedPairs(readModel, q)),
    naiveTimes: NAIVE_TIMES,
    times: TIMES,
  });
}

function onDay(request: DiffRequest, i: number): DiffRequest {
  const day = addDays(TODAY, 1 + i);
  return { ...request, placedOn: day, days: { from: day, to: addDays(day, 1) } };
}

function changedPairs(readModel: ReadModel, request: DiffRequest, first: number): readonly string[] {
  return readModel.knowledge.diff(request, { first }).rows.map(({ row }) => pairOf(row));
}

/** Every answer of every cluster that lies there now, at both points of record time. */
function comparedPairs(readModel: ReadModel, request: DiffRequest): readonly string[] {
  const { knownFrom, knownTo, placedOn: validAt } = request;
  const provinceId = request.scope.unitId ?? '';
  const { rows } = readModel.clusters({ provinceId }, { validAt, knownSeq: knownTo }, { first: ALL });
  const changed = rows.flatMap(({ row: { id } }) => {
    const answers = (knownSeq: number) => readModel.responsibilities(id, undefined, { validAt, knownSeq });
    const before = new Map(answers(knownFrom).map((answer) => [answer.dutyId, saidIn(answer)]));
    return answers(knownTo).filter((answer) => before.get(answer.dutyId) !== saidIn(answer));
  });
  return changed.map(pairOf).sort();
}

function saidIn({ since: _since, until: _until, ...said }: ChangedAnswer['after']): string {
  return JSON.stringify(said);
}

function pairOf({ subjectId, dutyId }: Pick<ChangedAnswer, 'subjectId' | 'dutyId'>): string {
  return `${subjectId} ${dutyId}`;
}
