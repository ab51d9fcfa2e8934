import { evolveEnterprise, foldName, type Enterprise, type EnterpriseEvents } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** Enterprises as known at any time. */
export const enterprises: AggregateKind<Enterprise, keyof EnterpriseEvents> = {
  name: 'enterprises',
  version: 1,
  types: ['enterprise.registered'],
  idOf: ({ data }) => data.enterpriseId,
  evolve: evolveEnterprise,
  sortOf: ({ name }) => foldName(name),
  keysOf: ({ registrationNumber }) =>
    registrationNumber === undefined ? [] : [numberKey(registrationNumber)],
};

export const enterprisesProjection = aggregateProjection(enterprises);

/** Key of the enterprise with a number of registration. */
export function numberKey(registrationNumber: string): string {
  return `number:${registrationNumber}`;
}
