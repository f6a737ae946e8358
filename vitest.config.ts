import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

const exclude = ['**/node_modules/**', '**/.next/**', '**/.tools/**', '**/.throughline/**', 'e2e/**'];

const engine = ['packages/core/{src,testing}/mapping/**/*.test.ts'];

const unit = {
  exclude: [...exclude, '**/*.integration.test.ts'],
  // By default one core stays idle.
  maxWorkers: '100%',
  // Only for what hangs: the machine may do much else beside.
  testTimeout: 240_000,
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          // Loading the same modules for each file took as long as the tests. These do no I/O, and must not leave anything
          // behind in a module.
          isolate: false,
          include: ['{apps,packages,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: [...unit.exclude, ...engine],
        },
      },
      {
        test: {
          ...unit,
          // These try what a process can be brought to: its stack, its memory, the flags and the code of its machine.
          name: 'unit: mapping engine',
          include: engine,
        },
      },
      {
        test: {
          name: 'integration',
          execArgv: ['--import', './apps/runtime/src/quick-start.ts'],
          // Most of the time these wait for databases and other programs, so that four files at once fill two cores.
          maxWorkers: 4,
          include: ['{apps,packages,scripts}/**/*.integration.test.ts'],
          exclude,
          globalSetup: ['packages/core/testing/db/test-setup.ts'],
          testTimeout: 240_000,
          // What is waited for comes when it comes: the machine may do much else beside.
          expect: { poll: { interval: 100, timeout: 200_000 } },
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'attack',
          include: ['attack/**/*.test.ts'],
          exclude,
          globalSetup: ['attack/support/product-setup.ts'],
          // All files attack one product: one at a time, so that each can count what it caused.
          fileParallelism: false,
          testTimeout: 120_000,
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
