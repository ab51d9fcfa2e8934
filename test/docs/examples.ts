import { readFileSync } from 'node:fs';

/** A question of a page and the answer shown below it; the page shows none for some. */
export interface Example {
  readonly name: string;
  readonly question: string;
  readonly shown?: unknown;
}

/** What a page shows for a value that differs on every machine. */
const DIFFERS = '…';

/** The questions of a page in its order, each with the JSON block that follows it directly; subscriptions are none. */
export function examplesOf(file: string): readonly Example[] {
  const blocks = readFileSync(file, 'utf8').matchAll(
    /```graphql\n([\s\S]*?)```(?:\s*```json\n([\s\S]*?)```)?/g,
  );
  return [...blocks]
    .filter(([, question = '']) => !question.startsWith('subscription'))
    .map(([, question = '', answer], i) => ({
      name: `${file} ${i + 1}`,
      question,
      ...(answer === undefined ? {} : { shown: JSON.parse(answer) as unknown }),
    }));
}

/** The answer as the page would show it: what the page shows as different everywhere is taken from the page. */
export function asShown(answer: unknown, shown: unknown): unknown {
  if (shown === DIFFERS && answer !== null && answer !== undefined) return DIFFERS;
  if (Array.isArray(answer) && Array.isArray(shown))
    return answer.map((value, i) => asShown(value, shown[i] as unknown));
  if (!isRecord(answer) || !isRecord(shown)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, asShown(value, shown[key])]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
