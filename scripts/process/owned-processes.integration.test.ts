import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endOwned, findOwned } from './owned-processes.ts';
import { findStarter, recordStarter } from './starter-record.ts';
import { ProcessLab, until } from './testing/process-lab.ts';

let ours: ProcessLab;
let foreign: ProcessLab;
beforeEach(() => {
  ours = new ProcessLab();
  foreign = new ProcessLab();
});
afterEach(async () => {
  await ours.close();
  await foreign.close();
});

const fakeProgram = fileURLToPath(new URL('testing/fake-program.ts', import.meta.url));

async function startIn(lab: ProcessLab, name: string): Promise<number> {
  const child = await lab.start(process.execPath, [fakeProgram], { FAKE_NAME: name, THROUGHLINE_OWNER: lab.folder });
  await until(() => lab.pidsOf(name).length === 1);
  return child.pid ?? 0;
}

it('finds and ends what belongs to one installation, and leaves another one alone', async () => {
  const [first, second, stranger] = [await startIn(ours, 'a'), await startIn(ours, 'b'), await startIn(foreign, 'c')];
  expect(new Set(await findOwned(ours.folder))).toEqual(new Set([first, second]));
  await endOwned(ours.folder, 60_000);
  expect({
    ours: await findOwned(ours.folder),
    foreign: await findOwned(foreign.folder),
    drained: ours
      .notes()
      .filter((note) => note.endsWith('drained'))
      .toSorted(),
  }).toEqual({ ours: [], foreign: [stranger], drained: ['a drained', 'b drained'] });
});

it('kills what does not listen', async () => {
  const pid = await startIn(ours, 'stopped');
  process.kill(pid, 'SIGSTOP');
  await endOwned(ours.folder, 200);
  expect(await findOwned(ours.folder)).toEqual([]);
});

it('takes a record of a process that ended, or whose id another process has now, for no starter', async () => {
  const file = join(ours.folder, 'starter.json');
  await recordStarter(ours.folder);
  const { startedAt } = JSON.parse(readFileSync(file, 'utf8')) as { startedAt: string };
  const pid = await startIn(ours, 'other');
  writeFileSync(file, JSON.stringify({ pid, startedAt }));
  expect(await findStarter(ours.folder)).toBeUndefined();
  await endOwned(ours.folder, 60_000);
  expect(await findStarter(ours.folder)).toBeUndefined();
  writeFileSync(file, 'half a rec');
  expect(await findStarter(ours.folder)).toBeUndefined();
});
