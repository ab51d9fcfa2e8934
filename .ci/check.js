/** `npm run check`: what must hold besides the tests. Two at a time, for two cores; one that fails stops no other. */
import { spawn } from 'node:child_process';

/** Each row takes about as long as the other. */
const ROWS = [['lint'], ['typecheck', 'format:check', 'deps:check', 'schema:check']];

/** Runs a script of package.json; what it says is shown in one piece when it has ended. */
function passes(script) {
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.stdout.write(`${script}: ${code === 0 ? 'passed' : 'FAILED'}\n${said}`);
      resolve(code === 0);
    });
  });
}

async function passesRow(row) {
  let passed = true;
  for (const script of row) passed = (await passes(script)) && passed;
  return passed;
}

const rows = await Promise.all(ROWS.map(passesRow));
if (rows.includes(false)) process.exitCode = 1;
