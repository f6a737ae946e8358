import { measureWork } from '../../testing/mapping/measure-work.ts';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { allBombs } from '../../testing/mapping/bombs/all-bombs.ts';
import { runBomb, type BombReport } from '../../testing/mapping/run-bomb.ts';

/**
 * The most that one step may cost, in blocks of JavaScript that are entered and in characters and items that are
 * visited.
 */
const blocksPerStep = 100;
const unitsPerStep = 32;

const maxResultSize = 100_000;

describe.each(['closures', 'generated'] as const)('by %s', (mode) => {
  afterEach(() => expect('polluted' in {}).toBe(false));

  describe.each(allBombs)('$name', ({ bombs, maxTicks }) => {
    test.each(bombs)('$name', (bomb) => {
      bomb.input?.();
      const reports: BombReport[] = [];
      const work = measureWork(() => {
        reports.push(runBomb(bomb, { mode, maxTicks, maxResultSize, deadlineMs: Infinity }));
      });
      expect(reports.map(({ wrong }) => wrong)).toEqual([undefined]);
      // Parsing the text and copying the result have limits of their own.
      const steps = maxTicks + maxResultSize + bomb.text.length;
      expect(work.blocks).toBeLessThan(blocksPerStep * steps);
      expect(work.units).toBeLessThan(unitsPerStep * steps);
    });
  });
});

test('all this also holds in a process where code cannot be made from text, and code is still generated there', () => {
  const script = fileURLToPath(new URL('../../testing/mapping/bombs-main.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', script], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toEqual([
    {
      count: expect.any(Number) as number,
      canMakeCode: false,
      mode: 'generated',
      result: { total: 6 },
      polluted: false,
    },
  ]);
}, 120_000);
