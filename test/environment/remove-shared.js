import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the tests of this run shared goes when they are done; test/e2e/imported.ts makes it. */
export default function removeShared() {
  const shared = join(tmpdir(), `ban-giao-imported-${process.env.BANGIAO_TEST_RUN}`);
  for (const folder of [shared, `${shared}.making`]) rmSync(folder, { recursive: true, force: true });
}
