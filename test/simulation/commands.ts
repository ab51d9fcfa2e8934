import {
  CorrectReassignmentCommand,
  CorrectReassignmentHandler,
  EndActCommand,
  EndActHandler,
  ExtendActCommand,
  ExtendActHandler,
  NameLeadCommand,
  NameLeadHandler,
  PlaceClusterCommand,
  PlaceClusterHandler,
  ReassignCommand,
  ReassignHandler,
  RegisterActCommand,
  RegisterActHandler,
  RegisterClusterCommand,
  RegisterClusterHandler,
  type CommandContext,
  type CommandOutcome,
  type CommandPorts,
  type ReadModel,
} from '#application';
import type { LocalDate } from '#domain';
import { day, DUTIES, REFORM } from '../../libs/domain/src/testing/index.js';
import type { Seeded } from '../random/seeded.js';
import { SAMPLES, type Sample } from './samples.js';

/** A command that a caller has decided to give; however often it is sent, it is the same. */
export interface Wish {
  readonly kind: string;
  /** The revision of its subject that the caller saw. */
  readonly expectedRevision?: number;
  send(context: CommandContext, ports: CommandPorts): Promise<CommandOutcome>;
}

const KINDS = { act: 3, end: 2, extend: 1, cluster: 4, reassign: 6, correct: 5, place: 2, lead: 1 } as const;
const DAYS = ['2025-03-01', REFORM, '2025-08-01', '2025-12-01', '2026-03-06', '2026-09-01', '2027-03-01'];
const REASON = 'Simulated.';
const STATED = { provenance: 'STATED', source: 'simulation' } as const;
/** Few, so that callers get in each other's way. */
const ACT_NUMBERS = 12;
const TWINS = 2;

/** What a caller wants next, by what he sees of the register. */
export function nextWish(random: Seeded, model: ReadModel): Wish {
  const see = new Sight(random, model);
  const kind = random.weighed(KINDS);
  switch (kind) {
    case 'act':
      return registerAct(see);
    case 'end':
    case 'extend':
      return kind === 'end' ? endAct(see) : extendAct(see);
    case 'cluster':
      return registerCluster(see);
    case 'reassign':
      return reassign(see);
    case 'correct':
      return correct(see);
    case 'place':
      return place(see);
    case 'lead':
      return nameLead(see);
  }
}

/** What a caller sees, and what he picks of it. */
class Sight {
  readonly seq: number;

  constructor(
    readonly random: Seeded,
    readonly model: ReadModel,
  ) {
    this.seq = model.status().seq;
  }

  day(): LocalDate {
    return day(this.random.pick(DAYS) ?? REFORM);
  }

  act() {
    const { rows } = this.model.acts({}, this.seq, { first: 50 });
    return this.random.pick(rows)?.row ?? { actId: 'unknown', revision: 0, endsOn: undefined };
  }

  sample(): Sample {
    return this.random.pick(SAMPLES);
  }

  /** A cluster that there is, mostly. */
  cluster(of?: Sample) {
    const { rows } = this.model.clusters({}, { validAt: day(REFORM), knownSeq: this.seq }, { first: 50 });
    const found = this.random.pick(
      rows.map(({ row }) => row).filter(({ id }) => of === undefined || id.startsWith(of.id)),
    );
    const id = found?.id ?? 'unknown-0';
    const sample = SAMPLES.find((s) => id.startsWith(s.id)) ?? SAMPLES[0];
    return { id, sample, revision: found?.revision ?? 0 };
  }

  duty(): string {
    return this.random.pick(DUTIES)?.dutyId ?? 'unknown';
  }

  /** Some offices around a cluster. */
  holders({ offices }: Sample) {
    const one = this.random.pick(offices);
    const other = this.random.pick(offices);
    if (one === other || this.random.chance(0.6)) return [{ officeId: one, lead: false }];
    return [
      { officeId: one, lead: true },
      { officeId: other, lead: false },
    ];
  }
}

function registerAct(see: Sight): Wish {
  const lapsesOn = see.random.chance(0.3) ? { lapsesOn: day('2026-12-01') } : {};
  const input = {
    kind: 'PROVINCIAL_DECISION',
    number: `${see.random.below(ACT_NUMBERS)}/QĐ-UBND`,
    issuer: 'UBND tỉnh Thanh Hóa',
    issuedOn: day('2025-01-10'),
    inForceFrom: day('2025-02-01'),
    ...lapsesOn,
    ...STATED,
  } as const;
  return {
    kind: 'register act',
    send: (context, ports) => new RegisterActHandler(ports).execute(new RegisterActCommand(input, context)),
  };
}

function endAct(see: Sight): Wish {
  const { actId, revision: expectedRevision } = see.act();
  const input = { actId, endsOn: see.day(), manner: 'REPEALED', reason: REASON, expectedRevision } as const;
  return {
    kind: 'end act',
    expectedRevision,
    send: (context, ports) => new EndActHandler(ports).execute(new EndActCommand(input, context)),
  };
}

function extendAct(see: Sight): Wish {
  const { actId, revision: expectedRevision } = see.act();
  const lapsesOn = see.random.chance(0.5) ? { lapsesOn: day('2028-01-01') } : {};
  const input = { actId, ...lapsesOn, byActId: 'nd-32', reason: REASON, expectedRevision };
  return {
    kind: 'extend act',
    expectedRevision,
    send: (context, ports) => new ExtendActHandler(ports).execute(new ExtendActCommand(input, context)),
  };
}

function registerCluster(see: Sight): Wish {
  const { id, investor, ...said } = see.sample();
  const twin = see.random.below(TWINS);
  const input = {
    clusterId: `${id}-${twin}`,
    name: `${id} ${twin}`,
    status: 'OPERATING',
    documents: [],
    claims: [],
    since: said.since,
    placements: said.placements,
    ...(investor === undefined ? {} : { investor }),
    ...STATED,
  } as const;
  return {
    kind: 'register cluster',
    send: (context, ports) =>
      new RegisterClusterHandler(ports).execute(new RegisterClusterCommand(input, context)),
  };
}

function reassign(see: Sight): Wish {
  const { id, sample, revision: expectedRevision } = see.cluster();
  const from = see.day();
  const to = see.random.chance(0.6) ? { to: see.day() } : {};
  const input = {
    subjectId: id,
    dutyId: see.duty(),
    holders: see.holders(sample),
    from,
    ...to,
    actId: see.act().actId,
    reason: REASON,
    expectedRevision,
  };
  return {
    kind: 'reassign',
    expectedRevision,
    send: (context, ports) => new ReassignHandler(ports).execute(new ReassignCommand(input, context)),
  };
}

function correct(see: Sight): Wish {
  const { id, sample, revision: expectedRevision } = see.cluster();
  const wrong = see.random.pick(see.model.assignments(id, undefined, see.seq));
  const input = {
    eventId: wrong?.eventId ?? 'unknown',
    holders: see.holders(sample),
    ...(see.random.chance(0.5) ? {} : { from: see.day() }),
    actId: see.act().actId,
    reason: REASON,
    expectedRevision,
  };
  return {
    kind: 'correct',
    expectedRevision,
    send: (context, ports) =>
      new CorrectReassignmentHandler(ports).execute(new CorrectReassignmentCommand(input, context)),
  };
}

function place(see: Sight): Wish {
  const open = see.random.pick(SAMPLES.filter(({ communes }) => communes.length > 1));
  const { id, sample, revision: expectedRevision } = see.cluster(open);
  const communeIds = see.random.chance(0.7) ? sample.communes.slice(0, 1) : sample.communes;
  const input = {
    clusterId: id,
    communeIds,
    from: day(REFORM),
    evidence: 'Biên bản bàn giao',
    actId: 'nd-139',
    reason: REASON,
    expectedRevision,
  };
  return {
    kind: 'place cluster',
    expectedRevision,
    send: (context, ports) => new PlaceClusterHandler(ports).execute(new PlaceClusterCommand(input, context)),
  };
}

function nameLead(see: Sight): Wish {
  const { id, sample, revision: expectedRevision } = see.cluster();
  const input = {
    clusterId: id,
    leadOfficeId: `UBND_XA:${sample.communes[0] ?? ''}`,
    from: day('2026-03-06'),
    actId: 'qd-16-2026',
    reason: REASON,
    expectedRevision,
  };
  return {
    kind: 'name lead',
    expectedRevision,
    send: (context, ports) => new NameLeadHandler(ports).execute(new NameLeadCommand(input, context)),
  };
}
