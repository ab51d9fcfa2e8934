import { describe, expect, it } from '@jest/globals';
import type { EventOf } from '../events/catalogue.js';
import { actOf } from '../testing/cluster-record.js';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { claimGroups, evolveClaims, registeredClaims, sameValue, type SubjectClaims } from './claims.js';
import { decideAcceptClaim, decideRecordClaim, type ClaimFacets } from './decide-claim.js';
import type { ClaimEvents, ClaimRecorded } from './events.js';

type ClaimEvent = EventOf<keyof ClaimEvents>;

const claim = (claimId: string, value: string, more: Partial<ClaimRecorded> = {}): ClaimRecorded => ({
  claimId,
  subjectId: '51@origin',
  field: 'establishedAreaHa',
  value,
  provenance: 'STATED',
  source: claimId,
  ...more,
});
const STATED = claim('stated', '436.28');
const SUMMED = claim('summed', '436.78', { provenance: 'COMPUTED' });
const recorded = (data: ClaimRecorded): ClaimEvent => ({ type: 'claim.recorded', data });
const taken = (claimId: string, reason = 'It is printed so.'): ClaimEvent => ({
  type: 'claim.accepted',
  data: { claimId, subjectId: '51@origin', reason },
});
const fold = (...events: readonly ClaimEvent[]): SubjectClaims => {
  const state = events.reduce<SubjectClaims | undefined>(evolveClaims, undefined);
  return state ?? { subjectId: '51@origin', claims: [], accepted: [] };
};
const groupsOf = (state: SubjectClaims, on = '2026-01-01') =>
  claimGroups(state.claims, state.accepted, day(on));
const facets = (state: SubjectClaims, more: Partial<ClaimFacets> = {}): ClaimFacets => ({
  acts: actOf,
  subjectKnown: true,
  ...state,
  ...more,
});

describe('claims about one field and day', () => {
  it('are all kept, and conflict where they do not say the same', () => {
    expect(groupsOf(fold(recorded(STATED), recorded(SUMMED)))).toEqual([
      { field: 'establishedAreaHa', claims: [STATED, SUMMED], conflicting: true },
    ]);
    const [same] = groupsOf(fold(recorded(STATED), recorded({ ...SUMMED, value: '436.280' })));
    expect(same?.conflicting).toBe(false);
  });

  it('of other days stand beside one another, and are not known before their day', () => {
    const later = claim('later', '440', { asOf: day('2025-12-31') });
    const state = fold(recorded(STATED), recorded(later));
    expect(groupsOf(state).map((group) => [group.asOf, group.conflicting])).toEqual([
      [undefined, false],
      ['2025-12-31', false],
    ]);
    expect(groupsOf(state, '2025-12-30')).toHaveLength(1);
    expect(groupsOf(state, '2025-12-31')).toHaveLength(2);
  });

  it('that are remarks contradict nothing', () => {
    const state = fold(recorded({ ...STATED, field: 'note' }), recorded({ ...SUMMED, field: 'note' }));
    expect(groupsOf(state).map((group) => group.conflicting)).toEqual([false]);
  });

  it('say the same only in one unit', () => {
    expect(sameValue({ value: '75', unit: 'ha' }, { value: '75.0', unit: 'ha' })).toBe(true);
    expect(sameValue({ value: '75', unit: 'ha' }, { value: '75', unit: 'm²' })).toBe(false);
    expect(sameValue({ value: '100' }, { value: '1' })).toBe(false);
  });

  it('come with a registration under ids of their own', () => {
    const given = [{ field: 'note', value: 'x', provenance: 'STATED', source: 's' }] as const;
    expect(registeredClaims('quan-lat', given)).toEqual([
      { ...given[0], claimId: 'quan-lat-registered-1', subjectId: 'quan-lat' },
    ]);
  });
});

describe('recording a claim', () => {
  it('takes one that conflicts with another', () => {
    expect(eventsOf(decideRecordClaim(SUMMED, facets(fold(recorded(STATED)))))).toEqual([recorded(SUMMED)]);
  });

  it.each<[string, string, Partial<ClaimRecorded>]>([
    ['INVALID_INPUT', 'field', { field: ' ' }],
    ['INVALID_INPUT', 'value', { value: '' }],
    ['INVALID_INPUT', 'source', { source: '' }],
    ['INVALID_INPUT', 'claimId', { claimId: '' }],
    ['ALREADY_EXISTS', 'claimId', { claimId: 'stated' }],
    ['ALREADY_EXISTS', 'value', { value: '436.280', source: 'stated' }],
  ])('is refused with %s in %s', (code, field, more) => {
    const decision = decideRecordClaim({ ...SUMMED, ...more }, facets(fold(recorded(STATED))));
    expect(refusalOf(decision)).toMatchObject({ code, field });
  });

  it('about nothing known is refused', () => {
    expect(refusalOf(decideRecordClaim(STATED, facets(fold(), { subjectKnown: false }))).code).toBe(
      'UNKNOWN_SUBJECT',
    );
  });
});

describe('accepting a claim', () => {
  const both = fold(recorded(STATED), recorded(SUMMED));
  const input = { claimId: 'stated', subjectId: '51@origin', reason: 'It is printed so.' };

  it('gives the group its answer, with the reason', () => {
    const events = eventsOf(decideAcceptClaim(input, facets(both)));
    const [group] = groupsOf(fold(recorded(STATED), recorded(SUMMED), ...events));
    expect(group).toMatchObject({
      conflicting: true,
      accepted: { claimId: 'stated', reason: 'It is printed so.' },
    });
  });

  it('supersedes the one accepted before, and only of the same field and day', () => {
    const other = claim('other', '20', { field: 'establishedClusters' });
    const state = fold(recorded(STATED), recorded(SUMMED), recorded(other), taken('stated'), taken('other'));
    const events = eventsOf(decideAcceptClaim({ ...input, claimId: 'summed' }, facets(state)));
    const after = events.reduce<SubjectClaims | undefined>(evolveClaims, state);
    expect(groupsOf(after ?? state).map((group) => group.accepted?.claimId)).toEqual(['summed', 'other']);
  });

  it('may go back to one that was superseded', () => {
    const state = fold(recorded(STATED), recorded(SUMMED), taken('stated'), taken('summed'));
    expect(eventsOf(decideAcceptClaim(input, facets(state)))).toHaveLength(1);
  });

  it.each<[string, string, Partial<typeof input> & { actId?: string }]>([
    ['UNKNOWN_SUBJECT', 'claimId', { claimId: 'nothing' }],
    ['REASON_REQUIRED', 'reason', { reason: ' ' }],
    ['UNKNOWN_ACT', 'actId', { actId: 'nowhere' }],
  ])('is refused with %s in %s', (code, field, more) => {
    expect(refusalOf(decideAcceptClaim({ ...input, ...more }, facets(both)))).toMatchObject({ code, field });
  });

  it('that is accepted already is refused', () => {
    const state = fold(recorded(STATED), recorded(SUMMED), taken('stated'));
    expect(refusalOf(decideAcceptClaim(input, facets(state)))).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'claimId',
    });
  });

  it.each(['INFERRED', 'UNVERIFIED'] as const)('that is %s needs the act that shows it', (provenance) => {
    const state = fold(recorded({ ...STATED, provenance }));
    expect(refusalOf(decideAcceptClaim(input, facets(state)))).toMatchObject({
      code: 'EVIDENCE_REQUIRED',
      field: 'actId',
    });
    expect(eventsOf(decideAcceptClaim({ ...input, actId: 'undated' }, facets(state)))).toHaveLength(1);
  });
});
