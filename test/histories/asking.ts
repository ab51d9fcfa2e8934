import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../apps/api/src/app.js';
import type { Runtime } from '../../apps/api/src/runtime/index.js';
import type { Answered, Question } from './questions.js';

/** The application in this process, asked as over HTTP. */
export interface Service {
  answer(question: Question, document: string): Promise<Answered>;
  close(): Promise<void>;
}

/** What GraphQL answers. */
interface Reply {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}
interface Connection {
  readonly edges: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export async function openService(runtime: Runtime): Promise<Service> {
  const app = await createApp(runtime, { host: '127.0.0.1' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    answer: async (question, document) => ({ ...question, ...(await answerOf(app, question, document)) }),
    close: () => app.close(),
  };
}

/** The answer, over all pages where it is a list; where it is refused, the code that says why. */
async function answerOf(
  app: NestFastifyApplication,
  { variables }: Question,
  query: string,
): Promise<Pick<Answered, 'data' | 'error'>> {
  const pages: unknown[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await post(app, { query, variables: { ...variables, after } });
    if (errors !== undefined)
      return { error: errors[0]?.extensions?.code ?? errors[0]?.message ?? 'unknown' };
    const answered = Object.values(data ?? {})[0];
    if (!isConnection(answered)) return { data: answered };
    pages.push(answered.edges.map((edge) => (edge as { node: unknown }).node));
    if (!answered.pageInfo.hasNextPage) return { data: pages };
    after = answered.pageInfo.endCursor;
  }
}

async function post(app: NestFastifyApplication, body: object): Promise<Reply> {
  const { body: text } = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
  return JSON.parse(text) as Reply;
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'edges' in value && 'pageInfo' in value;
}
