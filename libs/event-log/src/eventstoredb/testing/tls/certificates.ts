import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import {
  bits,
  integer,
  octets,
  oid,
  plain,
  sequence,
  set,
  tagged,
  time,
  utf8,
  yes,
  type Der,
} from './der.js';

/** A certificate with its private key, both as PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

/** An authority that these tests trust, and who it vouches for. */
export interface Authority {
  readonly certificate: string;
  /** A server at localhost and 127.0.0.1. */
  server(): Identity;
  /** A user, known by this name. */
  user(name: string): Identity;
}

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const COMMON_NAME = oid('2.5.4.3');
const BASIC_CONSTRAINTS = oid('2.5.29.19');
const ALTERNATIVE_NAME = oid('2.5.29.17');
const VALID_MS = 24 * 60 * 60 * 1_000;
const LOCALHOST = Uint8Array.of(127, 0, 0, 1);

/** A new authority; its certificates are good for a day. */
export function newAuthority(): Authority {
  const name = 'Authority of the tests';
  const keys = newKeys();
  const isAuthority = sequence(BASIC_CONSTRAINTS, yes(), octets(sequence(yes())));
  const own = certificate(name, keys.publicKey, [isAuthority], name, keys.privateKey);
  const issue = (subject: string, extensions: readonly Der[]): Identity => {
    const theirs = newKeys();
    return {
      certificate: certificate(subject, theirs.publicKey, extensions, name, keys.privateKey),
      key: theirs.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
  };
  const address = sequence(
    ALTERNATIVE_NAME,
    octets(sequence(plain(2, Buffer.from('localhost')), plain(7, LOCALHOST))),
  );
  return {
    certificate: own,
    server: () => issue('eventstoredb-node', [address]),
    user: (user) => issue(user, []),
  };
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

function certificate(
  subject: string,
  key: KeyObject,
  extensions: readonly Der[],
  issuer: string,
  signer: KeyObject,
): string {
  const from = new Date(Date.now() - VALID_MS);
  const until = new Date(Date.now() + VALID_MS);
  const content = sequence(
    tagged(0, integer(Uint8Array.of(2))),
    integer(Uint8Array.of(1, ...randomBytes(8))),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(time(from), time(until)),
    nameOf(subject),
    key.export({ type: 'spki', format: 'der' }),
    ...(extensions.length > 0 ? [tagged(3, sequence(...extensions))] : []),
  );
  const whole = sequence(content, ECDSA_SHA256, bits(sign('sha256', content, signer)));
  const lines = Buffer.from(whole).toString('base64').replace(/.{64}/gu, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

const nameOf = (commonName: string): Der => sequence(set(sequence(COMMON_NAME, utf8(commonName))));
