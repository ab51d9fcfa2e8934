import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog } from '#application';
import { startRuntime } from '../../apps/api/src/runtime/index.js';
import { openService } from './asking.js';
import { SteppedClock } from './clock.js';
import type { History, HistoryEvent } from './history.js';
import type { Answered, Question } from './questions.js';

/** A recorded history in a log of its own, projected by this version and ready to be asked. */
export interface Replayed {
  readonly log: EventLog;
  answer(question: Question): Promise<Answered>;
  close(): Promise<void>;
}

const CATCH_UP_LIMIT_MS = 60_000;
/** Well below what one append may hold. */
const APPEND_BYTES = 400_000;

/** Appends the events as they are, ids and times included, to an empty log, and waits until they are projected. */
export async function replay({ manifest, events, documents }: History): Promise<Replayed> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ban-giao-replay-'));
  const failures: Error[] = [];
  const runtime = await startRuntime({
    dataDir,
    empty: true,
    clock: new SteppedClock(manifest.askedAt, 0),
    report: () => undefined,
    onFollowerFailure: (error) => failures.push(error),
  });
  const end = async (): Promise<void> => {
    await runtime.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const position = await appendAll(runtime.log, events);
    await runtime.readModel.waitFor(position, CATCH_UP_LIMIT_MS);
    const service = await openService(runtime);
    return {
      log: runtime.log,
      answer: (question) => service.answer(question, documents[question.document] ?? ''),
      close: () => service.close().then(end),
    };
  } catch (error) {
    await end();
    throw failures[0] ?? error;
  }
}

async function appendAll(log: EventLog, events: readonly HistoryEvent[]): Promise<string> {
  let position = '0';
  for (const batch of batches(events)) {
    const [{ stream, revision } = { stream: '', revision: 0 }] = batch;
    const envelopes = batch.map(({ stream: _s, revision: _r, ...envelope }) => envelope);
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    ({ position } = await log.append(stream, envelopes, expected));
  }
  return position;
}

/** Neighbours of one stream together: the order of the log stays. */
function* batches(events: readonly HistoryEvent[]): Generator<readonly HistoryEvent[]> {
  let batch: HistoryEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event));
    if (batch.length > 0 && (batch[0]?.stream !== event.stream || bytes + size > APPEND_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(event);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
