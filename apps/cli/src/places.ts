import { existsSync, statSync } from 'node:fs';
import { BanGiaoError } from '#domain';
import type { EventLogLocation } from '#event-log';
import { dataFiles, describeLog, filesIn, logLocation } from '../../api/src/runtime/index.js';

/** A log as an operator names it. */
export interface Place {
  readonly location: EventLogLocation;
  /** What may be shown of it: a file, or an address without user and password. */
  readonly shown: string;
}

const ADDRESS = /^(?:esdb|kurrentdb)(?:\+discover)?:\/\//i;
const FROM_ENVIRONMENT = /^env:(\w+)$/;

/** The log that is read; nothing is made. @throws BanGiaoError as `placeOf`, `NO_LOG`. */
export function sourceAt(text: string, env: NodeJS.ProcessEnv): Place {
  const place = placeOf('--from', text, env);
  const { location } = place;
  if (location.kind === 'eventstoredb') return place;
  if (existsSync(location.file)) return { ...place, location: { ...location, mode: 'read-only' } };
  throw new BanGiaoError('NO_LOG', 'The data directory holds no log.', {
    field: '--from',
    value: text,
    remedy: 'Name the directory of a service that was started once.',
  });
}

/** The log that is written; its data directory is made where it is missing. @throws BanGiaoError as `placeOf`. */
export function targetAt(text: string, env: NodeJS.ProcessEnv): Place {
  const place = placeOf('--to', text, env);
  if (place.location.kind === 'sqlite') dataFiles(text);
  return place;
}

/** @throws BanGiaoError `COPY_SAME_PLACE` where both are the same file, or share a node of a cluster. */
export function requireTwo(source: Place, target: Place): void {
  if (!isSameLog(source.location, target.location)) return;
  throw new BanGiaoError('COPY_SAME_PLACE', 'Source and target are the same log.', {
    field: '--to',
    value: target.shown,
    remedy: 'Name two different places.',
  });
}

/**
 * A data directory, `eventstore` for the address in EVENTSTORE_URL, `env:NAME` for the address in another variable, or
 * an address that holds no password: what stands on the command line is seen by everybody on the machine.
 * @throws BanGiaoError `SECRET_IN_ARGUMENTS`, `INVALID_SETTING`.
 */
function placeOf(field: string, text: string, env: NodeJS.ProcessEnv): Place {
  const variable = text === 'eventstore' ? 'EVENTSTORE_URL' : FROM_ENVIRONMENT.exec(text)?.[1];
  if (variable !== undefined) return clusterAt(variable, env[variable]);
  if (!ADDRESS.test(text)) {
    const { log } = filesIn(text);
    return { location: { kind: 'sqlite', file: log, mode: 'read-write' }, shown: log };
  }
  if (!text.includes('@')) return clusterAt(field, text);
  throw new BanGiaoError('SECRET_IN_ARGUMENTS', 'A user and a password do not belong on the command line.', {
    field,
    value: '(hidden)',
    remedy: 'Put the address into EVENTSTORE_URL and write `eventstore`, or into NAME and write `env:NAME`.',
  });
}

function clusterAt(field: string, url: string | undefined): Place {
  const location = isSet(url) ? logLocation({ EVENTSTORE_URL: url }, '') : undefined;
  if (location !== undefined) return { location, shown: describeLog(location) };
  throw new BanGiaoError('INVALID_SETTING', `The variable ${field} names no cluster.`, {
    field,
    value: 'none',
    remedy: 'Set it to esdb://host:port, with user:password@ and ?options where the cluster asks for them.',
  });
}

function isSet(url: string | undefined): boolean {
  return url !== undefined && url.trim() !== '';
}

function isSameLog(one: EventLogLocation, other: EventLogLocation): boolean {
  if (one.kind === 'sqlite' && other.kind === 'sqlite') return isSameFile(one.file, other.file);
  if (one.kind === 'sqlite' || other.kind === 'sqlite') return false;
  const nodes = nodesOf(one);
  return nodesOf(other).some((node) => nodes.includes(node));
}

/** By what the system knows the file by, whatever path leads to it. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

function nodesOf(location: EventLogLocation): readonly string[] {
  return describeLog(location).toLowerCase().replace(ADDRESS, '').split(',').map(withPort);
}

const DEFAULT_PORT = '2113';

function withPort(node: string): string {
  return /:\d+$/.test(node) ? node : `${node}:${DEFAULT_PORT}`;
}
