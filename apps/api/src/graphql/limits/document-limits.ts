import {
  GraphQLError,
  Kind,
  Lexer,
  Source,
  TokenKind,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { MAX_PAGE } from '../paging.js';

/** What one document may ask for; every documented query and GraphiQL's introspection stay below. */
export const LIMITS = { depth: 12, aliases: 40, cost: 20_000, tokens: 2_000, bodyBytes: 262_144 } as const;

/** Rows that a list without `first` is taken to have. */
const PLAIN_LIST_ROWS = 3;
const LISTS = new Set([
  'responsibilities',
  'decidedBy',
  'candidates',
  'predecessors',
  'successors',
  'communes',
  'candidateCommunes',
  'subjects',
  'events',
]);
const CONNECTIONS = new Set(['units', 'acts', 'clusters', 'auditTrail']);

interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly cost: number;
}

/**
 * Refuses documents that are too deep, use too many aliases, or may return too much.
 * A page size in a variable counts as the largest page, because documents are checked once and kept.
 */
export const documentLimits: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const { depth, aliases, cost } = measure(operation.selectionSet, context, new Set());
    const report = (code: string, message: string, value: number, limit: number) => {
      const remedy = `Ask for less in one document; the limit is ${limit}.`;
      context.reportError(
        new GraphQLError(message, {
          nodes: operation,
          extensions: { code, field: 'query', value: String(value), remedy },
        }),
      );
    };
    if (depth > LIMITS.depth)
      report('QUERY_TOO_DEEP', 'The query is nested too deeply.', depth, LIMITS.depth);
    if (aliases > LIMITS.aliases)
      report('TOO_MANY_ALIASES', 'The query uses too many aliases.', aliases, LIMITS.aliases);
    if (cost > LIMITS.cost)
      report('QUERY_TOO_COSTLY', 'The query may return too many values.', cost, LIMITS.cost);
  },
});

/** True where a document has more tokens than allowed; told before it is parsed. Malformed text is left to the parser. */
export function hasTooManyTokens(query: string): boolean {
  const lexer = new Lexer(new Source(query));
  try {
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count += 1)
      if (count >= LIMITS.tokens) return true;
  } catch {
    return false;
  }
  return false;
}

const NOTHING: Measure = { depth: 0, aliases: 0, cost: 0 };

function measure(
  set: SelectionSetNode | undefined,
  context: ValidationContext,
  spread: ReadonlySet<string>,
): Measure {
  if (set === undefined) return NOTHING;
  return set.selections
    .map((selection): Measure => {
      switch (selection.kind) {
        case Kind.FIELD:
          return measureField(selection, context, spread);
        case Kind.INLINE_FRAGMENT:
          return measure(selection.selectionSet, context, spread);
        case Kind.FRAGMENT_SPREAD:
          return measureFragment(context.getFragment(selection.name.value), context, spread);
      }
    })
    .reduce(sum, NOTHING);
}

function measureField(field: FieldNode, context: ValidationContext, spread: ReadonlySet<string>): Measure {
  const name = field.name.value;
  // Introspection has a known size and its own nesting of types.
  if (name.startsWith('__')) return NOTHING;
  const below = measure(field.selectionSet, context, spread);
  return {
    depth: below.depth + 1,
    aliases: below.aliases + (field.alias === undefined ? 0 : 1),
    cost: 1 + below.cost * rowsOf(field),
  };
}

function measureFragment(
  fragment: FragmentDefinitionNode | null | undefined,
  context: ValidationContext,
  spread: ReadonlySet<string>,
): Measure {
  if (fragment == null || spread.has(fragment.name.value)) return NOTHING;
  return measure(fragment.selectionSet, context, new Set([...spread, fragment.name.value]));
}

function rowsOf(field: FieldNode): number {
  const first = field.arguments?.find((a) => a.name.value === 'first')?.value;
  if (first?.kind === Kind.INT) return Math.max(1, Math.min(Number(first.value), MAX_PAGE));
  if (first?.kind === Kind.VARIABLE) return MAX_PAGE;
  if (CONNECTIONS.has(field.name.value)) return 20;
  return LISTS.has(field.name.value) ? PLAIN_LIST_ROWS : 1;
}

function sum(a: Measure, b: Measure): Measure {
  return { depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases, cost: a.cost + b.cost };
}
