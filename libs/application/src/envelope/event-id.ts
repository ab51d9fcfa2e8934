import { v5 as uuidV5, validate } from 'uuid';
import { BanGiaoError } from '#domain';

/** Namespace of all ids made here; it never changes, because retries depend on it. */
const NAMESPACE = '6f1c0c2e-51c5-5f0e-9b6c-0b1f1f1a7a25';

/** Id of a command's event by its index: a retry of the command makes the same ids. */
export function eventId(commandId: string, index: number): string {
  return uuidV5(`${commandId}#${index}`, NAMESPACE);
}

/** Id of a command that follows from others or from an import, the same each time. */
export function derivedCommandId(...parts: readonly string[]): string {
  return uuidV5(parts.join('\n'), NAMESPACE);
}

/** @throws BanGiaoError `INVALID_INPUT` for a command id that is no UUID. */
export function commandId(text: string): string {
  if (validate(text)) return text.toLowerCase();
  throw new BanGiaoError('INVALID_INPUT', 'The command id is not a UUID.', {
    field: 'commandId',
    value: text,
    remedy: 'Give a UUID, or none and one is made.',
  });
}
