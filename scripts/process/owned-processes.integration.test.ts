import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endOwned, findOwned } from './owned-processes.ts';
import { claimInstallation } from './starter-record.ts';
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

it('finds and ends the processes of one installation, and leaves another one alone', async () => {
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

it('kills a process that ignores signals', async () => {
  const pid = await startIn(ours, 'stopped');
  process.kill(pid, 'SIGSTOP');
  await endOwned(ours.folder, 200);
  expect(await findOwned(ours.folder)).toEqual([]);
});

it('ignores a record of a process that has ended, or whose id now belongs to another process', async () => {
  const file = join(ours.folder, 'starter.json');
  const claim = () => claimInstallation(ours.folder);
  const written = () => JSON.parse(readFileSync(file, 'utf8')) as { pid: number; startedAt: string };
  expect(await claim()).toBeUndefined();
  const own = written();
  const pid = await startIn(ours, 'other');
  for (const stale of [JSON.stringify({ ...own, pid }), 'half a rec', '']) {
    writeFileSync(file, stale);
    expect(await claim()).toBeUndefined();
    expect(written()).toEqual(own);
  }
});

it('gives the installation to one of several concurrent starts, whatever was left behind', async () => {
  writeFileSync(join(ours.folder, 'starter.json'), JSON.stringify({ pid: 1, startedAt: 'long ago' }));
  const claimer = fileURLToPath(new URL('testing/claimer.ts', import.meta.url));
  const names = Array.from({ length: 6 }, (_, index) => `claimer${index}`);
  for (const name of names) {
    await ours.start(process.execPath, [claimer], { FAKE_NAME: name, THROUGHLINE_OWNER: ours.folder });
  }
  const answers = () => ours.notes().filter((note) => /(?:claimed|refused)$/.test(note));
  await until(() => answers().length === names.length);
  expect(
    answers()
      .map((note) => note.split(' ').at(-1))
      .toSorted((one = '', other = '') => one.localeCompare(other)),
  ).toEqual(['claimed', ...Array<string>(5).fill('refused')]);
  await endOwned(ours.folder, 60_000);
});
