import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from './measure.js';

/** Answers to questions that were sent at a steady pace. */
export interface Paced {
  readonly answers: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

const TICK_MS = 2;
const MOST_CONNECTIONS = 32;

/**
 * Sends questions in turn at a fixed rate until told to end, whether or not the ones before are answered: each counts
 * from when it was due, so that a pause of the server is felt by all that fall into it.
 * @throws Error where one is not answered, or answered with errors.
 */
export async function askAtFixedRate(
  url: string,
  documents: readonly string[],
  perSecond: number,
  ended: Promise<unknown>,
): Promise<Paced> {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS });
  const bodies = documents.map((query) => JSON.stringify({ query }));
  const asked: Promise<number>[] = [];
  let goOn = true;
  const stop = () => (goOn = false);
  void ended.then(stop, stop);
  const start = performance.now();
  while (goOn) {
    const due = ((performance.now() - start) / 1_000) * perSecond;
    while (asked.length < due) {
      const body = bodies[asked.length % bodies.length] ?? '';
      const answered = ask(agent, url, body, start + (asked.length / perSecond) * 1_000);
      // Awaited below, all together.
      answered.catch(() => undefined);
      asked.push(answered);
    }
    await sleep(TICK_MS);
  }
  try {
    await ended;
    const times = await Promise.all(asked);
    const [p50 = 0, p99 = 0] = [0.5, 0.99].map((q) => quantile(times, q));
    return { answers: times.length, p50, p99, most: Math.max(...times) };
  } finally {
    agent.destroy();
  }
}

function ask(agent: Agent, url: string, body: string, due: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200 && !text.includes('"errors"')) resolve(performance.now() - due);
        else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
