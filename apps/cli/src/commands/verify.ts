import type { Command } from 'commander';
import { resolveClocks, systemClock, type ReadModel } from '#application';
import { BanGiaoError, describeViolation } from '#domain';
import { openReaders, type Data } from '../data.js';
import { progress, toStandardOutput } from '../output.js';

interface CoverageOptions {
  readonly province?: string;
}

/** `bangiao verify coverage`. */
export function addVerify(program: Command, data: () => Data): void {
  program
    .command('verify')
    .description('Check what is recorded.')
    .command('coverage')
    .description(
      'Check that each duty over each subject has exactly one answer for every day, as known at any time.',
    )
    .option('--province <id>', 'only subjects that lie in this province today')
    .action((options: CoverageOptions) => verifyCoverage(data(), options));
}

async function verifyCoverage(data: Data, { province }: CoverageOptions): Promise<void> {
  const readers = await openReaders(data);
  try {
    const { subjects, violations } = await sweep(readers.readModel, province);
    await toStandardOutput(`${subjects} subjects, ${violations} violations\n`);
    if (violations > 0) throw broken(violations);
  } finally {
    await readers.close();
  }
}

/** Looks at every subject; each violation is a line with its counterexample. */
async function sweep(
  readModel: ReadModel,
  province: string | undefined,
): Promise<{ readonly subjects: number; readonly violations: number }> {
  const clocks = await resolveClocks(undefined, readModel, systemClock);
  if (province !== undefined && readModel.anyUnit(province, clocks.knownSeq) === undefined)
    throw unknownProvince(province);
  const told = progress('subjects');
  let subjects = 0;
  let violations = 0;
  for (const subjectId of readModel.coverage.subjects(province, clocks)) {
    for (const violation of readModel.coverage.violations(subjectId, clocks.knownSeq)) {
      violations += 1;
      await toStandardOutput(`${describeViolation(violation)}\n`);
    }
    subjects += 1;
    told(subjects);
  }
  return { subjects, violations };
}

function broken(violations: number): BanGiaoError {
  return new BanGiaoError(
    'COVERAGE_BROKEN',
    `Days have no answer or several: ${violations} violations are listed.`,
    {
      remedy: 'Run `bangiao rebuild`; if they stay, the log itself holds a fault: keep it and report them.',
    },
  );
}

function unknownProvince(id: string): BanGiaoError {
  return new BanGiaoError('UNKNOWN_UNIT', `No unit ${id} is known.`, {
    field: '--province',
    value: id,
    remedy: 'Name a province as in `bangiao export units`.',
  });
}
