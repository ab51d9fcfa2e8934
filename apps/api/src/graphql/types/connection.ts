import { Field, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { FlagField, OptionalTextField } from '../fields.js';

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @FlagField() readonly hasNextPage!: boolean;
  @FlagField() readonly hasPreviousPage!: boolean;
  @OptionalTextField() readonly startCursor!: string | null;
  @OptionalTextField() readonly endCursor!: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
}

/** The Relay connection type of a node type. */
export function connectionOf<T>(name: string, node: Type<T>): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class EdgeType {
    @Field(() => String, { description: 'Opaque; keeps the clocks of the first page.' })
    readonly cursor!: string;

    @Field(() => node)
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType {
    @Field(() => [EdgeType])
    readonly edges!: readonly Edge<T>[];

    @Field(() => PageInfo)
    readonly pageInfo!: PageInfo;
  }
  return ConnectionType;
}
