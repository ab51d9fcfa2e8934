import { ServerCredentials } from '@grpc/grpc-js';
import type { AuthorityInFiles } from '../tls/files.js';
import type { CallContext } from './node.js';

/** TLS, and who may use the server; everybody, if nobody is named. */
export interface Security {
  readonly authority: AuthorityInFiles;
  /** Users with their passwords. */
  readonly passwords?: Readonly<Record<string, string>>;
  /** Users who come with a certificate; then nobody gets a connection without one. */
  readonly certified?: readonly string[];
}

export function credentialsOf(security: Security | undefined): ServerCredentials {
  if (security === undefined) return ServerCredentials.createInsecure();
  const { certificate, key } = security.authority.server();
  const pair = { private_key: Buffer.from(key), cert_chain: Buffer.from(certificate) };
  const root = Buffer.from(security.authority.certificate);
  return ServerCredentials.createSsl(root, [pair], security.certified !== undefined);
}

/** The connection string of a server; by name with TLS, since a certificate is asked for by name. */
export function connectionString(port: number, security: Security | undefined): string {
  if (security === undefined) return `esdb://127.0.0.1:${port}?tls=false`;
  return `esdb://localhost:${port}?tls=true&tlsCAFile=${encodeURIComponent(security.authority.caFile)}`;
}

/** Whether a call may do anything at all. */
export function entry(
  security: Security | undefined,
  call: CallContext,
): 'yes' | 'unauthenticated' | 'denied' {
  if (security === undefined) return 'yes';
  const { passwords = {}, certified = [] } = security;
  if (security.passwords === undefined && security.certified === undefined) return 'yes';
  const [header] = call.metadata.get('authorization');
  if (header === undefined) return certified.includes(userOf(call) ?? '') ? 'yes' : 'denied';
  const known = Object.entries(passwords).map(
    (pair) => `Basic ${Buffer.from(pair.join(':')).toString('base64')}`,
  );
  return known.includes(String(header)) ? 'yes' : 'unauthenticated';
}

/** The name in the user's certificate. */
function userOf(call: CallContext): string | undefined {
  const name = call.getAuthContext().sslPeerCertificate?.subject.CN;
  return typeof name === 'string' ? name : undefined;
}
