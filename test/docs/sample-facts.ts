import type { DomainEvent, EventType } from '#domain';
import { loadSampleFacts } from '#gazetteer';
import { table } from './markdown.js';

/** How a kind of fact is called on the page; a kind without a name here is refused. */
const KINDS: Readonly<Partial<Record<EventType, string>>> = {
  'cluster.advanced': 'Steps of clusters',
  'cluster.phases-recorded': 'Phases of clusters',
  'enterprise.registered': 'Enterprises',
  'investor.advanced': 'Steps of investors',
  'investor.ended': 'Ends of appointments',
  'project.registered': 'Secondary projects',
  'scheme.registered': 'Industrial-promotion schemes',
  'organisation.registered': 'Organisations',
  'organisation.succeeded': 'Organisations that went into others',
  'matter.recorded': 'Matters in flight',
  'rule.decided': 'Rules of provinces',
  'document.issuer-identified': 'Issuers of documents',
  'claim.recorded': 'Figures and statements by themselves',
  'holiday.declared': 'Calendar',
};

interface Fact {
  readonly about: string;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every fact of the sample beside the registered clusters, by kind: what it says, how certain, and where it was read. */
export function factSections(): readonly string[] {
  const facts = loadSampleFacts().flatMap(({ stream, events }) =>
    events.map(({ type, data }: DomainEvent): Fact => ({
      about: subjectOf(stream),
      type,
      data: { ...data },
    })),
  );
  const unnamed = facts.find(({ type }) => KINDS[type] === undefined);
  if (unnamed !== undefined) throw new TypeError(`Facts of kind ${unnamed.type} have no name on the page.`);
  return Object.entries(KINDS).map(([kind, name]) => {
    const rows = facts.filter(({ type }) => type === kind).map(rowOf);
    return `## ${name}: ${rows.length}\n\n${table(['about', 'what is said', 'certainty', 'source'], rows)}`;
  });
}

/** The id that a stream is named by: what stands after its kind. */
function subjectOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}

function rowOf({ about, data: { provenance, source, ...data } }: Fact): readonly string[] {
  const said = Object.entries(data)
    .filter(([, value]) => value !== about)
    .map(([field, value]) => `${field}: ${textOf(value)}`);
  return [`\`${about}\``, said.join('<br>'), textOf(provenance), textOf(source)];
}

/** A value of a fact in words; a list with semicolons, what has parts of its own with their names. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([field, part]) => `${field} ${textOf(part)}`)
    .join(', ');
}
