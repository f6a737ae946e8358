import type { ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProcessLab, signalGroup, until } from './testing/process-lab.ts';

/* Tests the real bootstrap and supervisor under a real npm, with fake programs in place of the product. */

// This limit only catches hangs: npm alone takes seconds on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const scripts = dirname(import.meta.dirname);
let lab: ProcessLab;

beforeEach(() => {
  lab = new ProcessLab();
  const at = (...parts: string[]): string => join(lab.folder, ...parts);
  mkdirSync(at('scripts'));
  cpSync(join(scripts, 'bootstrap.mjs'), at('scripts/bootstrap.mjs'));
  symlinkSync(join(scripts, 'process'), at('scripts/process'));
  const start = 'node scripts/bootstrap.mjs scripts/process/testing/fake-starter.ts';
  writeFileSync(at('package.json'), JSON.stringify({ name: 'lab', private: true, scripts: { start } }));
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.mjs']) writeFileSync(at(file), '');
  const pnpm = at('.tools/node_modules/.bin/pnpm');
  mkdirSync(dirname(pnpm), { recursive: true });
  const version = /pnpmVersion = '([^']+)'/.exec(readFileSync(at('scripts/bootstrap.mjs'), 'utf8'))?.[1];
  writeFileSync(at('.tools/stamp.json'), JSON.stringify({ pnpm: version }));
  writeFileSync(
    pnpm,
    '#!/bin/sh\necho "$* in ${NODE_ENV:-no} mode" > installed\nmkdir -p node_modules\ntouch node_modules/.modules.yaml\n',
  );
  chmodSync(pnpm, 0o755);
});
afterEach(() => lab.close());

interface Started {
  readonly npm: ChildProcess;
  readonly starter: number;
  readonly bootstrap: number;
}

async function start(): Promise<Started> {
  lab.openGate();
  const npm = await lab.start('npm', ['start']);
  await lab.untilSaid('everything is up');
  const [, starter, bootstrap] = /starter (\d+) under (\d+)/.exec(lab.output) ?? [];
  return { npm, starter: Number(starter), bootstrap: Number(bootstrap) };
}

const ways: readonly (readonly [name: string, end: (started: Started) => unknown])[] = [
  [
    'Ctrl-C, which the terminal gives to all of them and npm passes on',
    ({ npm, bootstrap }) => {
      signalGroup(npm, 'SIGINT');
      process.kill(bootstrap, 'SIGINT');
    },
  ],
  [
    'Ctrl-C of somebody impatient',
    async ({ npm }) => {
      signalGroup(npm, 'SIGINT');
      await until(() => lab.notes().length > 2);
      signalGroup(npm, 'SIGINT');
    },
  ],
  ['a SIGTERM of npm', ({ npm }) => npm.kill('SIGTERM')],
  ['a SIGTERM of all of them, as by timeout', ({ npm }) => signalGroup(npm, 'SIGTERM')],
  [
    'a SIGTERM of every process there is, as by a service manager',
    async ({ npm }) => {
      const programs = lab.pidsOf('first').concat(lab.pidsOf('second'));
      for (const pid of programs) process.kill(pid, 'SIGTERM');
      signalGroup(npm, 'SIGTERM');
    },
  ],
  ['a terminal that is closed', ({ npm }) => signalGroup(npm, 'SIGHUP')],
  ['a kill -9 of npm', ({ npm }) => npm.kill('SIGKILL')],
  ['a kill -9 of the bootstrap', ({ bootstrap }) => process.kill(bootstrap, 'SIGKILL')],
  ['a kill -9 of the starter', ({ starter }) => process.kill(starter, 'SIGKILL')],
  ['a kill -9 of npm, bootstrap and starter at once', ({ npm }) => signalGroup(npm, 'SIGKILL')],
];

describe('nothing is left behind, and every program drains, after', () => {
  it.each(ways)('%s', async (_name, end) => {
    const started = await start();
    await end(started);
    await lab.untilNobodyIsLeft();
    expect(lab.notes().toSorted()).toEqual(['first began', 'first drained', 'second began', 'second drained']);
  });
});

it('leaves nothing behind when it is interrupted while a program starts', async () => {
  const npm = await lab.start('npm', ['start']);
  await until(() => lab.pidsOf('first').length === 1);
  signalGroup(npm, 'SIGINT');
  await lab.untilNobodyIsLeft();
  expect(lab.notes()).toEqual(['first began', 'first drained']);
});

it('installs every package, whatever NODE_ENV says', async () => {
  lab.openGate();
  const npm = await lab.start('npm', ['start'], { NODE_ENV: 'production' });
  await lab.untilSaid('everything is up');
  signalGroup(npm, 'SIGINT');
  await lab.untilNobodyIsLeft();
  expect(readFileSync(join(lab.folder, 'installed'), 'utf8')).toBe(
    'install --frozen-lockfile --prod=false in no mode\n',
  );
});
