/**
 * What the handlers of this library say of themselves: what they handle, and what they need.
 * No framework is named here; the composition root of the API tells its own. Who runs a command by hand, as the command
 * line does, starts without one.
 */

/** A class of any constructor. */
export type AnyClass = abstract new (...args: never[]) => unknown;

/** One who does what commands of a kind ask for. */
export interface ICommandHandler<Command, Outcome = unknown> {
  execute(command: Command): Promise<Outcome>;
}

/** One who answers queries of a kind. */
export interface IQueryHandler<Query, Answer> {
  execute(query: Query): Promise<Answer>;
}

const handled = new WeakMap<AnyClass, AnyClass>();
const needed = new WeakMap<AnyClass, Map<number, symbol>>();

/** The class below handles this command. */
export const CommandHandler = (command: AnyClass) => (handler: AnyClass) =>
  void handled.set(handler, command);

/** The class below answers this query. */
export const QueryHandler = (query: AnyClass) => (handler: AnyClass) => void handled.set(handler, query);

/** What the composition root provides under the token is given to the constructor here. */
export const Inject = (token: symbol) => (owner: AnyClass, _: undefined, index: number) => {
  const tokens = needed.get(owner) ?? new Map<number, symbol>();
  needed.set(owner, tokens.set(index, token));
};

/** The command or query that a handler is for. */
export function handledBy(handler: AnyClass): AnyClass {
  const request = handled.get(handler);
  if (request === undefined) throw new Error(`${handler.name} does not say what it handles.`);
  return request;
}

/** What its constructor needs, by place; one without a constructor of its own has that of the class it extends. */
export function neededBy(handler: AnyClass): ReadonlyMap<number, symbol> {
  for (let owner: unknown = handler; typeof owner === 'function'; owner = Object.getPrototypeOf(owner)) {
    const tokens = needed.get(owner as AnyClass);
    if (tokens !== undefined) return tokens;
  }
  throw new Error(`${handler.name} does not say what it needs.`);
}
