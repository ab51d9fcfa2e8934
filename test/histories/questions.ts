import type { Question } from './question.js';
import { workflowQuestions } from './workflow.js';

export type { Question } from './question.js';

/** A question with its answer: of a list, its pages; where it was refused, the code. */
export interface Answered extends Question {
  readonly data?: unknown;
  readonly error?: string;
}

/** Days asked about: before, at and after the reform, and where rules and decisions of the sample begin or end. */
const DAYS = ['2025-06-30', '2025-07-01', '2026-03-06', '2027-02-28', '2027-12-01', '2028-03-01'];
const DUTIES = [
  'ccn_manage_local_clusters',
  'ccn_compile_establishment_dossier',
  'ccn_decide_establishment',
  'ccn_investor_operate',
];
const STATUSES = [
  'HELD',
  'JOINT',
  'UNDETERMINED',
  'VACANT',
  'DISPUTED',
  'NO_BASIS',
  'CONTINUING_PENDING_REARRANGEMENT',
];

/** What the questions are about, found in the register that they are asked of. */
export interface Register {
  readonly clusterIds: readonly string[];
  readonly actIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly provinceIds: readonly string[];
  readonly officeIds: readonly string[];
  /** Moments between decisions. */
  readonly moments: readonly string[];
}

/** Every question, in a stable order. */
export function questionsOf(register: Register): readonly Question[] {
  return [
    { document: 'log', variables: {} },
    { document: 'duties', variables: {} },
    ...responsibilities(register),
    ...clusters(register),
    ...clusterLists(register),
    ...units(register),
    ...acts(register),
    ...auditTrails(register),
    ...register.unitIds.map((unitId) => ({ document: 'transition', variables: { unitId } })),
    ...workflowQuestions(register),
  ];
}

function* responsibilities({ clusterIds, moments }: Register): Generator<Question> {
  let turn = 0;
  for (const subjectId of clusterIds)
    for (const dutyId of DUTIES)
      for (const validAt of DAYS) {
        // Every day with everything known, and in turn with what was known at one of the moments.
        turn += 1;
        const knownAt = moments[turn % moments.length];
        for (const at of [{ validAt }, { validAt, knownAt }])
          yield { document: 'responsibility', variables: { subjectId, dutyId, at } };
      }
  const nobody = [
    { subjectId: 'nobody', dutyId: DUTIES[0] },
    { subjectId: clusterIds[0], dutyId: 'nothing' },
  ];
  for (const variables of nobody) yield { document: 'responsibility', variables };
}

function* clusters({ clusterIds, moments }: Register): Generator<Question> {
  for (const id of clusterIds)
    for (const at of [{ validAt: '2025-07-01', knownAt: moments[1] }, { validAt: '2027-01-01' }])
      yield { document: 'cluster', variables: { id, at } };
}

function* clusterLists({ provinceIds, officeIds, unitIds, moments }: Register): Generator<Question> {
  const filters = [
    {},
    { name: 'phu thinh' },
    { name: 'Xuân Hòa' },
    ...STATUSES.map((status) => ({ status })),
    ...provinceIds.map((provinceId) => ({ provinceId })),
    ...officeIds.map((holderId) => ({ holderId })),
    ...unitIds.map((communeId) => ({ communeId })),
  ];
  const ats = [
    { validAt: '2025-06-30' },
    { validAt: '2025-07-01' },
    { validAt: '2027-01-01', knownAt: moments[1] },
  ];
  for (const filter of filters)
    for (const at of ats) yield { document: 'clusters', variables: { filter, at } };
}

function* units({ unitIds, provinceIds, moments }: Register): Generator<Question> {
  for (const id of unitIds) {
    for (const at of [undefined, { validAt: '2025-06-30' }, { validAt: '2027-01-02' }])
      yield { document: 'unit', variables: { id, ...(at === undefined ? {} : { at }) } };
    for (const [from, to] of [
      ['2025-06-30', '2027-01-02'],
      ['2027-01-02', '2025-06-30'],
    ])
      yield { document: 'correspondence', variables: { from, to, unitId: id } };
  }
  for (const id of ['15520', '20500'])
    for (const at of [undefined, { validAt: '2025-06-30' }, { validAt: '2025-07-01' }])
      yield { document: 'unit', variables: { id, ...(at === undefined ? {} : { at }) } };
  const ats = [
    { validAt: '2025-06-30' },
    { validAt: '2025-07-01' },
    { validAt: '2027-01-02' },
    { validAt: '2027-01-02', knownAt: moments[0] },
  ];
  const filters = [
    { level: 'PROVINCE' },
    { name: 'xuan hoa' },
    ...provinceIds.map((parentId) => ({ parentId })),
  ];
  for (const filter of filters) for (const at of ats) yield { document: 'units', variables: { filter, at } };
}

function* acts({ actIds }: Register): Generator<Question> {
  for (const id of actIds) yield { document: 'act', variables: { id } };
  for (const filter of [{}, { number: '139/2025/NĐ-CP' }, { issuer: 'lao cai' }, { inForceOn: '2027-12-01' }])
    yield { document: 'acts', variables: { filter } };
}

/** Types of which there are few; of the others the subjects, units and acts show some. */
const FEW = [
  'act.ended',
  'act.extended',
  'cluster.registered',
  'cluster.placed',
  'import.reconciled',
  'investor.appointed',
  'responsibility.corrected',
  'unit.alias-recorded',
];

function* auditTrails({ clusterIds, unitIds, actIds, moments }: Register): Generator<Question> {
  const filters = [
    ...FEW.map((type) => ({ types: [type] })),
    ...clusterIds.slice(0, 3).map((subjectId) => ({ subjectId, types: ['responsibility.corrected'] })),
    ...clusterIds.slice(1, 2).map((subjectId) => ({ subjectId })),
    ...unitIds.slice(-6).map((unitId) => ({ unitId })),
    ...actIds.slice(-2).map((actId) => ({ actId })),
    ...moments.slice(1).map((from, i) => ({ from, to: moments[i + 2] ?? '2027-01-01T00:00:00.000Z' })),
  ];
  for (const filter of filters) yield { document: 'auditTrail', variables: { filter } };
}
