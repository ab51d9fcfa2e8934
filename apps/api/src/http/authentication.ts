import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { LOCAL_OFFICE, type Actor } from '#application';
import { BanGiaoError } from '#domain';

/** A shorter token can be guessed; the file holds hashes, so that only a request shows its length. */
export const TOKEN_LENGTH = { least: 16, most: 512 } as const;
const BEARER = new RegExp(`^Bearer (\\S{${TOKEN_LENGTH.least},${TOKEN_LENGTH.most}})$`);

/** Who a request comes from; undefined where it may not come in. */
export type Authenticate = (authorization: string | undefined) => Actor | undefined;

/** Whoever asks on a loopback address without a tokens file. */
export const LOCAL_ACTOR: Actor = { id: 'local', office: LOCAL_OFFICE, role: 'operator' };

interface Token {
  readonly hash: Buffer;
  readonly actor: Actor;
}

/**
 * How requests are authenticated.
 * @throws BanGiaoError `AUTHENTICATION_REQUIRED` for an address beyond loopback without a tokens file.
 */
export function authentication(host: string, tokensFile: string | undefined): Authenticate {
  if (tokensFile !== undefined) return byToken(readTokens(tokensFile));
  if (isLoopback(host)) return () => LOCAL_ACTOR;
  throw new BanGiaoError(
    'AUTHENTICATION_REQUIRED',
    'The service does not listen beyond loopback without authentication.',
    {
      field: 'HOST',
      value: host,
      remedy: 'Set BANGIAO_TOKENS_FILE, or listen on 127.0.0.1.',
    },
  );
}

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** The stored form of a token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function byToken(tokens: readonly Token[]): Authenticate {
  return (authorization) => {
    const given = BEARER.exec(authorization ?? '')?.[1];
    if (given === undefined) return undefined;
    const hash = hashOf(given);
    // Every token is compared, so that the time taken tells nothing.
    return tokens.filter((t) => timingSafeEqual(t.hash, hash)).at(0)?.actor;
  };
}

/** One JSON object per line: `{"sha256": "<hex>", "id": "…", "office": "…", "role": "…"}`. */
function readTokens(file: string): readonly Token[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) throw badTokens(file, 'it has no line');
  return lines.map((line, i) => tokenOf(line, `${file}:${i + 1}`));
}

function tokenOf(line: string, where: string): Token {
  const { sha256, id, office, role } = parsed(line, where);
  const complete = [sha256, id, office, role].every((v) => typeof v === 'string' && v !== '');
  if (!complete || !/^[0-9a-f]{64}$/.test(sha256 as string))
    throw badTokens(where, 'sha256, id, office or role is missing');
  return {
    hash: Buffer.from(sha256 as string, 'hex'),
    actor: { id: id as string, office: office as string, role: role as string },
  };
}

function parsed(line: string, where: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    throw badTokens(where, 'the line is not JSON');
  }
}

function badTokens(where: string, why: string): BanGiaoError {
  return new BanGiaoError('INVALID_TOKENS_FILE', `The tokens file cannot be used: ${why}.`, {
    field: 'BANGIAO_TOKENS_FILE',
    value: where,
    remedy:
      'Write one JSON object per line: {"sha256": "<hex of the token>", "id": "…", "office": "…", "role": "…"}.',
  });
}
