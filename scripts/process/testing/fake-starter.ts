/** A starter for tests: two fake programs under a supervisor, set up like those of `npm start`. */
import { fileURLToPath } from 'node:url';
import { runUntilStopped } from '../run-until-stopped.ts';
import { type Program, Supervisor } from '../supervisor.ts';

const folder = process.env['FAKE_DIR'] ?? '';
const ports = (process.env['FAKE_PORTS'] ?? '').split(',');
const supervisor = new Supervisor({ owner: folder, logDir: folder, say: (text) => console.log(text) });

const program = (name: string, port = ''): Program => ({
  name,
  args: [fileURLToPath(new URL('fake-program.ts', import.meta.url))],
  cwd: folder,
  env: { FAKE_NAME: name, FAKE_PORT: port },
  readyUrl: `http://127.0.0.1:${port}`,
});

await runUntilStopped({
  start: async () => {
    console.log(`starter ${process.pid} under ${process.ppid}`);
    await supervisor.run(program('first', ports[0]));
    await supervisor.run(program('second', ports[1]));
    console.log('everything is up');
  },
  stop: () => supervisor.stop(),
});
