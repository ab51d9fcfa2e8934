import { Inject } from '@nestjs/common';
import { CommandHandler, QueryHandler } from '@nestjs/cqrs';
import { COMMAND_HANDLERS, handledBy, neededBy, QUERY_HANDLERS } from '#application';

/** The application knows no framework; what its handlers say of themselves, Nest is told here. */
for (const handler of COMMAND_HANDLERS) CommandHandler(handledBy(handler))(handler);
for (const handler of QUERY_HANDLERS) QueryHandler(handledBy(handler))(handler);

/** Every handler of the application, as providers of Nest. */
export const HANDLERS = [...COMMAND_HANDLERS, ...QUERY_HANDLERS];

for (const handler of HANDLERS)
  for (const [index, token] of neededBy(handler)) Inject(token)(handler, undefined, index);
