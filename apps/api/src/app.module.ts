import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { CLOCK, COMMAND_PORTS, EVENT_LOG, READ_MODEL, REPLICA } from '#application';
import { graphqlOptions } from './graphql/graphql.options.js';
import { RESOLVERS } from './graphql/resolvers/index.js';
import { HANDLERS } from './handlers.js';
import { ExportController } from './http/export.controller.js';
import { HealthController } from './http/health.controller.js';
import { READY_LAG_SECONDS, SERVING, type Serving } from './http/serving.js';
import type { Runtime } from './runtime/index.js';

export interface ModuleSettings {
  readonly serving: Serving;
  readonly readyLagSeconds: number;
}

/** The composition root of the API over a running log and read model. */
@Module({})
export class AppModule {
  static over(
    { log, readModel, ports, replica }: Runtime,
    { serving, readyLagSeconds }: ModuleSettings,
  ): DynamicModule {
    const logger = new Logger('GraphQL');
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        GraphQLModule.forRoot(
          graphqlOptions((error, correlationId) =>
            logger.error(`${correlationId} ${String(error)}`, stackOf(error)),
          ),
        ),
      ],
      controllers: [HealthController, ExportController],
      providers: [
        { provide: EVENT_LOG, useValue: log },
        { provide: READ_MODEL, useValue: readModel },
        { provide: REPLICA, useValue: replica },
        { provide: SERVING, useValue: serving },
        { provide: READY_LAG_SECONDS, useValue: readyLagSeconds },
        { provide: CLOCK, useValue: ports.clock },
        { provide: COMMAND_PORTS, useValue: ports },
        ...HANDLERS,
        ...RESOLVERS,
      ],
    };
  }
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack : undefined;
}
