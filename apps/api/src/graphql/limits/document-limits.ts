import {
  GraphQLError,
  Kind,
  Lexer,
  Source,
  TokenKind,
  type ASTVisitor,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { MAX_PAGE } from '../paging.js';
import { rowsOf } from './rows.js';

/** What one document may ask for; every documented query and GraphiQL's introspection stay below. */
export const LIMITS = {
  depth: 12,
  aliases: 40,
  cost: 20_000,
  introspection: 150_000,
  tokens: 2_000,
  characters: 20_000,
  pageRows: MAX_PAGE,
  bodyBytes: 262_144,
} as const;

interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly cost: number;
  /** Cost of what is asked of the schema itself, whose size is known and whose types nest. */
  readonly introspection: number;
}

/**
 * Refuses documents that are too deep, use too many aliases, or may return too much.
 * A page size in a variable counts as the largest page, because documents are checked once and kept.
 */
export const documentLimits: ValidationRule = (context: ValidationContext): ASTVisitor => {
  const measurer = new Measurer(context);
  return {
    OperationDefinition(operation) {
      const found = measurer.measure(operation.selectionSet);
      const report = (code: string, message: string, value: number, limit: number) => {
        if (value <= limit) return;
        const remedy = `Ask for less in one document; the limit is ${limit}.`;
        context.reportError(
          new GraphQLError(message, {
            nodes: operation,
            extensions: { code, field: 'query', value: String(value), remedy },
          }),
        );
      };
      const costly = 'The query may return too many values.';
      report('QUERY_TOO_DEEP', 'The query is nested too deeply.', found.depth, LIMITS.depth);
      report('TOO_MANY_ALIASES', 'The query uses too many aliases.', found.aliases, LIMITS.aliases);
      report('QUERY_TOO_COSTLY', costly, found.cost, LIMITS.cost);
      report('QUERY_TOO_COSTLY', costly, found.introspection, LIMITS.introspection);
    },
  };
};

/** True where a document is longer than allowed; told before it is parsed. Malformed text is left to the parser. */
export function isTooLong(query: string): boolean {
  if (query.length > LIMITS.characters) return true;
  const lexer = new Lexer(new Source(query));
  try {
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count += 1)
      if (count >= LIMITS.tokens) return true;
  } catch {
    return false;
  }
  return false;
}

const NOTHING: Measure = { depth: 0, aliases: 0, cost: 0, introspection: 0 };

/** Measures the selections of one document. */
class Measurer {
  /** Each fragment is measured once: fragments that spread others twice would else take time without end. */
  readonly #fragments = new Map<string, Measure>();

  constructor(private readonly context: ValidationContext) {}

  measure(set: SelectionSetNode | undefined): Measure {
    return set === undefined ? NOTHING : set.selections.map((s) => this.#selection(s)).reduce(sum, NOTHING);
  }

  #selection(selection: SelectionNode): Measure {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#field(selection);
      case Kind.INLINE_FRAGMENT:
        return this.measure(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.#fragment(selection.name.value);
    }
  }

  #field(field: FieldNode): Measure {
    const name = field.name.value;
    const below = this.measure(field.selectionSet);
    const own = 1 + below.cost * rowsOf(field, this.context.getSchema());
    const aliases = below.aliases + (field.alias === undefined ? 0 : 1);
    // The parser of the schema's own fields limits their depth itself.
    if (name.startsWith('__')) return { depth: 0, aliases, cost: 1, introspection: own };
    return { depth: below.depth + 1, aliases, cost: own, introspection: below.introspection };
  }

  #fragment(name: string): Measure {
    const known = this.#fragments.get(name);
    if (known !== undefined) return known;
    // What spreads itself adds nothing; another rule refuses it.
    this.#fragments.set(name, NOTHING);
    const found = this.measure(this.context.getFragment(name)?.selectionSet);
    this.#fragments.set(name, found);
    return found;
  }
}

function sum(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    cost: a.cost + b.cost,
    introspection: a.introspection + b.introspection,
  };
}
