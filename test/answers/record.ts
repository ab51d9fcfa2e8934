import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { removeDataDir, startService } from '../e2e/service.js';
import { recordCorrection } from './correction.js';
import { questionsByRegister, type AuditorsQuestion } from './questions.js';

/** Writes the answers anew; whoever runs it reads the difference, which is what a user would see. */
const service = await startService();
try {
  const { ofSample, ofCorrected } = questionsByRegister();
  await record(ofSample);
  await record(ofCorrected, await recordCorrection(service));
} finally {
  await service.stop();
  removeDataDir(service.dataDir);
}

async function record(
  questions: readonly AuditorsQuestion[],
  variables?: Record<string, unknown>,
): Promise<void> {
  for (const { name, document, golden } of questions) {
    const answer = await service.query(document, variables);
    if (answer.errors !== undefined) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
    writeFileSync(golden, await format(JSON.stringify(answer), { parser: 'json', printWidth: 110 }));
  }
}
