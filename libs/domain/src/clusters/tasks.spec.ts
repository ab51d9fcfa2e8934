import { describe, expect, it } from '@jest/globals';
import { advanced, PLAIN, recordOf } from '../testing/cluster-record.js';
import { day } from '../testing/law.js';
import type { AnsweringDays } from '../tasks/open-questions.js';
import { everWaits, tasksOfCluster } from './tasks.js';

const DISTRICT = 'UBND_HUYEN:15.huyen-van-yen@origin';
const COMMUNE = 'UBND_XA:04441@2025-07-01';
const DEPARTMENT = 'SCT:15@origin';
const PROVINCE = 'UBND_TINH:15@2025-07-01';
const basis = { actId: 'nd-32', article: 'Đ.10(1)', provenance: 'READ' } as const;
const holds = (dutyId: string, officeId: string, from: string, to?: string): AnsweringDays => ({
  dutyId,
  officeId,
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
  basis,
});
const HOLDERS = [
  holds('ccn_announce_dossier_intake', DISTRICT, '2024-05-01', '2025-07-01'),
  holds('ccn_announce_dossier_intake', COMMUNE, '2025-07-01'),
  holds('ccn_appraise_establishment', DEPARTMENT, '2024-05-01'),
  holds('ccn_handle_legacy_cluster', PROVINCE, '2025-07-01'),
];

describe('the work that the life of a cluster makes', () => {
  it('waits for whoever holds the duty while the state lasts, with the time that the decree allows', () => {
    const record = recordOf(
      PLAIN,
      advanced('DOSSIER_OPEN', '2025-03-03'),
      advanced('DOSSIER_CLOSED', '2025-03-24'),
    );
    expect(tasksOfCluster(record, HOLDERS)).toEqual([
      {
        taskId: 'dossier-announce.c.2025-03-03.15.huyen-van-yen@origin',
        officeId: DISTRICT,
        kind: 'DOSSIER_ANNOUNCE',
        subjectId: 'c',
        since: '2025-03-03',
        until: '2025-03-24',
        due: { days: 5, working: true, after: '2025-03-03' },
        basis,
      },
    ]);
  });

  it('H13: the holder of the next action changes at the reorganisation, and the clock does not start anew', () => {
    const record = recordOf(PLAIN, advanced('DOSSIER_OPEN', '2025-06-27'));
    const due = { days: 5, working: true, after: '2025-06-27' };
    expect(tasksOfCluster(record, HOLDERS)).toMatchObject([
      { officeId: DISTRICT, since: '2025-06-27', until: '2025-07-01', due },
      { officeId: COMMUNE, since: '2025-07-01', due },
    ]);
  });

  it('has the time of its recorded clock, with the days on which that stood still', () => {
    const clock = { startedOn: day('2025-06-18'), limitDays: 25, working: false, stoppedDays: 3 };
    const procedure = { applicableActId: 'nd-32', clock };
    const record = recordOf(PLAIN, advanced('UNDER_APPRAISAL', '2025-06-20', { procedure }));
    expect(tasksOfCluster(record, HOLDERS)).toMatchObject([
      { kind: 'DOSSIER_APPRAISE', due: { days: 28, working: false, after: '2025-06-18' } },
    ]);
  });

  it('has no due day where no source says since when it waits', () => {
    const [task] = tasksOfCluster(recordOf({ ...PLAIN, status: 'UNDER_APPRAISAL' }), HOLDERS);
    expect(task).toMatchObject({ officeId: DEPARTMENT, since: '2024-05-01' });
    expect(task).not.toHaveProperty('due');
  });

  it('H26: a legacy cluster is to be settled by the end of 2026', () => {
    const record = recordOf({ ...PLAIN, status: 'LEGACY_UNESTABLISHED' });
    expect(tasksOfCluster(record, HOLDERS)).toMatchObject([
      { kind: 'LEGACY_CLUSTER_SETTLE', officeId: PROVINCE, since: '2025-07-01', due: '2026-12-31' },
    ]);
    const settled = recordOf(
      { ...PLAIN, status: 'LEGACY_UNESTABLISHED' },
      advanced('ESTABLISHED', '2026-03-01', { actId: 'undated' }),
    );
    expect(tasksOfCluster(settled, HOLDERS)).toMatchObject([{ until: '2026-03-01' }]);
  });

  it('is none in a state that waits for nothing', () => {
    const operating = recordOf({ ...PLAIN, status: 'OPERATING' });
    expect(everWaits(operating)).toBe(false);
    expect(tasksOfCluster(operating, HOLDERS)).toEqual([]);
    expect(everWaits(recordOf(PLAIN, advanced('DOSSIER_OPEN', '2025-06-27')))).toBe(true);
  });
});
