import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Args, GraphQLModule, Int, Query, Resolver } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { BASELINE_SDL, tenClusters } from './baselines.js';

const clusters = tenClusters();

/** NestJS with Apollo, and data that is ready in memory. */
@Resolver('Query')
class ClustersResolver {
  @Query('clusters')
  clusters(@Args('first', { type: () => Int, nullable: true }) _first?: number): unknown {
    return clusters;
  }
}

@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      typeDefs: BASELINE_SDL,
      csrfPrevention: false,
    }),
  ],
  providers: [ClustersResolver],
})
class BaselineModule {}

const app = await NestFactory.create<NestFastifyApplication>(BaselineModule, new FastifyAdapter(), {
  logger: ['error'],
});
await app.listen(0, '127.0.0.1');
process.stdout.write(`${(await app.getUrl()).replace('[::1]', '127.0.0.1')}/graphql\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
