import { join } from 'node:path';
import type { RecordedEnvelope } from '#application';
import type { Assignment, LocalDate } from '#domain';
import { openProjector, openReadModel } from '#read-model';
import { quantile, timed, type Result } from './measure.js';
import { batches, recorded, SyntheticAssignments } from './synthetic.js';

const QUESTIONS = 20_000;
const NAIVE_QUESTIONS = 40;

interface Question {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly validAt: LocalDate;
  readonly knownSeq: number;
}
interface Folded extends Assignment {
  readonly seq: number;
}

/** Two-clock point queries in process against a naive fold over all events in memory. */
export async function benchPointQueries(dir: string, events: number): Promise<readonly Result[]> {
  const file = join(dir, 'points.sqlite');
  const source = new SyntheticAssignments(events);
  const projector = openProjector({ file });
  const all: Folded[] = [];
  let seq = 0;
  const projected = await timed(() => {
    for (const batch of batches(recorded(source.events()), 5_000)) {
      projector.project(batch);
      for (const event of batch) all.push({ ...assignmentOf(event), seq: ++seq });
    }
  });
  projector.close();
  process.stderr.write(`  ${events} events projected in ${Math.round(projected)} ms\n`);
  const readModel = openReadModel({ file });
  const question = (): Question => {
    const i = source.pick(events);
    return {
      subjectId: source.subjectId(i),
      dutyId: source.dutyId(i),
      validAt: source.day(),
      knownSeq: 1 + source.pick(events),
    };
  };
  const ask = (q: Question) => readModel.responsibility(q.subjectId, q.dutyId, q);
  for (let i = 0; i < 2_000; i += 1) ask(question());
  const here = await timesOf(QUESTIONS, question, ask);
  const naive = await timesOf(NAIVE_QUESTIONS, question, (q) => fold(all, q));
  for (let i = 0; i < NAIVE_QUESTIONS; i += 1) requireSame(question(), all, ask);
  readModel.close();
  const size = `${events.toLocaleString('en')} events, 10 % corrections`;
  return [
    {
      name: `two-clock point query, p50, ${size}`,
      figure: quantile(here, 0.5),
      baseline: quantile(naive, 0.5),
      unit: 'ms',
      aim: 'shown',
      met: true,
    },
    {
      name: `two-clock point query, p99, ${size}`,
      figure: quantile(here, 0.99),
      baseline: quantile(naive, 0.99),
      unit: 'ms',
      aim: 'p99 < 1 ms',
      met: quantile(here, 0.99) < 1,
    },
  ];
}

function assignmentOf(event: RecordedEnvelope): Assignment {
  return event.data as Assignment;
}

async function timesOf(
  count: number,
  question: () => Question,
  ask: (q: Question) => unknown,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const q = question();
    times.push(await timed(() => void ask(q)));
  }
  return times;
}

/** The definition: of all that was known, the last recorded assignment that covers the day. */
function fold(all: readonly Folded[], q: Question): Folded | undefined {
  let found: Folded | undefined;
  for (const a of all) {
    if (a.seq > q.knownSeq || a.subjectId !== q.subjectId || a.dutyId !== q.dutyId) continue;
    if (a.from <= q.validAt && (a.to === undefined || q.validAt < a.to)) found = a;
  }
  return found;
}

/** A fast wrong answer is worth nothing: the two are compared. */
function requireSame(
  q: Question,
  all: readonly Folded[],
  ask: (q: Question) => { readonly decidedBySeqs: readonly number[] },
): void {
  const expected = fold(all, q)?.seq;
  const [actual] = ask(q).decidedBySeqs;
  if (actual !== expected)
    throw new Error(`Answers differ for ${JSON.stringify(q)}: ${actual} and ${expected}`);
}
