import { taskId, type OpenTask, type TaskDue } from '../tasks/task.js';
import type { AnsweringDays } from '../tasks/open-questions.js';
import { earlierEnd, overlaps, type ValidInterval } from '../time/interval.js';
import { BEFORE_ALL } from '../time/local-date.js';
import { lifecycleOn, standingSteps, type Lifecycle } from './lifecycle.js';
import type { ClusterRecord } from './record.js';
import { WAITING, type Waiting } from './waiting.js';

/**
 * The work that the life of a cluster made and makes, the past included: for whoever holds the duty on each day,
 * so that at a reorganisation the successor goes on with the clock of the predecessor.
 */
export function tasksOfCluster(
  record: ClusterRecord,
  holders: readonly AnsweringDays[],
): readonly OpenTask[] {
  return statesOf(record).flatMap(({ lifecycle, ...span }) => {
    const waiting = WAITING[lifecycle.state];
    if (waiting === undefined) return [];
    return holders
      .filter((holder) => holder.dutyId === waiting.dutyId && overlaps(holder, span))
      .map((holder) => taskOf(record, waiting, lifecycle, span, holder));
  });
}

function taskOf(
  { clusterId }: ClusterRecord,
  waiting: Waiting,
  lifecycle: Lifecycle,
  span: ValidInterval,
  { officeId, from, to, basis }: AnsweringDays,
): OpenTask {
  const since = from < span.from ? span.from : from;
  const until = earlierEnd(span.to, to);
  const due = dueOf(waiting, lifecycle);
  const { actId, article, provenance } = basis;
  return {
    taskId: taskId(waiting.kind, clusterId, since, ...officeId.split(':').slice(1)),
    officeId,
    kind: waiting.kind,
    subjectId: clusterId,
    since,
    ...(until === undefined ? {} : { until }),
    ...(due === undefined ? {} : { due }),
    basis: {
      ...(actId === undefined ? {} : { actId }),
      ...(article === undefined ? {} : { article }),
      provenance,
    },
  };
}

/** A recorded clock says it exactly; else the time runs from the first day of the state, where that is known. */
function dueOf({ term }: Waiting, { since, step }: Lifecycle): TaskDue | undefined {
  const clock = step?.procedure?.clock;
  if (clock !== undefined) {
    const { startedOn, limitDays, working, stoppedDays = 0 } = clock;
    return { days: limitDays + stoppedDays, working, after: startedOn };
  }
  if (term === undefined || typeof term === 'string') return term;
  return since === undefined ? undefined : { ...term, after: since };
}

/** Whether anything ever waits by what is recorded of its life, whoever holds the duties. */
export function everWaits(record: ClusterRecord): boolean {
  return statesOf(record).some(({ lifecycle }) => WAITING[lifecycle.state] !== undefined);
}

interface StateSpan extends ValidInterval {
  readonly lifecycle: Lifecycle;
}

/** The states of a cluster one after the other, each with its days. */
function statesOf(record: ClusterRecord): readonly StateSpan[] {
  const days = [
    BEFORE_ALL,
    record.since,
    ...standingSteps(record.steps).map(({ effectiveOn }) => effectiveOn),
  ];
  const starts = [...new Set(days.filter((day) => day !== undefined))].sort();
  return starts.flatMap((from, i) => {
    const lifecycle = lifecycleOn(record, from);
    const to = starts[i + 1];
    return lifecycle === undefined ? [] : [{ lifecycle, from, ...(to === undefined ? {} : { to }) }];
  });
}
