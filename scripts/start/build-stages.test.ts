import { expect, test } from 'vitest';
import { buildStages } from './build-stages.ts';

test('each stage of a build is one line, however its output arrives', () => {
  const chunks = [
    '   Creating an optimized produ',
    'ction build ...\n',
    '\u001b[32m✓\u001b[39m Compiled successfully in 41s\n   Collecting page data ...\n',
    '   Generating static pages (0/12)\n   Generating static pages (12/12)\n',
    '   Finalizing page optimization ...\nRoute (app)\n',
  ];
  const reached = chunks.map((_, index) => buildStages(chunks.slice(0, index + 1).join('')));
  expect(reached).toEqual([
    [],
    ['compiling …'],
    ['compiling …', 'compiled; collecting pages …'],
    ['compiling …', 'compiled; collecting pages …', 'preparing pages …'],
    ['compiling …', 'compiled; collecting pages …', 'preparing pages …', 'finishing …'],
  ]);
});
