import { describe, expect, it } from '@jest/globals';
import { act, assigned, corrected, duty, reassigned } from './testing/facts.js';
import { day, LogBuilder } from './testing/events.js';
import { readModelOf } from './testing/files.js';

const MAI_DINH = { officeId: 'UBND_XA:1@2025-07-01', lead: false };
const NOI_BAI = { officeId: 'UBND_XA:2@2025-07-01', lead: false };

function history(): LogBuilder {
  const log = new LogBuilder();
  log.add('act-nd-32', act('nd-32', { inForceFrom: day('2024-05-01') })); // 1
  log.add(
    'act-nd-139',
    act('nd-139', { number: '139/2025/NĐ-CP', inForceFrom: day('2025-07-01'), lapsesOn: day('2027-03-01') }),
  ); // 2
  log.add('duty-d1', duty('d1')); // 3
  log.add('cluster-c1', assigned()); // 4
  const wrong = log.add(
    'transition-u1',
    reassigned(
      {
        from: day('2025-07-01'),
        holders: [MAI_DINH],
        basis: { actId: 'nd-139', provenance: 'READ' },
        explanation: 'Wholly in Mai Đình.',
      },
      { dissolvedUnitId: '01.soc-son@origin' },
    ),
  ); // 5
  log.add(
    'cluster-c1',
    corrected(wrong.eventId, {
      from: day('2025-07-01'),
      holders: [NOI_BAI],
      basis: { actId: 'nd-139', provenance: 'READ' },
    }),
  ); // 6
  return log;
}

describe('who is responsible, at both clocks', () => {
  const model = readModelOf(history().events);
  const ask = (validAt: string, knownSeq: number) =>
    model.responsibility('c1', 'd1', { validAt: day(validAt), knownSeq });

  it('is the district until it was dissolved', () => {
    expect(ask('2025-06-30', 6)).toMatchObject({
      status: 'HELD',
      holders: [{ officeId: 'UBND_HUYEN:01.soc-son@origin' }],
      since: '2024-05-01',
      until: '2025-07-01',
      decidedBySeqs: [4],
    });
  });

  it('was the district for ever as long as nothing of its end was recorded', () => {
    const answer = ask('2025-07-01', 4);
    expect(answer.holders).toEqual([{ officeId: 'UBND_HUYEN:01.soc-son@origin', lead: false }]);
    expect(answer.until).toBeUndefined();
  });

  it('keeps the wrong answer at the time before its correction', () => {
    expect(ask('2025-10-01', 5).holders).toEqual([MAI_DINH]);
    expect(ask('2025-10-01', 6).holders).toEqual([NOI_BAI]);
  });

  it('is nobody once the decree has lapsed, and says why', () => {
    const answer = ask('2027-03-02', 6);
    expect(answer).toMatchObject({
      status: 'NO_BASIS',
      holders: [],
      basis: { actId: 'nd-139' },
      since: '2027-03-01',
    });
    expect(answer.explanation).toBe(
      'The act it rests on, 139/2025/NĐ-CP, lapsed by its own terms on 2027-03-01, and no newer basis is recorded.',
    );
    expect(answer.decidedBySeqs).toEqual([6, 2]);
  });

  it('is nobody before anything was assigned', () => {
    expect(ask('2020-01-01', 6)).toEqual({
      subjectId: 'c1',
      dutyId: 'd1',
      status: 'NO_BASIS',
      holders: [],
      candidates: [],
      until: '2024-05-01',
      decidedBySeqs: [],
      explanation: 'No assignment of this duty over this subject is recorded for this day.',
    });
  });
});
