import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEnvelope, ReadModel } from '#application';
import type { DomainEvent } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { act, assigned, cluster, listed, placement, succeeded } from '../../testing/facts.js';
import { newFile, projectAll, readModelOf } from '../../testing/files.js';
import { histories, SUBJECTS } from '../../testing/histories.js';
import { openReadModel } from '../../read-model.js';

let model: ReadModel | undefined;
afterEach(() => model?.close());

/** What of c1 and c2 is told of after the last event. Both rest on act a1; c1 lies in u1, and its committee holds it. */
function toldAfter(last: DomainEvent): readonly string[] {
  const log = new LogBuilder();
  const holders = [{ officeId: 'UBND_XA:u1@origin', lead: false }];
  const basis = { actId: 'a1', article: 'Đ.1', provenance: 'READ' as const };
  for (const actId of ['a1', 'a2']) log.add(`act-${actId}`, act(actId));
  for (const id of ['u1@origin', 'u2@origin', 'u3@origin', 'u9@origin'])
    log.add(`unit-${id}`, listed(id, id));
  log.add('cluster-c1', cluster('c1', 'C1', [placement(['u2@origin'])]));
  log.add('cluster-c2', cluster('c2', 'C2', [placement(['u3@origin'])]));
  log.add('responsibility-c1-d1', assigned({ subjectId: 'c1', holders, basis }));
  log.add(
    'responsibility-c2-d1',
    assigned({ subjectId: 'c2', holders: [], basis: { ...basis, actId: 'a2' } }),
  );
  const before = log.events.length;
  log.add('last', last);
  const { events } = log;
  model = readModelOf(events);
  return model.changes.changedSubjects(['c1', 'c2'], before, events.length);
}

const renamed = (unitId: string): DomainEvent => ({
  type: 'unit.renamed',
  data: { unitId, name: 'Xã Khác', effectiveFrom: day('2026-01-01'), actId: 'a1' },
});

describe('what counts as a change of a subject', () => {
  it.each<[string, DomainEvent, readonly string[]]>([
    ['an event of its own', assigned({ subjectId: 'c2' }), ['c2']],
    [
      'the end of the act that its answers rest on',
      {
        type: 'act.ended',
        data: { actId: 'a1', endsOn: day('2026-11-15'), manner: 'REPEALED', reason: 'r' },
      },
      ['c1'],
    ],
    [
      'an extension of that act',
      {
        type: 'act.extended',
        data: { actId: 'a1', lapsesOn: day('2028-03-01'), byActId: 'a3', reason: 'r' },
      },
      ['c1'],
    ],
    ['another name of the unit of its holder', renamed('u1@origin'), ['c1']],
    ['another name of the unit where it lies', renamed('u3@origin'), ['c2']],
    ['a succession to the unit where it lies', succeeded('u2@origin', 'u1@origin'), ['c1']],
    ['an act that nothing of it rests on', act('a9'), []],
    ['a unit that has nothing to do with it', renamed('u9@origin'), []],
    [
      'a second name of a unit, which no answer shows',
      { type: 'unit.alias-recorded', data: { unitId: 'u1@origin', alias: '06978', source: 's' } },
      [],
    ],
  ])('%s', (_what, last, told) => {
    expect(toldAfter(last)).toEqual(told);
  });

  it('is told wherever an answer is another, over random histories', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (events, one, another) => {
        const [from, to] = [one, another].map((n) => n % (events.length + 1)).sort((a, b) => a - b) as [
          number,
          number,
        ];
        const told = new Set(changedIn(events, (read) => read.changes.changedSubjects(SUBJECTS, from, to)));
        const changed = changedIn(events, (read) =>
          SUBJECTS.filter((subjectId) => {
            const request = { scope: { subjectId }, days: {}, placedOn: day('2025-06-01') };
            return (
              read.knowledge.diff({ ...request, knownFrom: from, knownTo: to }, { first: 1 }).rows.length > 0
            );
          }),
        );
        expect(changed.filter((id) => !told.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

function changedIn(
  events: readonly RecordedEnvelope[],
  ask: (read: ReadModel) => readonly string[],
): readonly string[] {
  const file = newFile();
  projectAll(file, events, 7);
  const read = openReadModel({ file });
  try {
    return ask(read);
  } finally {
    read.close();
  }
}
