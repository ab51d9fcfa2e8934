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

/** Of these the sample alone shows little: they are asked once a mistake and its correction are recorded. */
const OF_A_CORRECTION = ['04-history-as-known', '09-corrections'];

/** The questions that are asked of the sample as it is, and those that are asked after the correction. */
export function questionsByRegister(): {
  readonly ofSample: readonly AuditorsQuestion[];
  readonly ofCorrected: readonly AuditorsQuestion[];
} {
  const isOfCorrection = ({ name }: AuditorsQuestion) => OF_A_CORRECTION.includes(name);
  const all = auditorsQuestions();
  return { ofSample: all.filter((q) => !isOfCorrection(q)), ofCorrected: all.filter(isOfCorrection) };
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
