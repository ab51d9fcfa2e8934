import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { removeDataDir, startService } from '../e2e/service.js';
import { auditorsQuestions } from './questions.js';

/** Writes the answers anew; whoever runs it reads the difference, which is what a user would see. */
const service = await startService();
try {
  for (const { name, document, golden } of auditorsQuestions()) {
    const answer = await service.query(document);
    if (answer.errors !== undefined) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
    writeFileSync(golden, await format(JSON.stringify(answer), { parser: 'json', printWidth: 110 }));
  }
} finally {
  await service.stop();
  removeDataDir(service.dataDir);
}
