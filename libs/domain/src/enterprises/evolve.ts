import type { DomainEvent } from '../events/catalogue.js';
import type { Enterprise } from './enterprise.js';

/** An enterprise after an event of its stream. */
export function evolveEnterprise(
  enterprise: Enterprise | undefined,
  event: DomainEvent,
): Enterprise | undefined {
  return event.type === 'enterprise.registered' ? event.data : enterprise;
}
