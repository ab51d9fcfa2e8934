import { BanGiaoError } from '#domain';
import type { EventLogLocation } from '#event-log';
import { filesIn } from './data-dir.js';

/** What decides where the log is. */
export interface LogSettings {
  readonly EVENTSTORE_URL?: string | undefined;
}

/** What stands for a value that is never shown. */
const HIDDEN = '(set)';

/**
 * Where the log is: the cluster of `EVENTSTORE_URL`, or the file in the data directory. Decided here and nowhere else.
 * @throws BanGiaoError `INVALID_SETTING` for what is no address of a cluster.
 */
export function logLocation({ EVENTSTORE_URL: url }: LogSettings, dataDir: string): EventLogLocation {
  if (url === undefined || url.trim() === '')
    return { kind: 'sqlite', file: filesIn(dataDir).log, mode: 'read-write' };
  const connectionString = url.trim();
  if (hostsOf(connectionString) === undefined) throw invalidUrl();
  return { kind: 'eventstoredb', connectionString };
}

/** The same log, to be read only. */
export function readOnly(location: EventLogLocation): EventLogLocation {
  return location.kind === 'sqlite' ? { ...location, mode: 'read-only' } : location;
}

/** A log as it may be told to anybody: of an address its scheme, hosts and ports, never user, password or files. */
export function describeLog(location: EventLogLocation): string {
  return location.kind === 'sqlite' ? location.file : (hostsOf(location.connectionString) ?? HIDDEN);
}

const HOST = String.raw`(?:[a-z0-9][a-z0-9._-]*|\[[0-9a-f:]+\])(?::\d{1,5})?`;
const ADDRESS = new RegExp(
  String.raw`^(esdb|kurrentdb)(\+discover)?://(?:.*@)?(${HOST}(?:,${HOST})*)/?(?:\?[^@=&]+=[^@]*)?$`,
  'is',
);

/** Scheme and hosts of a connection string; whatever stands before the last @ may be a password. */
function hostsOf(url: string): string | undefined {
  const [, scheme, discover = '', hosts] = ADDRESS.exec(url) ?? [];
  return scheme === undefined || hosts === undefined ? undefined : `${scheme}${discover}://${hosts}`;
}

function invalidUrl(): BanGiaoError {
  return new BanGiaoError('INVALID_SETTING', 'The setting EVENTSTORE_URL cannot be used.', {
    field: 'EVENTSTORE_URL',
    // It may hold a password, wherever its slip is.
    value: HIDDEN,
    remedy: 'Set it to esdb://host:port, with user:password@ and ?options where the cluster asks for them.',
  });
}
