import {
  isLeafType,
  Kind,
  typeFromAST,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/**
 * Keeps documents from the compiler that it would read otherwise than the specification does:
 * it leaves out the defaults of input fields and of variables, and takes what is absent within an object for null.
 * A document that is given back counts as modified, and mercurius interprets it.
 */
export function interpretWhereCompilerDiffers(
  schema: GraphQLSchema,
  document: DocumentNode,
): { readonly document: DocumentNode } | undefined {
  return document.definitions.every((definition) => isReadAlike(schema, definition))
    ? undefined
    : { document };
}

/** True where every variable is required, has no default, and is one value that has no fields. */
function isReadAlike(schema: GraphQLSchema, definition: DefinitionNode): boolean {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return true;
  return (definition.variableDefinitions ?? []).every(({ type, defaultValue }) => {
    if (defaultValue !== undefined || type.kind !== Kind.NON_NULL_TYPE) return false;
    return type.type.kind === Kind.NAMED_TYPE && isLeafType(typeFromAST(schema, type.type));
  });
}
