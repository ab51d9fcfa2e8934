import { describe, expect, it } from '@jest/globals';
import { BanGiaoError } from '#domain';
import { readOptions } from './options.js';
import { requireFree } from './workspace.js';

const PARTS = ['appends', 'size'];

function codeOf(run: () => void): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof BanGiaoError ? error.code : String(error);
  }
}

describe('the arguments of the benchmark', () => {
  it('name parts, a size and a file', () => {
    expect(readOptions([], PARTS)).toEqual({ parts: [], events: 1_000_000 });
    expect(readOptions(['appends', 'size', '--events', '2000000', '--plot', 'x.svg'], PARTS)).toEqual({
      parts: ['appends', 'size'],
      events: 2_000_000,
      plot: 'x.svg',
    });
  });

  it('mean the part that has a size where they give one alone', () => {
    expect(readOptions(['--events', '10000000'], PARTS)).toEqual({ parts: ['size'], events: 10_000_000 });
  });

  it('are refused where they are none', () => {
    for (const wrong of [
      ['sizes'],
      ['--event', '1'],
      ['--events', '1e99'],
      ['--events', 'many'],
      ['--events'],
    ])
      expect(codeOf(() => readOptions(wrong, PARTS))).toBe('BENCH_USAGE');
  });
});

describe('the disk of the benchmark', () => {
  it('is asked for before anything is written', () => {
    expect(codeOf(() => requireFree('.', 1))).toBe('none');
    expect(codeOf(() => requireFree('.', 1e18))).toBe('BENCH_DISK_TOO_SMALL');
  });
});
