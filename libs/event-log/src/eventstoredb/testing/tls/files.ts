import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newAuthority, type Authority } from './certificates.js';

/** An authority with its certificates in files, as connection strings want them. */
export interface AuthorityInFiles extends Authority {
  readonly caFile: string;
  /** What a connection string says of a user's certificate, with a leading `&`. */
  userOptions(name: string): string;
  remove(): void;
}

export function newAuthorityInFiles(): AuthorityInFiles {
  const authority = newAuthority();
  const directory = mkdtempSync(join(tmpdir(), 'ban-giao-tls-'));
  const write = (name: string, text: string) => {
    const file = join(directory, name);
    writeFileSync(file, text);
    return file;
  };
  return {
    ...authority,
    caFile: write('ca.pem', authority.certificate),
    userOptions: (name) => {
      const { certificate, key } = authority.user(name);
      const certFile = encodeURIComponent(write(`${name}.pem`, certificate));
      return `&userCertFile=${certFile}&userKeyFile=${encodeURIComponent(write(`${name}.key`, key))}`;
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
