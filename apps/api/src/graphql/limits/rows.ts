import { isObjectType, Kind, type ArgumentNode, type FieldNode, type GraphQLSchema } from 'graphql';
import { DEFAULT_PAGE, MAX_PAGE } from '../paging.js';

/** Rows that a list without `first` is taken to have: what the national data holds on average, rounded up. */
const ROWS: ReadonlyMap<string, number> = new Map([
  // Clusters and who is responsible for them: about 26 duties are assigned over each.
  ['responsibilities', 26],
  ['holders', 2],
  ['decidedBy', 2],
  ['candidates', 4],
  ['communes', 2],
  // Its recorded place, unit by unit, with the steps from each.
  ['placeFollowsFrom', 2],
  ['successions', 4],
  ['candidateCommunes', 4],
  ['infrastructureInvestors', 2],
  ['documents', 3],
  ['claims', 3],
  ['subjects', 10],
  // What a correction changed, and the events behind a change.
  ['changes', 2],
  ['changedBy', 2],
  ['underWrongHolder', 5],
  // A matter: its steps, where it lies, who may decide on it.
  ['steps', 4],
  ['places', 2],
  ['coordinators', 1],
  // Units: a commune of 2025 came out of three, a district went into five.
  ['predecessors', 4],
  ['successors', 4],
  ['correspondence', 5],
  // What provinces decided, old documents and reports.
  ['decisionRules', 22],
  ['amendableBy', 1],
  ['recipients', 3],
  ['managedBy', 3],
  ['offices', 1],
  ['submissions', 1],
  // Handovers: a list of things, two or three parties.
  ['items', 20],
  ['signatures', 3],
  ['discrepancies', 2],
  ['proposals', 1],
  ['attachments', 3],
  ['waitsFor', 2],
  ['states', 5],
  // The catalogue.
  ['duties', 80],
  ['rules', 2],
  // Counts: as many rows as provinces, and points as months of a year.
  ['progress', 34],
  ['progressSeries', 12],
  ['rows', 34],
  // Introspection.
  ['types', 80],
  ['fields', 8],
  ['inputFields', 6],
  ['enumValues', 6],
  ['args', 2],
  ['directives', 8],
  ['possibleTypes', 2],
]);

const paged = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** Names of the lists that come in pages: those that take `first`. */
function pagedIn(schema: GraphQLSchema): ReadonlySet<string> {
  const known = paged.get(schema);
  if (known !== undefined) return known;
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()));
  const names = new Set(
    fields.filter(({ args }) => args.some(({ name }) => name === 'first')).map(({ name }) => name),
  );
  paged.set(schema, names);
  return names;
}

/** How many rows a field may return, as far as its document tells. */
export function rowsOf(field: FieldNode, schema: GraphQLSchema): number {
  const name = field.name.value;
  const first = argument(field, 'first');
  if (first?.kind === Kind.INT) return Math.max(1, Math.min(Number(first.value), MAX_PAGE));
  if (first?.kind === Kind.VARIABLE) return MAX_PAGE;
  if (pagedIn(schema).has(name)) return DEFAULT_PAGE;
  const dutyIds = argument(field, 'dutyIds');
  if (dutyIds?.kind === Kind.LIST) return Math.max(1, dutyIds.values.length);
  return ROWS.get(name) ?? 1;
}

function argument(field: FieldNode, name: string): ArgumentNode['value'] | undefined {
  return field.arguments?.find((a) => a.name.value === name)?.value;
}
