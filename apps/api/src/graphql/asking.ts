import { Args, ArgsType, Field, ID, Int } from '@nestjs/graphql';
import type { QueryBus } from '@nestjs/cqrs';
import {
  AskPageQuery,
  AskQuery,
  type Answered,
  type Clocks,
  type Page,
  type PageRequest,
  type ReadModel,
} from '#application';
import { AtInput } from './at.input.js';
import { connection, pageRequest } from './paging.js';
import type { Connection } from './types/connection.js';

/** Which page of a list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true }) readonly first?: number | null;
  @Field(() => String, { nullable: true }) readonly after?: string | null;
}

/** Which page of a list, at which clocks. */
@ArgsType()
export class ListArgs extends PageArgs {
  @Field(() => AtInput, { nullable: true }) readonly at?: AtInput;
}

/** The clocks of a question. */
export const AtArg = (): ParameterDecorator => Args('at', { type: () => AtInput, nullable: true });
/** What is asked for by its id. */
export const IdArg = (name = 'id'): ParameterDecorator => Args(name, { type: () => ID });

/** Asks for one thing; null where there is none. */
export async function askFor<View, Node>(
  queries: QueryBus,
  at: AtInput | undefined,
  ask: (readModel: ReadModel, clocks: Clocks) => View | undefined,
  toNode: (view: View, clocks: Clocks) => Node,
): Promise<Node | null> {
  const { clocks, result }: Answered<View | undefined> = await queries.execute(new AskQuery(at, ask));
  return result === undefined ? null : toNode(result, clocks);
}

/** Asks for a page of a list; the pages after it are at the clocks of the first. */
export async function askForPage<Row, Node>(
  queries: QueryBus,
  { at, first, after }: ListArgs,
  ask: (readModel: ReadModel, clocks: Clocks, page: PageRequest) => Page<Row>,
  toNode: (row: Row, clocks: Clocks) => Node,
): Promise<Connection<Node>> {
  const page = pageRequest(first, after);
  const { clocks, result }: Answered<Page<Row>> = await queries.execute(new AskPageQuery(at, page, ask));
  return connection(result, clocks, page, (row) => toNode(row, clocks));
}
