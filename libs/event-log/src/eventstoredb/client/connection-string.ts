import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type {
  ChannelCredentialOptions,
  Credentials,
  DNSClusterOptions,
  GossipClusterOptions,
  SingleNodeOptions,
} from '@eventstore/db-client';
import { parseConnectionString } from '@eventstore/db-client/dist/Client/parseConnectionString.js';
import { BanGiaoError } from '#domain';

type NodeSettings = DNSClusterOptions | GossipClusterOptions | SingleNodeOptions;

/** Where the store is and how to get in. */
export interface ConnectionSettings {
  readonly nodes: NodeSettings;
  readonly channel: ChannelCredentialOptions;
  readonly credentials?: Credentials;
}

/** Options that mean something here, as the client spells them. */
const OPTIONS = [
  'connectionName',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'tls',
  'tlsCAFile',
  'tlsVerifyCert',
  'userCertFile',
  'userKeyFile',
] as const;
/** Options that the client knows and this adapter settles by itself. */
const SETTLED = ['defaultDeadline', 'throwOnAppendFailure'];

const SHAPE =
  /^(?:esdb|kurrent|kurrentdb)(?<discover>\+discover)?:\/\/(?:(?<credentials>[^/?]*)@)?(?<hosts>[^/?]+)\/?(?:\?(?<options>.*))?$/;

/** Seconds that one node may take to tell of its cluster, where nothing is said: one that hangs must not keep us. */
const GOSSIP_SECONDS = 2;

/**
 * What a connection string says.
 * The client never gets the string itself, which it would quote in warnings and traces, password and all.
 * @throws BanGiaoError `INVALID_SETTING`; it quotes nothing of the string but the name of an option.
 */
export function readConnectionString(connectionString: string): ConnectionSettings {
  const shape = SHAPE.exec(connectionString.trim())?.groups;
  if (shape?.['hosts'] === undefined) throw unusable('Give esdb://host:port or kurrentdb://host:port.');
  const { discover = '', credentials, hosts, options } = shape;
  // A password that is not encoded may reach into the options: nothing of them is named then.
  if (options?.includes('@') === true) throw unusable('Write ? as %3F, / as %2F and @ as %40 in a password.');
  const parsed = parsedBy(`esdb${discover}://${hosts}${optionsText(options)}`);
  if (parsed.hosts.some(({ port }) => !(port >= 1 && port <= 65_535))) {
    throw unusable('Give each host a port from 1 to 65535.');
  }
  return {
    nodes: nodesOf(parsed),
    channel: channelOf(parsed),
    ...(credentials === undefined ? {} : { credentials: credentialsOf(credentials) }),
  };
}

type Parsed = ReturnType<typeof parseConnectionString>;

function parsedBy(withoutCredentials: string): Parsed {
  try {
    return parseConnectionString(withoutCredentials);
  } catch {
    throw unusable('Separate hosts by commas, options by &, and give each option a value that it takes.');
  }
}

/** The options that the client is given; it warns of others and quotes everything then. */
function optionsText(options: string | undefined): string {
  const given: string[] = [];
  for (const option of (options ?? '').split('&')) {
    if (option === '') continue;
    const [key = '', value = ''] = option.split('=');
    if (SETTLED.some((name) => flat(name) === flat(key))) continue;
    const name = OPTIONS.find((known) => flat(known) === flat(key));
    if (name === undefined) throw unusable(`Leave out the option ${key.slice(0, 40)}, which nothing knows.`);
    if (name === 'tlsVerifyCert' && value.trim() === 'false') {
      throw unusable('Leave out tlsVerifyCert=false: name the authority that signed, by tlsCAFile.');
    }
    given.push(`${name}=${value}`);
  }
  return given.length === 0 ? '' : `?${given.join('&')}`;
}

function flat(option: string): string {
  return option.trim().toLowerCase().replaceAll(/[_-]/g, '');
}

function nodesOf(parsed: Parsed): NodeSettings {
  const { hosts, dnsDiscover, nodePreference, discoveryInterval, maxDiscoverAttempts } = parsed;
  const { keepAliveInterval, keepAliveTimeout, connectionName, gossipTimeout = GOSSIP_SECONDS } = parsed;
  const client = defined({ keepAliveInterval, keepAliveTimeout, connectionName });
  const discovery = { ...defined({ nodePreference, discoveryInterval, maxDiscoverAttempts }), gossipTimeout };
  const [first] = hosts;
  if (first === undefined) throw unusable('Name at least one host.');
  if (dnsDiscover) return { discover: first, ...discovery, ...client };
  if (hosts.length > 1) return { endpoints: hosts, ...discovery, ...client };
  return { endpoint: first, ...client };
}

function channelOf(parsed: Parsed): ChannelCredentialOptions {
  if (parsed.tls === false) return { insecure: true };
  const { tlsCAFile, userCertFile, userKeyFile } = parsed;
  if ((userCertFile === undefined) !== (userKeyFile === undefined)) {
    throw unusable('Give userCertFile and userKeyFile together.');
  }
  return {
    insecure: false,
    ...(tlsCAFile === undefined ? {} : { rootCertificate: fileOf('tlsCAFile', tlsCAFile) }),
    ...(userCertFile === undefined ? {} : { userCertFile: fileOf('userCertFile', userCertFile) }),
    ...(userKeyFile === undefined ? {} : { userKeyFile: fileOf('userKeyFile', userKeyFile) }),
  };
}

function credentialsOf(text: string): Credentials {
  const [username = '', password = '', ...rest] = text.split(':');
  if (username === '' || password === '' || rest.length > 0) {
    throw unusable('Write user:password@, with %3A for a colon and %40 for an @ in them.');
  }
  try {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    throw unusable('Write a % in the user or the password as %25.');
  }
}

function fileOf(option: string, file: string): Buffer {
  try {
    return readFileSync(resolve(file));
  } catch {
    throw unusable(`Name a file that exists and may be read by ${option}.`);
  }
}

/** Without the fields that nothing was said about. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function unusable(remedy: string): BanGiaoError {
  return new BanGiaoError('INVALID_SETTING', 'The setting EVENTSTORE_URL cannot be used.', {
    field: 'EVENTSTORE_URL',
    // It may hold a password: it is never shown.
    value: '(set)',
    remedy,
  });
}
