import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { Enterprise } from './enterprise.js';

/**
 * Registers an enterprise.
 * Refuses `INVALID_INPUT`, and `ALREADY_EXISTS` where its id is taken by whatever is registered.
 */
export function decideRegisterEnterprise(
  input: Enterprise,
  taken: boolean,
): Decision<EventOf<'enterprise.registered'>> {
  if (input.name.trim() === '' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.enterpriseId)) {
    return refuse(
      'INVALID_INPUT',
      input.name.trim() === '' ? 'name' : 'enterpriseId',
      input.name.trim() === '' ? input.name : input.enterpriseId,
      'An enterprise needs a name, and an id of small letters, digits and hyphens.',
      'Give its name as in the source; the id can be made of it.',
    );
  }
  if (input.registrationNumber !== undefined && !/^[0-9]{10}(-[0-9]{3})?$/.test(input.registrationNumber)) {
    return refuse(
      'INVALID_INPUT',
      'registrationNumber',
      input.registrationNumber,
      'This is no number of a registered enterprise.',
      'Give its ten digits, with -001 and so on for a branch, or nothing where the source does not state it.',
    );
  }
  if (taken) {
    return refuse(
      'ALREADY_EXISTS',
      'enterpriseId',
      input.enterpriseId,
      'Something is registered under this id.',
      'Give another id, or use what is registered.',
    );
  }
  return accept([{ type: 'enterprise.registered', data: input }]);
}
