import type { DomainEvent } from '../events/catalogue.js';
import type { Rule } from './rule.js';

/** The rule after one more event; a later decision under the same id puts the earlier one right. */
export function evolveRule(state: Rule | undefined, event: DomainEvent): Rule | undefined {
  return event.type === 'rule.decided' ? event.data : state;
}
