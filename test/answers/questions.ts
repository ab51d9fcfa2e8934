import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const QUESTIONS = 'test/answers/questions';
const GOLDEN = 'test/answers/golden';

/** One of the ten questions of an auditor, each a GraphQL document. */
export interface AuditorsQuestion {
  readonly name: string;
  readonly document: string;
  /** File of the answer that the sample gives. */
  readonly golden: string;
}

/** The ten questions, in their order. */
export function auditorsQuestions(): readonly AuditorsQuestion[] {
  return readdirSync(QUESTIONS)
    .sort()
    .map((file) => ({
      name: file.replace(/[.]graphql$/, ''),
      document: readFileSync(join(QUESTIONS, file), 'utf8'),
      golden: join(GOLDEN, file.replace(/[.]graphql$/, '.json')),
    }));
}
