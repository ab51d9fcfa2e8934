import { describe, expect, it } from '@jest/globals';
import {
  evolveOrganisation,
  evolveScheme,
  NAME_WITHHELD,
  planCarry,
  type DomainEvent,
  type EventOf,
  type EventType,
  type Organisation,
  type Scheme,
} from '#domain';
import { loadDuties } from '../duties/index.js';
import { loadSampleFacts } from './index.js';

const events = loadSampleFacts().flatMap((batch) => batch.events);
const ofType = <T extends EventType>(type: T) =>
  events.filter((event): event is Extract<DomainEvent, EventOf<T>> => event.type === type);

const organisations = new Map<string, Organisation>();
for (const event of ofType('organisation.registered'))
  organisations.set(event.data.organisationId, { registration: event.data, predecessors: [] });
for (const event of ofType('organisation.succeeded')) {
  const merged = evolveOrganisation(organisations.get(event.data.toId), event);
  if (merged !== undefined) organisations.set(event.data.toId, merged);
}
const schemes = ofType('scheme.registered').flatMap((event): Scheme[] => {
  const scheme = evolveScheme(undefined, event);
  return scheme === undefined ? [] : [scheme];
});
const edges = [...organisations.values()].flatMap(({ predecessors }) => predecessors);

describe('the sample schemes', () => {
  it('are those of the bulletin, each with what it states', () => {
    expect(schemes).toHaveLength(12);
    const national = schemes.filter(({ registration }) => registration.programme === 'NATIONAL');
    expect(national.map(({ registration: { fromYear, toYear } }) => [fromYear, toYear])).toEqual([
      [2025, 2025],
      [2022, 2024],
      [2018, 2020],
      [2023, 2025],
    ]);
    expect(new Set(schemes.map(({ registration }) => registration.provenance))).toEqual(new Set(['STATED']));
  });

  it('name no household, and give what may be a person’s name no id made of it', () => {
    const beneficiaries = schemes.flatMap(({ registration }) =>
      registration.parties.beneficiaries.map((party) => ({ schemeId: registration.schemeId, ...party })),
    );
    const households = beneficiaries.filter(({ kind }) => kind === 'HOUSEHOLD');
    expect(households.map(({ name }) => name)).toEqual([`hộ kinh doanh ${NAME_WITHHELD}`]);
    const withheld = beneficiaries.filter(({ name }) => name.endsWith(NAME_WITHHELD));
    expect(withheld.map(({ schemeId, id }) => id === `${schemeId}-beneficiary-1`)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('are executed by organisations that are registered, and owed no other', () => {
    const executing = schemes.flatMap(({ registration: { parties } }) => parties.executingUnit?.id ?? []);
    expect(executing.filter((id) => !organisations.has(id))).toEqual([]);
    const lineage = {
      successionsFrom: (id: string) => edges.filter((edge) => edge.fromId === id),
      successionsTo: (id: string) => edges.filter((edge) => edge.toId === id),
    };
    expect(schemes.flatMap((scheme) => planCarry(scheme, lineage, () => undefined))).toEqual([]);
  });
});

describe('the sample organisations', () => {
  it('H11: the centre of Hải Phòng came of two whole centres and one section', () => {
    expect(organisations.size).toBe(14);
    expect(edges.map(({ extent, part }) => [extent, part])).toEqual([
      ['WHOLE', undefined],
      ['WHOLE', undefined],
      ['PARTIAL', 'Bộ phận xúc tiến thương mại'],
    ]);
    expect(edges.filter(({ fromId }) => !organisations.has(fromId))).toEqual([]);
    expect(new Set(edges.map(({ actId }) => actId)).size).toBe(1);
  });

  it('H12: the centre of Lào Cai belongs to one department and is guided by another', () => {
    expect(organisations.get('tt-khuyen-cong-lao-cai')?.registration).toMatchObject({
      parent: { name: 'Sở Tài chính tỉnh Lào Cai' },
      guidance: { officeId: 'SO_CONG_THUONG:15@2025-07-01' },
    });
  });
});

describe('the duties of industrial promotion (domain group F)', () => {
  it('never rest on decree 139/2025, which says nothing about them', () => {
    const bases = loadDuties()
      .filter((duty) => duty.group === 'F')
      .flatMap((duty) => duty.rules.map((rule) => rule.basisActId ?? ''));
    expect(bases.length).toBeGreaterThan(0);
    expect(bases.filter((id) => id.startsWith('139-2025-nd-cp.'))).toEqual([]);
  });
});
