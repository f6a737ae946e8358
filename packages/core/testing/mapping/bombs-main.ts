/**
 * Runs the bombs in a process that cannot make code from text, in both modes. Prints one JSON line per bomb that goes
 * wrong.
 */
import { compileMapping } from '../../src/mapping/compile-mapping.ts';
import { allBombs } from './bombs/all-bombs.ts';
import { runBomb } from './run-bomb.ts';

const modes = ['closures', 'generated'] as const;
const groups = new Set(['regular expressions', 'calls without end', 'escapes']);
let count = 0;

for (const mode of modes) {
  for (const { name: group, bombs, maxTicks } of allBombs) {
    if (!groups.has(group)) continue;
    for (const bomb of bombs) {
      const report = runBomb(bomb, { mode, maxTicks, deadlineMs: Infinity });
      count += 1;
      if (report.wrong !== undefined) console.log(JSON.stringify({ mode, group, ...report }));
    }
  }
}

const mapping = compileMapping('{ "total": $sum(lines.(price * qty)) }', { mode: 'generated' });
console.log(
  JSON.stringify({
    count,
    canMakeCode: canMakeCode(),
    mode: mapping.mode,
    result: mapping.evaluate({ lines: [{ price: 2, qty: 3 }] }),
    polluted: 'polluted' in {},
  }),
);

function canMakeCode(): boolean {
  try {
    const made = Reflect.construct(Function, ['return true']) as () => boolean;
    return made();
  } catch {
    return false;
  }
}
