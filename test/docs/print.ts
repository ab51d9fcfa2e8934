import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages } from './pages.js';

for (const [name, text] of Object.entries(generatedPages())) {
  writeFileSync(join(process.cwd(), 'docs/reference', name), text);
}
