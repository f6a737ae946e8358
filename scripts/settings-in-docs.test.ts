import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = dirname(import.meta.dirname);
const setting = /\b(?:THROUGHLINE_[A-Z_]*[A-Z]|DATABASE_URL|OTEL_[A-Z_]*[A-Z])\b/g;

/** What one program of ours gives another, or a test gives a program. Nobody else sets these. */
const internal = new Set([
  'THROUGHLINE_CRASH_FILE',
  'THROUGHLINE_DEMO',
  'THROUGHLINE_ENDED_WORKER_IDS',
  'THROUGHLINE_LIFELINE',
  'THROUGHLINE_OWNER',
  'THROUGHLINE_PNPM',
  'THROUGHLINE_SANDBOX_URLS',
  'THROUGHLINE_WORKER_ID',
]);

const namesIn = (text: string): string[] => [...text.matchAll(setting)].map(([name]) => name);
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();

const inCode = (): string[] => {
  const files = globSync('{scripts,{apps,packages}/*/src}/**/*.{ts,tsx,mjs}', { cwd: root });
  const shipped = files.filter((file) => !/\.test\.tsx?$/.test(file));
  const names = shipped.flatMap((file) => namesIn(readFileSync(join(root, file), 'utf8')));
  return sorted(names.filter((name) => !internal.has(name)));
};

/** The names in the first column of a table. */
const inTables = (): string[] => {
  const operate = readFileSync(join(root, 'docs/operate.md'), 'utf8');
  return sorted(operate.split('\n').flatMap((line) => (line.startsWith('|') ? namesIn(line.split('|')[1] ?? '') : [])));
};

it('docs/operate.md lists every setting that the code reads, and no other', () => {
  expect(inTables()).toEqual(inCode());
});
