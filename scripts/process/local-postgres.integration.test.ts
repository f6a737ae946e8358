import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commandOf, ProcessLab, until } from './testing/process-lab.ts';

vi.setConfig({ testTimeout: 240_000 });

let lab: ProcessLab;
beforeEach(() => {
  lab = new ProcessLab();
});
afterEach(() => lab.close());

const starter = fileURLToPath(new URL('testing/postgres-starter.ts', import.meta.url));
const start = () => lab.start(process.execPath, [starter]);

it('shuts PostgreSQL down cleanly with the process that started it, even after kill -9', async () => {
  const first = await start();
  await lab.untilSaid('everything is up');
  first.kill('SIGKILL');
  await lab.untilNobodyIsLeft();
  expect(existsSync(join(lab.folder, 'postgres/postmaster.pid'))).toBe(false);
});

it('leaves nothing behind when it is killed while creating the data folder, and then starts normally', async () => {
  const first = await start();
  await until(() => existsSync(join(lab.folder, 'postgres/PG_VERSION')));
  first.kill('SIGKILL');
  await lab.untilNobodyIsLeft();
  const second = await start();
  await lab.untilSaid('everything is up');
  second.kill('SIGKILL');
  await lab.untilNobodyIsLeft();
});

it('finds and ends a server whose guard was killed as well', async () => {
  await start();
  await lab.untilSaid('everything is up');
  const guards = (await lab.left()).filter((pid) => /^\/bin\/sh|postgres-starter/.test(commandOf(pid)));
  expect(guards).toHaveLength(3);
  // Stopped first: the death of one would otherwise tell another to end the server in good order.
  for (const signal of ['SIGSTOP', 'SIGKILL'] as const) for (const pid of guards) process.kill(pid, signal);
  expect(await lab.left()).not.toEqual([]);
  lab.output = '';
  const next = await start();
  await lab.untilSaid('everything is up');
  next.kill('SIGKILL');
  await lab.untilNobodyIsLeft();
});
