import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const HARD = 'libs/domain/src/hard-cases.spec.ts';
const rows = readFileSync('docs/explanation/hard-cases.md', 'utf8')
  .split('\n')
  .map((line) => /^\| (H\d+) .*\| ([^|]+) \|$/.exec(line))
  .filter((match) => match !== null)
  .map(([, id = '', proof = '']) => ({ id, files: filesOf(proof) }));

function filesOf(proof: string): readonly string[] {
  return proof.split(',').map((name) => (name.trim() === 'hard' ? HARD : name.trim().replaceAll('`', '')));
}

/** What a spec says of itself, where it names the case. */
function titles(file: string): readonly string[] {
  return [
    ...readFileSync(file, 'utf8').matchAll(/(?:describe|it)(?:\.each)?[^'"`]*?\(\s*(['"`])(.*?)\1/gs),
  ].map((match) => match[2] ?? '');
}

describe('the hard cases', () => {
  it('are thirty-three, each once', () => {
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 33 }, (_, i) => `H${i + 1}`));
  });

  it.each(rows)('$id is proven in $files', ({ id, files }) => {
    const proves = (file: string) => titles(file).some((title) => new RegExp(`\\b${id}\\b`).test(title));
    expect(files.filter((file) => !proves(file))).toEqual([]);
    expect(files).not.toEqual([]);
  });

  it('none is left to do', () => {
    const files = [...new Set(rows.flatMap((row) => row.files))];
    expect(files.filter((file) => readFileSync(file, 'utf8').includes('it.todo('))).toEqual([]);
  });
});
