import { BanGiaoError } from '#domain/errors';

/** Most events that one read gives; whoever wants more reads page by page. */
export const MAX_PAGE = 10_000;

/** @throws BanGiaoError `INVALID_PAGE_SIZE` for a size that is no integer from 1 to `MAX_PAGE`. */
export function pageSize(maxCount: number): number {
  if (Number.isInteger(maxCount) && maxCount >= 1 && maxCount <= MAX_PAGE) return maxCount;
  throw new BanGiaoError('INVALID_PAGE_SIZE', 'This many events cannot be read at once.', {
    field: 'maxCount',
    value: String(maxCount),
    remedy: `Read 1 to ${MAX_PAGE} events at a time.`,
  });
}

/** @throws BanGiaoError `INVALID_REVISION` for anything but an integer from 0. */
export function revisionFrom(revision: number): number {
  if (Number.isSafeInteger(revision) && revision >= 0) return revision;
  throw new BanGiaoError('INVALID_REVISION', 'This is not a revision of a stream.', {
    field: 'fromRevision',
    value: String(revision),
    remedy: 'Give an integer from 0.',
  });
}
