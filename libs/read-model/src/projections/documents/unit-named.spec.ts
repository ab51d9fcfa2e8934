import { describe, expect, it } from '@jest/globals';
import { unitNamed } from '#application';
import { day, LogBuilder } from '../../testing/events.js';
import { abolished, established, listed, succeeded } from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

const PROVINCE = { level: 'PROVINCE', kind: 'TINH' } as const;
const log = new LogBuilder();
log.add('boundary-0', listed('49@origin', 'Tỉnh Quảng Nam', PROVINCE)); // 1
log.add('boundary-0', listed('92@origin', 'Thành phố Cần Thơ', PROVINCE)); // 2
log.add('boundary-0', listed('20524@origin', 'Xã Đại Hiệp', { parentId: '49@origin' })); // 3
log.add('boundary-0', listed('31000@origin', 'Xã Đại Hiệp', { parentId: '92@origin' })); // 4
log.add('boundary-1', abolished('20524@origin', '2025-07-01')); // 5
log.add('boundary-1', established('20500@2025-07-01', 'Xã Đại Lộc', '2025-07-01', { parentId: '49@origin' })); // 6
log.add('boundary-1', succeeded('20524@origin', '20500@2025-07-01')); // 7
const model = readModelOf(log.events);
const ask = (on: string, knownSeq: number, name = 'xã Đại Hiệp', withinId?: string) =>
  unitNamed(model, { name, on: day(on), ...(withinId === undefined ? {} : { withinId }) }, knownSeq);

describe('H31: a name of a unit that ended', () => {
  it('is flagged in a document after the end, and not in one before it', () => {
    expect(ask('2025-07-09', 7, 'XA DAI HIEP', '49@origin')).toEqual({
      reading: 'STALE',
      unitIds: ['20524@origin'],
      endedOn: '2025-07-01',
    });
    expect(ask('2025-06-30', 7, 'xã Đại Hiệp', '49@origin').reading).toBe('IN_FORCE');
  });

  it('is not flagged before its end was recorded', () => {
    expect(ask('2025-07-09', 4, 'xã Đại Hiệp', '49@origin').reading).toBe('IN_FORCE');
  });

  it('means one of several where the province is not said', () => {
    expect(ask('2025-06-30', 7).unitIds).toEqual(['20524@origin', '31000@origin']);
    expect(ask('2025-06-30', 7, 'Đại Hiệp')).toEqual({ reading: 'UNKNOWN', unitIds: [] });
  });
});
