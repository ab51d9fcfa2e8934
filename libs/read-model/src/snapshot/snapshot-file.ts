import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { BanGiaoError } from '#domain';
import { MOST_MANIFEST_BYTES, parseManifest, SNAPSHOT_FORMAT, type SnapshotManifest } from './manifest.js';

const PIECE_BYTES = 4 * 1024 ** 2;

/**
 * The manifest of a snapshot, without looking at what comes before it.
 * @throws BanGiaoError `FILE_UNREADABLE`, `SNAPSHOT_DAMAGED`, `SNAPSHOT_FORMAT_UNSUPPORTED`.
 */
export async function readManifest(path: string): Promise<SnapshotManifest> {
  const handle = await openReadable(path);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, MOST_MANIFEST_BYTES));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const found = parseManifest(tail);
    if (found === undefined) throw damaged(path, 'it does not end with what a snapshot says of itself');
    const { manifest, length } = found;
    if (manifest.format !== SNAPSHOT_FORMAT) throw unsupported(path, manifest.format);
    if (manifest.bytes + length === size) return manifest;
    throw damaged(path, `it has ${size} bytes instead of ${manifest.bytes + length}`);
  } finally {
    await handle.close();
  }
}

/**
 * Copies the database out of a snapshot, on disk when it returns.
 * @throws BanGiaoError `SNAPSHOT_DAMAGED` where its bytes are not those that were written.
 */
export async function extract(
  path: string,
  manifest: SnapshotManifest,
  into: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const from = await openReadable(path);
  const to = await open(into, 'w');
  try {
    const found = await sha256Of(from, manifest.bytes, async (piece, upTo) => {
      await to.appendFile(piece);
      onBytes(upTo);
    });
    if (found !== manifest.sha256) throw damaged(path, `the SHA-256 of its bytes is ${found}`);
    await to.sync();
  } finally {
    await to.close();
    await from.close();
  }
}

/** SHA-256 of the first bytes of a file, in hex; told of each piece with the number of bytes up to its end. */
export async function sha256Of(
  file: FileHandle,
  bytes: number,
  onPiece: (piece: Buffer, upTo: number) => void | Promise<void>,
): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(PIECE_BYTES);
  for (let at = 0; at < bytes;) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE_BYTES, bytes - at), at);
    if (bytesRead === 0) break;
    at += bytesRead;
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    await onPiece(piece, at);
  }
  return hash.digest('hex');
}

/** The snapshot is not what was written. */
export function damaged(path: string, why: string): BanGiaoError {
  return new BanGiaoError('SNAPSHOT_DAMAGED', `The snapshot is damaged or none: ${why}.`, {
    field: '--from-snapshot',
    value: path,
    remedy: 'Copy it again, or take a new one with `bangiao snapshot`. Nothing was changed.',
  });
}

function unsupported(path: string, format: number): BanGiaoError {
  return new BanGiaoError(
    'SNAPSHOT_FORMAT_UNSUPPORTED',
    `The snapshot has format ${format}; this release reads format ${SNAPSHOT_FORMAT}.`,
    {
      field: '--from-snapshot',
      value: path,
      remedy: 'Take one with this release. Nothing was changed.',
    },
  );
}

async function openReadable(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw new BanGiaoError(
      'FILE_UNREADABLE',
      'The snapshot cannot be read.',
      { field: '--from-snapshot', value: path, remedy: 'Name one that exists and may be read.' },
      { cause },
    );
  }
}
