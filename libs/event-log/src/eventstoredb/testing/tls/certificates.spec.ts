import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newAuthority } from './certificates.js';

describe('certificates of the tests', () => {
  it('are signed by their authority, for the address and the user they name', () => {
    const authority = newAuthority();
    const root = new X509Certificate(authority.certificate);
    expect({ ca: root.ca, own: root.verify(root.publicKey) }).toEqual({ ca: true, own: true });
    const server = new X509Certificate(authority.server().certificate);
    expect(server.verify(root.publicKey)).toBe(true);
    expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(server.checkHost('localhost')).toBe('localhost');
    expect(server.ca).toBe(false);
    const user = new X509Certificate(authority.user('admin').certificate);
    expect(user.subject).toBe('CN=admin');
    expect(user.verify(new X509Certificate(newAuthority().certificate).publicKey)).toBe(false);
  });
});
