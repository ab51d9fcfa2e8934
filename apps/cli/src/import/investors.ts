import { isDeepStrictEqual } from 'node:util';
import {
  appointmentOfParty,
  derivedCommandId,
  passInvestorDuties,
  type AppointInvestorInput,
  type MemberInput,
} from '#application';
import {
  BanGiaoError,
  decideAppointInvestor,
  decideEndInvestor,
  evolveInvestors,
  INVESTOR_KINDS,
  INVESTOR_OUTCOMES,
  PROVENANCES,
  streamOf,
  type AppointInvestor,
  type Decision,
  type DomainEvent,
  type InvestorOutcome,
  type InvestorRecord,
  type LocalDate,
} from '#domain';
import { planFacts, type FactImport } from './facts.js';
import { DAY, PROVENANCE, TEXT } from './line-schema.js';
import { IMPORTER, type ImportPlan, type Planning, type Run } from './plan.js';
import { optionalFields, type RowReader } from './row-reader.js';

/** An appointment by decision, with the one that it follows where it does. */
export interface InvestorRow extends Omit<AppointInvestorInput, 'expectedRevision' | 'appointmentId'> {
  readonly appointmentId: string;
  /** The appointment that ends on the same day. */
  readonly replaces?: string;
  /** How it ends; REPLACED where absent. */
  readonly outcome?: InvestorOutcome;
}

const COLUMNS = [
  'cluster_id',
  'appointment_id',
  'phase_id',
  'kind',
  'enterprise_id',
  'name',
  'unit_id',
  'members',
  'from',
  'act_id',
  'replaces',
  'outcome',
  'reason',
  'provenance',
  'source',
] as const;

/** Appointments of investors by decision, one a row; the investor's duties pass by each. */
export const INVESTOR_IMPORT = {
  what: 'investors',
  columns: COLUMNS,
  plan: planInvestors,
} as const;

/** Plans the appointments; the duties of rows that are recorded already pass too, if an import was stopped before. */
export async function planInvestors(path: string, planning: Planning): Promise<ImportPlan> {
  const rows: InvestorRow[] = [];
  const plan = await planFacts(importOf(planning, rows), path, planning);
  return {
    ...plan,
    write: async (run) => (await plan.write(run)) && (await passAll(rows, run)),
  };
}

function importOf(
  planning: Planning,
  seen: InvestorRow[],
): FactImport<InvestorRow, InvestorRecord | undefined> {
  return {
    what: 'investors',
    columns: COLUMNS,
    fromCsv: rowOf,
    schema: SCHEMA,
    columnOf: {
      investor: 'kind',
      successor: 'kind',
      effectiveOn: 'from',
      'successor.from': 'from',
      appointmentId: 'appointment_id',
    },
    subjectOf: ({ clusterId }) => clusterId,
    streamOf: streamOf.investor,
    stateOf: (id, { ports, register }) => ports.readModel.appointments.record(id, register.knownSeq),
    isRecorded: (row, record) => {
      seen.push(row);
      const entry = record?.entries.find((e) => e.appointmentId === row.appointmentId);
      return isDeepStrictEqual(entry?.appointment, appointmentOf(row, planning));
    },
    decide: (row, record) => decideRow(row, record, planning),
    // None of them is written yet, and none corrects another.
    evolve: (record, event) => evolveInvestors(record, { ...event, eventId: '' }),
  };
}

function appointmentOf(row: InvestorRow, { ports, register }: Planning): AppointInvestor {
  const { investor, replaces: _, outcome: _outcome, reason: _reason, ...terms } = row;
  return appointmentOfParty(investor, terms, register, ports.readModel);
}

function decideRow(
  row: InvestorRow,
  record: InvestorRecord | undefined,
  planning: Planning,
): Decision<DomainEvent> {
  const successor = appointmentOf(row, planning);
  const { replaces, outcome = 'REPLACED', clusterId, from, actId, reason, provenance, source } = row;
  if (replaces === undefined) return decideAppointInvestor(successor, record, planning.register);
  const end = {
    appointmentId: replaces,
    clusterId,
    effectiveOn: from,
    outcome,
    actId,
    reason,
    provenance,
    source,
  };
  return decideEndInvestor({ ...end, successor }, record, planning.register);
}

/** After all appointments: what each decision has left of the duties with those before. */
async function passAll(rows: readonly InvestorRow[], { ports, signal }: Run): Promise<boolean> {
  for (const { clusterId, appointmentId, from, actId, reason } of rows) {
    if (signal.aborted) return false;
    const commandId = derivedCommandId('import-investors', clusterId, appointmentId);
    const context = { actor: IMPORTER, commandId, correlationId: commandId };
    const passed = await passInvestorDuties(clusterId, { from, actId, reason, restsOn: [] }, context, ports);
    if (passed?.ok !== false) continue;
    const { code, message, field, value, remedy } = passed.refusal;
    throw new BanGiaoError(code, `Cluster ${clusterId}: ${message}`, { field, value, remedy });
  }
  return true;
}

function rowOf(row: RowReader): InvestorRow {
  const from = row.day('from');
  // An empty cell is a problem of the row, which is then not taken.
  if (from === undefined) row.text('from');
  const outcome = row.optional('outcome');
  return {
    clusterId: row.text('cluster_id'),
    appointmentId: row.text('appointment_id'),
    investor: {
      kind: row.oneOf('kind', INVESTOR_KINDS),
      ...optionalFields({
        enterpriseId: row.optional('enterprise_id'),
        name: row.optional('name'),
        unitId: row.optional('unit_id'),
        members: membersOf(row.optional('members')),
      }),
    },
    from: from ?? ('' as LocalDate),
    actId: row.text('act_id'),
    reason: row.text('reason'),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({ phaseId: row.optional('phase_id'), replaces: row.optional('replaces') }),
    ...(outcome === undefined ? {} : { outcome: row.oneOf('outcome', INVESTOR_OUTCOMES) }),
  };
}

/** `cong-ty-a=5;cong-ty-b=95`; the share may be left out. */
function membersOf(cell: string | undefined): readonly MemberInput[] | undefined {
  return cell?.split(';').map((part) => {
    const [enterpriseId = '', sharePercent] = part.split('=').map((text) => text.trim());
    return sharePercent === undefined ? { enterpriseId } : { enterpriseId, sharePercent };
  });
}

const closed = (required: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const PARTY = closed(['kind'], {
  kind: { type: 'string', enum: INVESTOR_KINDS },
  enterpriseId: TEXT,
  name: TEXT,
  unitId: TEXT,
  members: { type: 'array', items: closed(['enterpriseId'], { enterpriseId: TEXT, sharePercent: TEXT }) },
});
const SCHEMA = closed(
  ['clusterId', 'appointmentId', 'investor', 'from', 'actId', 'reason', 'provenance', 'source'],
  {
    clusterId: TEXT,
    appointmentId: TEXT,
    phaseId: TEXT,
    investor: PARTY,
    from: DAY,
    actId: TEXT,
    replaces: TEXT,
    outcome: { type: 'string', enum: INVESTOR_OUTCOMES },
    reason: TEXT,
    provenance: PROVENANCE,
    source: TEXT,
  },
);
