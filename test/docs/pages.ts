import type { Act, Duty, DutyGroup, DutyRule, InvestorAppointment, Placement } from '#domain';
import { loadActs, loadDuties, loadSample } from '#gazetteer';
import { page, table } from './markdown.js';
import { factSections } from './sample-facts.js';

/** Reference pages that are made from the data, by their file name. */
export function generatedPages(): Readonly<Record<string, string>> {
  return { 'duties.md': dutiesPage(), 'sample.md': samplePage() };
}

const GROUPS: Readonly<Record<DutyGroup, string>> = {
  A: 'The three groups of NĐ 32/2024 Đ.34, given to communes by NĐ 139/2025 Đ.6.',
  B: 'The 13 tasks of NĐ 139/2025 Đ.11.',
  C: 'The nine matters of NĐ 139/2025 Đ.12; items 1 to 8 are decision rules of the province, not transfers.',
  D: 'Duties whose holder did not change.',
  E: 'Duties that the reform created.',
  F: 'Industrial promotion (khuyến công); NĐ 139/2025 says nothing of it.',
};

function dutiesPage(): string {
  const acts = new Map(loadActs().map((act) => [act.actId, act]));
  const duties = loadDuties();
  const groups = Object.entries(GROUPS).map(([group, text]) => {
    const rows = duties.filter((d) => d.group === group).map((d) => dutyRow(d, acts));
    return `## Group ${group}: ${rows.length} duties\n\n${text}\n\n${table(['id', 'Vietnamese name', 'about', 'holder by law', 'note'], rows)}`;
  });
  const rows = [...acts.values()].map((a) => [
    a.number,
    a.issuer,
    a.issuedOn ?? 'not known',
    a.inForceFrom ?? '',
    a.lapsesOn ?? a.ended?.endsOn ?? '',
    a.provenance,
    a.source,
  ]);
  return page([
    '# Duties and acts',
    'This page is made from the data by `npm run docs:print`; do not edit it by hand.\nA period is from its first day up to and not including its last; where no start stands, the sources do not say since when.\nWhat is `INFERRED` or `UNVERIFIED` is never certain.',
    ...groups,
    `## Acts: ${rows.length}`,
    'An empty cell is not known.',
    table(['number', 'issuer', 'issued', 'in force from', 'no longer from', 'certainty', 'source'], rows),
  ]);
}

function dutyRow(duty: Duty, acts: ReadonlyMap<string, Act>): readonly string[] {
  const rules = duty.rules.map((rule) => ruleText(rule, acts)).join('<br>');
  return [
    `\`${duty.dutyId}\``,
    duty.name,
    duty.appliesTo,
    rules === '' ? 'no fixed tier' : rules,
    duty.note ?? '',
  ];
}

function ruleText(rule: DutyRule, acts: ReadonlyMap<string, Act>): string {
  const basis =
    rule.basisActId === undefined ? 'basis pending' : (acts.get(rule.basisActId)?.number ?? rule.basisActId);
  const article = rule.article === undefined ? '' : ` ${rule.article}`;
  return `${rule.from ?? ''} – ${rule.to ?? ''}: ${rule.holderLevel} (${basis}${article}; ${rule.provenance})`;
}

function samplePage(): string {
  const { clusters, investors } = loadSample();
  const numbers = new Map(loadActs().map((act) => [act.actId, act.number]));
  const rows = clusters.map((c) => [
    `\`${c.clusterId}\``,
    c.name,
    c.areaHa ?? '',
    c.status,
    c.since ?? '',
    c.placements.map(placementText).join('<br>'),
    investors
      .filter((a) => a.clusterId === c.clusterId)
      .map(investorText)
      .join('<br>'),
    c.documents.map((d) => `${numbers.get(d.actId)}: ${d.subject}`).join('<br>'),
  ]);
  const claims = clusters.flatMap((c) =>
    c.claims.map((claim) => [
      `\`${c.clusterId}\``,
      claim.field,
      claim.value,
      claim.asOf ?? '',
      claim.provenance,
    ]),
  );
  return page([
    '# The sample',
    'This page is made from the data by `npm run docs:print`; do not edit it by hand.\nEverything here is real, and recorded with what its sources state and nothing that they do not.\nA commune that is only inferred from a name, or remembered, is a note and determines nothing; the cluster is then placed in its district.',
    `## Clusters: ${rows.length}`,
    table(['id', 'name', 'ha', 'status', 'since', 'place', 'infrastructure investor', 'documents'], rows),
    '## What else the sources say',
    'Statements that contradict each other stand beside each other.',
    table(['cluster', 'field', 'value', 'as of', 'certainty'], claims),
    'The rest of the sample follows by kind; a field is named as in its event (`schema/events`).',
    ...factSections(),
  ]);
}

function placementText({ from, precision, unitIds, provenance }: Placement): string {
  return `${from === undefined ? '' : `from ${from}: `}${precision} ${unitIds.map((id) => `\`${id}\``).join(', ')} (${provenance})`;
}

function investorText({ kind, name, from }: InvestorAppointment): string {
  return `${kind}${name === undefined ? '' : ` ${name}`}${from === undefined ? '' : ` from ${from}`}`;
}
