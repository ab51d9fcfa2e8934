/** A question to the public schema: the name of its document and its variables, both clocks among them. */
export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
