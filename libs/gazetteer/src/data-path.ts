import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BanGiaoError } from '#domain';

/** Path of a file or folder in this library's data, from the sources and from a compiled tree. */
export function dataPath(...parts: readonly string[]): string {
  return join(projectRoot(), 'libs', 'gazetteer', 'data', ...parts);
}

function projectRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; dirname(folder) !== folder; folder = dirname(folder)) {
    if (isProjectRoot(folder)) return folder;
  }
  throw new BanGiaoError('GAZETTEER_ROOT_NOT_FOUND', 'No folder above holds the project.', {
    field: 'package.json name ban-giao',
    value: start,
    remedy: 'Run from a checkout of the project.',
  });
}

function isProjectRoot(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'ban-giao';
}
