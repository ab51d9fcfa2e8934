import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { authentication, hashOf, isLoopback, LOCAL_ACTOR, TOKEN_LENGTH } from './authentication.js';

const dir = mkdtempSync(join(tmpdir(), 'ban-giao-tokens-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const line = (token: string, id: string) =>
  JSON.stringify({
    sha256: hashOf(token).toString('hex'),
    id,
    office: 'SO_CONG_THUONG:48@2025-07-01',
    role: 'clerk',
  });
function fileOf(...lines: readonly string[]): string {
  const file = join(dir, `tokens-${lines.length}-${Math.abs(hashOf(lines.join()).readInt32LE())}`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

describe('authentication', () => {
  it('lets everybody on a loopback address act as the local operator', () => {
    expect(authentication('127.0.0.1', undefined)(undefined)).toEqual(LOCAL_ACTOR);
    expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '10.0.0.1', '127.0.0.1.example', '::'].some(isLoopback)).toBe(false);
  });

  it('does not listen beyond loopback without a tokens file', () => {
    expect(() => authentication('0.0.0.0', undefined)).toThrow(
      expect.objectContaining({ code: 'AUTHENTICATION_REQUIRED', field: 'HOST', value: '0.0.0.0' }),
    );
  });

  it('knows each token by its hash, and nobody else', () => {
    const tokens = ['first-token-of-sixteen', 'second-token-of-sixteen'] as const;
    const authenticate = authentication('0.0.0.0', fileOf(line(tokens[0], 'a1'), line(tokens[1], 'b2')));
    expect(authenticate(`Bearer ${tokens[0]}`)?.id).toBe('a1');
    expect(authenticate(`Bearer ${tokens[1]}`)?.id).toBe('b2');
    expect(authenticate('Bearer another-token-of-sixteen')).toBeUndefined();
    expect(authenticate(`Basic ${tokens[0]}`)).toBeUndefined();
    expect(authenticate(undefined)).toBeUndefined();
  });

  it('takes nothing shorter than a token for one, though its hash is in the file', () => {
    const [short, long] = ['x'.repeat(TOKEN_LENGTH.least - 1), 'x'.repeat(TOKEN_LENGTH.least)];
    const authenticate = authentication('127.0.0.1', fileOf(line(short, 'short'), line(long, 'long')));
    expect(authenticate(`Bearer ${short}`)).toBeUndefined();
    expect(authenticate(`Bearer ${long}`)?.id).toBe('long');
  });

  it.each([
    ['no JSON', 'token'],
    ['a short hash', JSON.stringify({ sha256: 'abc', id: 'a', office: 'o', role: 'r' })],
    ['no office', JSON.stringify({ sha256: 'a'.repeat(64), id: 'a', role: 'r' })],
    ['nothing', ''],
  ])('refuses a file with %s', (_name, text) => {
    expect(() => authentication('127.0.0.1', fileOf(text))).toThrow(
      expect.objectContaining({ code: 'INVALID_TOKENS_FILE', field: 'BANGIAO_TOKENS_FILE' }),
    );
  });
});
