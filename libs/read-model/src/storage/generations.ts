import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BanGiaoError } from '#domain';

/**
 * A read model is one SQLite file, replaced as a whole by a rebuild. Renaming a new file over an open one would mix
 * up their write-ahead logs, so every rebuild has a name of its own (`<file>.g1`, `<file>.g2`, …) and a small file
 * beside, `<file>.current`, says which one answers. Without it that is `<file>` itself.
 */
export function currentGeneration(file: string): number {
  const pointer = pointerOf(file);
  if (!existsSync(pointer)) return 0;
  const text = readFileSync(pointer, 'utf8').trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new BanGiaoError('READ_MODEL_UNREADABLE', 'The file that names the current read model is damaged.', {
    field: 'file',
    value: pointer,
    remedy: 'Delete it with the read model beside it and start again, or run `bangiao rebuild`.',
  });
}

/** Path of a generation. */
export function generationPath(file: string, generation: number): string {
  return generation === 0 ? file : `${file}.g${generation}`;
}

/** Makes a finished generation the current one, in one step. */
export function switchTo(file: string, generation: number): void {
  const pointer = pointerOf(file);
  writeFileSync(`${pointer}.new`, `${generation}\n`, { flush: true });
  renameSync(`${pointer}.new`, pointer);
}

/** Changes whenever the current generation may have; cheap enough to ask often. */
export function generationMark(file: string): string {
  const stat = statSync(pointerOf(file), { throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.ino}.${stat.mtimeMs}`;
}

/** Deletes older generations; connections that are still open go on undisturbed. */
export function removeOlder(file: string, current: number): void {
  for (const name of existsSync(dirname(file)) ? readdirSync(dirname(file)) : []) {
    const generation = generationOf(file, name);
    if (generation !== undefined && generation < current) removeDatabase(generationPath(file, generation));
  }
}

/** Deletes a database with its write-ahead log. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    try {
      rmSync(path + suffix, { force: true });
    } catch {
      // Some systems refuse to delete an open file; the next projector tries again.
    }
  }
}

/** Also of a write-ahead log alone: a removal that was killed may have left it. */
function generationOf(file: string, name: string): number | undefined {
  const database = name.replace(/-(?:wal|shm)$/, '');
  if (database === basename(file)) return 0;
  const digits = database.startsWith(`${basename(file)}.g`) ? database.slice(basename(file).length + 2) : '';
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

function pointerOf(file: string): string {
  return join(dirname(file), `${basename(file)}.current`);
}
