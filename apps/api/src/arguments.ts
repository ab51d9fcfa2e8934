import { parseArgs } from 'node:util';
import { BanGiaoError } from '#domain';

/** What the service is told on its command line; everything that lasts is a setting of the environment. */
export interface Arguments {
  /** A snapshot of another replica to begin with. */
  readonly fromSnapshot?: string;
}

/** @throws BanGiaoError `INVALID_SETTING` for anything else. */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({ args: [...args], options: { 'from-snapshot': { type: 'string' } } });
    const fromSnapshot = values['from-snapshot'];
    return fromSnapshot === undefined ? {} : { fromSnapshot };
  } catch (cause) {
    throw new BanGiaoError(
      'INVALID_SETTING',
      'The arguments cannot be used.',
      {
        field: 'arguments',
        value: args.join(' '),
        remedy: 'Give none, or --from-snapshot <file>; settings are variables of the environment.',
      },
      { cause },
    );
  }
}
