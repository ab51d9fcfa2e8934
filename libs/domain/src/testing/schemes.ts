import type { KnownAct } from '../acts/decide-act.js';
import type { DomainEvent } from '../events/catalogue.js';
import { evolveOrganisation } from '../organisations/evolve.js';
import type {
  Organisation,
  OrganisationRegistration,
  OrganisationSuccession,
} from '../organisations/organisation.js';
import { planCarry } from '../schemes/carry.js';
import type { RegisterScheme } from '../schemes/decide-register.js';
import { evolveScheme } from '../schemes/evolve.js';
import type { SchemeRegister } from '../schemes/register.js';
import type { Scheme } from '../schemes/scheme.js';
import { COUNTRY } from './country.js';
import { ACTS, day } from './law.js';
import { TestRegister } from './register.js';

export const QD_2644: KnownAct = {
  actId: '2644-qd-ubnd.ubnd-thanh-pho-hai-phong.2025-07-01',
  kind: 'PROVINCIAL_DECISION',
  number: '2644/QĐ-UBND',
  issuer: 'UBND thành phố Hải Phòng',
  issuedOn: day('2025-07-01'),
  provenance: 'STATED',
  source: 'test',
};

/** Schemes and organisations kept in memory by folding the events that the deciders themselves gave. */
export class TestSchemes implements SchemeRegister {
  readonly acts: SchemeRegister['acts'];
  readonly lineage = COUNTRY;
  readonly organisations = {
    successionsFrom: (id: string) => this.#edges().filter((edge) => edge.fromId === id),
    successionsTo: (id: string) => this.#edges().filter((edge) => edge.toId === id),
  };
  readonly #organisations = new Map<string, Organisation>();
  readonly #schemes = new Map<string, Scheme>();
  readonly #offices = new TestRegister();

  constructor(acts: readonly KnownAct[] = [...ACTS, QD_2644]) {
    this.acts = (id) => acts.find((act) => act.actId === id);
  }

  organisation(id: string): Organisation | undefined {
    return this.#organisations.get(id);
  }

  scheme(id: string): Scheme | undefined {
    return this.#schemes.get(id);
  }

  /** The scheme, which has to be there. */
  known(id: string): Scheme {
    const scheme = this.#schemes.get(id);
    if (scheme === undefined) throw new Error(`No scheme ${id}.`);
    return scheme;
  }

  subjectExists(id: string): boolean {
    return this.#organisations.has(id) || this.#schemes.has(id);
  }

  officeExists(id: string, on: ReturnType<typeof day>): boolean {
    return this.#offices.officeExists(id, on);
  }

  record(events: readonly DomainEvent[]): this {
    for (const event of events) this.#evolve(event);
    return this;
  }

  /** Gives every scheme the changes that it is owed, as the application does; tells which changed. */
  carry(): readonly string[] {
    return [...this.#schemes].flatMap(([id, scheme]) => {
      const owed = planCarry(scheme, this.organisations, (org) => this.organisation(org)?.registration.name);
      this.record(owed);
      return owed.map(() => id);
    });
  }

  #evolve(event: DomainEvent): void {
    switch (event.type) {
      case 'organisation.registered':
      case 'organisation.succeeded': {
        const id = event.type === 'organisation.registered' ? event.data.organisationId : event.data.toId;
        this.#organisations.set(id, registered(evolveOrganisation(this.#organisations.get(id), event)));
        break;
      }
      case 'scheme.registered':
      case 'scheme.advanced':
      case 'scheme.party-changed': {
        const id = event.data.schemeId;
        this.#schemes.set(id, registered(evolveScheme(this.#schemes.get(id), event)));
        break;
      }
      default:
        throw new Error(`The register of schemes does not keep ${event.type}.`);
    }
  }

  #edges(): readonly OrganisationSuccession[] {
    return [...this.#organisations.values()].flatMap(({ predecessors }) => predecessors);
  }
}

function registered<S>(state: S | undefined): S {
  if (state === undefined) throw new Error('An event is about what is not registered.');
  return state;
}

/** An organisation that says nothing beyond its id and name. */
export function centre(
  organisationId: string,
  more: Partial<OrganisationRegistration> = {},
): OrganisationRegistration {
  return {
    organisationId,
    name: `Trung tâm ${organisationId}`,
    kind: 'PROMOTION_CENTRE',
    provenance: 'STATED',
    source: 'test',
    ...more,
  };
}

/** A scheme of the national programme that a centre executes; anything else is given. */
export function schemeOf(
  schemeId: string,
  executing: string | undefined,
  more: Partial<RegisterScheme> = {},
): RegisterScheme {
  return {
    schemeId,
    name: `Đề án ${schemeId}`,
    programme: 'NATIONAL',
    step: 'CONTRACTED',
    ...(executing === undefined ? {} : { executingUnit: { kind: 'ORGANISATION', id: executing } }),
    provenance: 'STATED',
    source: 'test',
    ...more,
  };
}
