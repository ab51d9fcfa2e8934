import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { BanGiaoError } from '#domain';
import { takeSnapshot, type TakeProgress } from '#read-model';
import { filesIn } from '../../../api/src/runtime/index.js';
import type { Data } from '../data.js';
import { progress, toStandardOutput } from '../output.js';

/** `bangiao snapshot`: the read model in one file, for another replica to begin with. */
export function addSnapshot(program: Command, data: () => Data): void {
  program
    .command('snapshot')
    .description('Write the read model as it is now into one file, also beside the running service.')
    .requiredOption('--out <file>', 'file to write')
    .action(({ out }: { readonly out: string }) => writeSnapshot(data(), out));
}

async function writeSnapshot({ dataDir }: Data, out: string): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const { seq, digest } = await takeSnapshot({
    file: existingReadModel(dataDir),
    out,
    signal: stop.signal,
    onProgress: telling(),
  });
  await toStandardOutput(`${seq} ${digest}\n`);
}

function existingReadModel(dataDir: string): string {
  const { readModel } = filesIn(dataDir);
  if (existsSync(dataDir) && [readModel, `${readModel}.current`].some((name) => existsSync(name)))
    return readModel;
  throw new BanGiaoError('NO_READ_MODEL', 'The data directory holds no read model.', {
    field: '--data-dir',
    value: dataDir,
    remedy: 'Name the directory of a replica that was started once.',
  });
}

function telling(): (progress: TakeProgress) => void {
  const told = {
    copy: progress('copy, pages'),
    digest: progress('digest, rows'),
    seal: progress('seal, bytes'),
  };
  return ({ phase, done, total }) => told[phase](done, total);
}
