import type { DatabaseSync } from 'node:sqlite';
import {
  knownForReports,
  worklist,
  worklistKey,
  type Clocks,
  type Page,
  type ReadModel,
  type TaskView,
} from '#application';
import { addDays, dayBefore, reportsWaiting, reportTaskId, waitsSince, type KnownForReports } from '#domain';
import type { Result } from '../measure.js';
import { communeId, provinceId, REFORM } from './country.js';
import type { WorkflowLog } from './log.js';
import type { Compare } from './measured.js';

const PAGE = 20;
const TIMES = 2_000;
const NAIVE_TIMES = 200;
const SLOW_TIMES = 5;
const AIM = 10;

interface Asked {
  readonly officeId: string;
  readonly at: Clocks;
  readonly after?: string;
}

/** Pages of worklists, against reading every task of the office and sorting them. */
export function benchWorklists(
  compare: Compare,
  readModel: ReadModel,
  db: DatabaseSync,
  { country }: WorkflowLog,
): readonly Result[] {
  const head = readModel.status().seq;
  const at = (i: number): Clocks => ({ validAt: addDays(REFORM, 1 + (i % 400)), knownSeq: head });
  const officeOf = (province: number) => `UBND_TINH:${provinceId(province)}`;
  const long = officeOf(0);
  const all = readModel.tasks.worklist({ officeId: long }, at(399), { first: 1_000_000 }).rows;
  const middle = Math.floor(all.length / 2);
  const after = all[middle - 1]?.key ?? '';
  const page = (name: string, question: (i: number) => Asked) =>
    compare({
      name,
      question,
      ask: (q) => pageOf(readModel, q),
      naive: naivePage(db),
      times: TIMES,
      naiveTimes: NAIVE_TIMES,
      aim: AIM,
    });
  const few = (i: number) => officeOf(1 + (i % (country.provinces - 1)));
  return [
    ...page(`first page of a worklist of ${all.length}`, (i) => ({ officeId: long, at: at(i) })),
    ...page('the same, a page in the middle', (i) => ({
      officeId: long,
      at: at(i),
      after,
    })),
    ...page('first page of the worklist of an office with few tasks', (i) => ({
      officeId: few(i),
      at: at(i),
    })),
    ...withReports(compare, readModel, (i) => ({
      officeId: `UBND_XA:${communeId(i % country.communes)}`,
      at: at(i),
    })),
  ];
}

/** The same with the reports that wait, against looking through all of the country for those of the office. */
function withReports(
  compare: Compare,
  readModel: ReadModel,
  question: (i: number) => Asked,
): readonly Result[] {
  const rowsOf = ({ rows }: Page<TaskView>) => rows.map(({ row }) => row.id);
  return compare({
    name: 'first page of the worklist of a commune with its reports',
    question,
    ask: ({ officeId, at }: Asked) =>
      rowsOf(worklist(readModel, { officeId, includeReports: true }, at, { first: PAGE })),
    naive: ({ officeId, at }: Asked) => {
      const known = unsearched(knownForReports(readModel, at.knownSeq));
      const reports = reportsWaiting(officeId, at.validAt, known).map((report) => ({
        id: reportTaskId(report, officeId),
        key: worklistKey(
          dayBefore(report.dueBefore),
          waitsSince(report, officeId, known),
          reportTaskId(report, officeId),
        ),
      }));
      const recorded = readModel.tasks.worklist({ officeId }, at, { first: 1_000 }).rows;
      const all = [...reports, ...recorded.map(({ key, row }) => ({ key, id: row.id }))];
      return all
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, PAGE)
        .map(({ id }) => id);
    },
    times: TIMES,
    naiveTimes: SLOW_TIMES,
    aim: AIM,
  });
}

function unsearched(known: KnownForReports): KnownForReports {
  return { ...known, clustersOn: (day) => known.clustersOn(day), projectsOn: (day) => known.projectsOn(day) };
}

function pageOf(readModel: ReadModel, { officeId: id, at, after }: Asked): readonly string[] {
  const page = { first: PAGE, ...(after === undefined ? {} : { after }) };
  const { rows } = readModel.tasks.worklist({ officeId: id }, at, page);
  return rows.map(({ row }: { readonly row: TaskView }) => row.id);
}

function naivePage(db: DatabaseSync): (asked: Asked) => readonly string[] {
  const ofOffice = db.prepare('SELECT * FROM tasks WHERE office_id = ?');
  return ({ officeId: id, at: { validAt, knownSeq }, after = '' }) => {
    const waiting = ofOffice
      .all(id)
      .filter(
        (row) =>
          Number(row['known_from']) <= knownSeq &&
          Number(row['known_to']) > knownSeq &&
          String(row['listed_from']) <= validAt &&
          String(row['until']) > validAt,
      );
    const keyed = waiting.map((row) => ({ id: String(row['task_id']), key: keyOf(row) }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
    return keyed
      .filter(({ key }) => key > after)
      .slice(0, PAGE)
      .map((row) => row.id);
  };
}

function keyOf(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([row['due_on'], row['since'], row['task_id']]);
}
