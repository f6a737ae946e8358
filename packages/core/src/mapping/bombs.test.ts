import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { allBombs } from '../../testing/mapping/bombs/all-bombs.ts';
import { runBomb } from '../../testing/mapping/run-bomb.ts';

const graceMs = 200;

setFlagsFromString('--expose-gc');
/** What earlier bombs left behind is not for the next one to clear away. */
const collectGarbage = runInNewContext('gc') as () => void;

describe.each(['closures', 'generated'] as const)('by %s', (mode) => {
  afterEach(() => expect('polluted' in {}).toBe(false));

  describe.each(allBombs)('$name', ({ bombs, deadlineMs }) => {
    test.each(bombs)('$name', (bomb) => {
      const budgetMs = deadlineMs + graceMs;
      let { wrong, elapsedMs } = runBomb(bomb, { mode, deadlineMs });
      // Others share processor and memory: what is in time once can be in time, what never is cannot.
      for (let again = 0; again < 4 && elapsedMs >= budgetMs && wrong === undefined; again += 1) {
        collectGarbage();
        ({ wrong, elapsedMs } = runBomb(bomb, { mode, deadlineMs }));
      }
      expect(wrong).toBeUndefined();
      expect(elapsedMs).toBeLessThan(budgetMs);
    });
  });
});

test('all this holds in a process that cannot make code from text, and it generates code there', () => {
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
