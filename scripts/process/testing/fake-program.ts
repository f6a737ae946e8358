/**
 * A program for tests of supervisors. In FAKE_DIR it records each process that began and each that drained. It answers
 * on FAKE_PORT once the file `gate` exists, and takes a moment to drain.
 */
import { appendFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const folder = process.env['FAKE_DIR'] ?? '';
const name = process.env['FAKE_NAME'] ?? '';
const note = (what: string): void => appendFileSync(join(folder, 'notes'), `${name} ${what} ${process.pid}\n`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => {
      note('drained');
      process.exit(0);
    }, 200);
  });
}

// Who reads this may signal at once, so the handlers stand before it.
note('began');
console.log(`${name} says hello`);
if (process.env['FAKE_EXIT'] !== undefined) process.exit(Number(process.env['FAKE_EXIT']));

const server = createServer((_request, response) => {
  response.end();
});
const opening = setInterval(() => {
  if (!existsSync(join(folder, 'gate'))) return;
  clearInterval(opening);
  server.listen(Number(process.env['FAKE_PORT']), '127.0.0.1');
}, 20);
