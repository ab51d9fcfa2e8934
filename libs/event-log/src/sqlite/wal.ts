import { closeSync, fstatSync, openSync, readSync, existsSync } from 'node:fs';
import { BanGiaoError } from '#domain/errors';

/** Sizes and places in SQLite's write-ahead log (https://www.sqlite.org/fileformat2.html#walformat). */
const HEADER = 32;
const FRAME_HEADER = 24;
const CHECKED_OF_HEADER = 24;
const CHECKED_OF_FRAME = 8;
const BIG_ENDIAN_MAGIC = 0x377f0683;
const MAGIC_WITHOUT_ORDER = 0x377f0682;
/** Frames read at a time. */
const CHUNK = 64;

type Sum = readonly [number, number];

interface Layout {
  readonly salts: Buffer;
  readonly isBigEndian: boolean;
  readonly frame: number;
  readonly sum: Sum;
}

/**
 * Refuses a write-ahead log in which a commit is damaged that another one followed.
 * SQLite reads up to the first frame whose checksum is wrong and takes the rest for a commit that was never finished.
 * For the last one nobody can tell the two apart; but each commit is on disk before the next is written, so a wrong
 * frame with later commits behind it was right once. Called by the one writer, before SQLite forgets what it skips.
 * @throws BanGiaoError `LOG_CORRUPT`.
 */
export function requireSoundWal(file: string): void {
  const path = `${file}-wal`;
  if (!existsSync(path)) return;
  const fd = openSync(path, 'r');
  try {
    const bad = firstDamaged(fd);
    if (bad !== undefined) throw damagedWal(path, bad);
  } finally {
    closeSync(fd);
  }
}

/** Byte at which a damaged commit begins to be wrong; undefined where there is none. */
function firstDamaged(fd: number): number | undefined {
  const { size } = fstatSync(fd);
  if (size <= HEADER) return undefined;
  const layout = layoutOf(fd);
  // The header is on disk before the first frame is written.
  if (layout === undefined) return 0;
  let { sum } = layout;
  let bad: number | undefined;
  let commitsBehind = 0;
  for (const { at, frame } of frames(fd, size, layout.frame)) {
    const isOfThisLog = frame.subarray(8, 16).equals(layout.salts);
    if (bad === undefined) {
      sum = checksum(frame.subarray(0, CHECKED_OF_FRAME), sum, layout.isBigEndian);
      sum = checksum(frame.subarray(FRAME_HEADER), sum, layout.isBigEndian);
      if (isOfThisLog && isSum(frame, 16, sum)) continue;
      bad = at;
    }
    if (!isOfThisLog) continue;
    if (commitsBehind > 0) return bad;
    if (frame.readUInt32BE(4) !== 0) commitsBehind += 1;
  }
  return undefined;
}

function layoutOf(fd: number): Layout | undefined {
  const header = Buffer.alloc(HEADER);
  readSync(fd, header, 0, HEADER, 0);
  const magic = header.readUInt32BE(0);
  const isBigEndian = magic === BIG_ENDIAN_MAGIC;
  const sum = checksum(header.subarray(0, CHECKED_OF_HEADER), [0, 0], isBigEndian);
  if ((magic & ~1) !== MAGIC_WITHOUT_ORDER || !isSum(header, CHECKED_OF_HEADER, sum)) return undefined;
  const pageSize = header.readUInt32BE(8);
  return { salts: header.subarray(16, 24), isBigEndian, frame: FRAME_HEADER + pageSize, sum };
}

function* frames(fd: number, size: number, frame: number): Generator<{ at: number; frame: Buffer }> {
  const chunk = Buffer.alloc(CHUNK * frame);
  for (let from = HEADER; from + frame <= size; from += chunk.length) {
    const read = readSync(fd, chunk, 0, chunk.length, from);
    for (let at = 0; at + frame <= read; at += frame) {
      yield { at: from + at, frame: chunk.subarray(at, at + frame) };
    }
  }
}

function checksum(bytes: Buffer, [first, second]: Sum, isBigEndian: boolean): Sum {
  let s0 = first;
  let s1 = second;
  for (let at = 0; at < bytes.length; at += 8) {
    s0 = (s0 + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + s1) >>> 0;
    s1 = (s1 + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + s0) >>> 0;
  }
  return [s0, s1];
}

function isSum(bytes: Buffer, at: number, [s0, s1]: Sum): boolean {
  return bytes.readUInt32BE(at) === s0 && bytes.readUInt32BE(at + 4) === s1;
}

function damagedWal(path: string, at: number): BanGiaoError {
  return new BanGiaoError('LOG_CORRUPT', `The write-ahead log is damaged at byte ${at}.`, {
    field: 'file',
    value: path,
    remedy:
      'Restore the log from a backup. Keep both files: what was acknowledged from there on is only in this one.',
  });
}
