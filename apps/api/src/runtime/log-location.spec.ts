import { describe, expect, it } from '@jest/globals';
import { BanGiaoError } from '#domain';
import { describeLog, logLocation, readOnly } from './log-location.js';

const cluster = (url: string) => logLocation({ EVENTSTORE_URL: url }, './data');

describe('where the log is', () => {
  it('is the file in the data directory as long as nothing else is said', () => {
    const file = { kind: 'sqlite', file: 'there/log.sqlite', mode: 'read-write' };
    expect(logLocation({}, 'there')).toEqual(file);
    expect(logLocation({ EVENTSTORE_URL: ' ' }, 'there')).toEqual(file);
    expect(readOnly(logLocation({}, 'there'))).toEqual({ ...file, mode: 'read-only' });
  });

  it.each([
    ['esdb://localhost:2113?tls=false', 'esdb://localhost:2113'],
    ['esdb://admin:changeit@a:2111,b:2112,c?tls=true', 'esdb://a:2111,b:2112,c'],
    ['kurrentdb+discover://ops:se%40cret@cluster.example/', 'kurrentdb+discover://cluster.example'],
    ['esdb://ops:p@ss?w0rd@192.0.2.1:2113?userCertFile=/keys/ops.crt', 'esdb://192.0.2.1:2113'],
  ])('is a cluster, of which only the hosts are told: %s', (url, told) => {
    const location = cluster(url);
    expect(location).toEqual({ kind: 'eventstoredb', connectionString: url });
    expect(describeLog(location)).toBe(told);
  });

  it.each([
    'http://localhost:2113',
    'esdb://',
    'esdb://ops:secret',
    'esdb://ops:12?secret',
    'esdb:/secret@host',
    'secret',
  ])('is nowhere for %s, and what was set is not repeated', (url) => {
    const refused = (() => {
      try {
        return cluster(url);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({ code: 'INVALID_SETTING', field: 'EVENTSTORE_URL', value: '(set)' });
    expect((refused as BanGiaoError).describe()).not.toContain('secret');
  });
});
