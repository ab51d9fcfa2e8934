import { BanGiaoError } from '../refusals/ban-giao-error.js';
import { SCHEMA_VERSIONS } from './catalogue.js';
import { UPCASTERS, type Upcaster } from './upcasters.js';

/** What of a stored event says how it is read: any type and any version, as its writer knew them. */
export interface StoredEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
}

/** The current version of each type of event, and the upcasters that lead there. */
export interface EventShapes {
  readonly versions: Readonly<Record<string, number>>;
  readonly upcasters: Readonly<Record<string, Readonly<Record<number, Upcaster>> | undefined>>;
}

/** What this release reads and writes. */
export const CURRENT_SHAPES: EventShapes = { versions: SCHEMA_VERSIONS, upcasters: UPCASTERS };

/**
 * The event with its data in the current version of its type; the event itself where it is in that version.
 * @throws BanGiaoError `EVENT_UNREADABLE` for an unknown type, for a version that is newer or has no upcaster,
 * and for data that its upcaster cannot read.
 */
export function toCurrent<E extends StoredEvent>(event: E, shapes: EventShapes = CURRENT_SHAPES): E {
  const { type, schemaVersion } = event;
  const known = knownVersion(event, shapes);
  if (schemaVersion === known) return event;
  let data = event.data;
  for (let version = schemaVersion; version < known; version += 1)
    data = step(type, version, data, shapes.upcasters[type]?.[version]);
  return { ...event, schemaVersion: known, data };
}

function knownVersion(event: StoredEvent, { versions }: EventShapes): number {
  const { type, schemaVersion } = event;
  const known = Object.hasOwn(versions, type) ? versions[type] : undefined;
  if (known === undefined)
    throw unreadable(event, `Events of type ${String(type)} are not known to this release.`);
  if (Number.isSafeInteger(schemaVersion) && schemaVersion >= 1 && schemaVersion <= known) return known;
  throw unreadable(
    event,
    `Version ${String(schemaVersion)} of ${type} is not known to this release, which reads up to version ${known}.`,
  );
}

function step(type: string, version: number, data: unknown, upcaster: Upcaster | undefined): unknown {
  const from = { type, schemaVersion: version };
  if (upcaster === undefined)
    throw unreadable(from, `Nothing leads from version ${version} of ${type} to version ${version + 1}.`);
  try {
    return upcaster(data);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw unreadable(
      from,
      `Version ${version} of ${type} cannot be read as version ${version + 1}: ${why}`,
      cause,
    );
  }
}

function unreadable(
  { type, schemaVersion }: Omit<StoredEvent, 'data'>,
  message: string,
  cause?: unknown,
): BanGiaoError {
  return new BanGiaoError(
    'EVENT_UNREADABLE',
    message,
    {
      field: 'type',
      value: `${String(type)}.v${String(schemaVersion)}`,
      remedy: 'Use a release that reads this version; what is stored is never changed.',
    },
    cause === undefined ? undefined : { cause },
  );
}
