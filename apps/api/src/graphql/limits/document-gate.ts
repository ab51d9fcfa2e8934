import { parse, print, separateOperations, type DocumentNode } from 'graphql';
import { BanGiaoError } from '#domain';
import { isTooLong, LIMITS } from './document-limits.js';

/** Documents looked at once, so that a repeated one costs nothing. */
const MAX_REMEMBERED = 1_000;

/** What a caller sends beside the variables. */
export interface GivenDocument {
  readonly query?: unknown;
  readonly operationName?: unknown;
}

/** The text of each operation by its name; the name of an anonymous one is empty. */
type Operations = ReadonlyMap<string, string>;

/**
 * Lets a document through to the executor as the text of the one operation that is asked for.
 * The executor compiles a text once, for whichever operation comes first, and takes JSON for a parsed document:
 * a text with several operations would answer one for another, so each goes in alone.
 */
export class DocumentGate {
  readonly #known = new Map<string, Operations>();

  /**
   * @throws BanGiaoError `INVALID_REQUEST` without a document or an operation to execute, `TOO_MANY_TOKENS`.
   * @throws GraphQLError for text that is not GraphQL.
   */
  admit({ query, operationName }: GivenDocument): string {
    if (typeof query !== 'string' || query === '') throw noQuery();
    const operations = this.#operationsOf(query);
    if (operationName === undefined || operationName === null || operationName === '') {
      const [only, another] = operations.values();
      if (only !== undefined && another === undefined) return only;
      throw noOperation('', operations);
    }
    const text = typeof operationName === 'string' ? operations.get(operationName) : undefined;
    if (text === undefined) throw noOperation(JSON.stringify(operationName), operations);
    return text;
  }

  #operationsOf(query: string): Operations {
    const known = this.#known.get(query);
    if (known !== undefined) return known;
    if (isTooLong(query)) throw tooLong();
    const operations = operationsIn(query, parse(query));
    if (this.#known.size >= MAX_REMEMBERED) this.#known.clear();
    this.#known.set(query, operations);
    return operations;
  }
}

function operationsIn(query: string, document: DocumentNode): Operations {
  const separate = Object.entries(separateOperations(document));
  const alone = separate.length === 1 ? separate[0] : undefined;
  // As it was written, so that errors name the caller's lines.
  if (alone !== undefined) return new Map([[alone[0], query]]);
  return new Map(separate.map(([name, one]) => [name, print(one)]));
}

function noQuery(): BanGiaoError {
  return new BanGiaoError('INVALID_REQUEST', 'The request holds no GraphQL document.', {
    field: 'query',
    value: '',
    remedy: 'Send JSON with the document as text in query.',
  });
}

function noOperation(value: string, operations: Operations): BanGiaoError {
  const names = [...operations.keys()].filter((name) => name !== '');
  return new BanGiaoError(
    'INVALID_REQUEST',
    'The document has no such operation, or several to choose from.',
    {
      field: 'operationName',
      value,
      remedy:
        names.length === 0
          ? 'Send a document with one operation, without operationName.'
          : `Name one of ${names.slice(0, 10).join(', ')}.`,
    },
  );
}

function tooLong(): BanGiaoError {
  return new BanGiaoError('TOO_MANY_TOKENS', 'The document is too long.', {
    field: 'query',
    value: '',
    remedy: `Ask in several documents of at most ${LIMITS.tokens} tokens and ${LIMITS.characters} characters; put long values into variables.`,
  });
}
