import { describe, expect, it } from 'vitest';
import { Evaluator, namedTables } from './evaluator.ts';
import type { Scope } from './scope.ts';

describe('namedTables', () => {
  it.each([
    ['$trigger.name', []],
    ['$valueMap("a", x) & $valueMap(\'b\', y) & $valueMap("a", z)', ['a', 'b']],
    ['$valueMap(name, x)', 'all'],
  ])('%s', (text, expected) => {
    expect(namedTables(text)).toEqual(expected);
  });
});

describe('Evaluator', () => {
  const scope: Scope = {
    trigger: { id: 'A' },
    steps: { read: { name: 'Quay' } },
    flow: {
      key: 'f',
      name: 'F',
      version: 3,
      runId: 'r',
      mode: 'live',
      environment: 'test',
      startedAt: '2026-11-23T12:00:00.000Z',
      businessKey: 'A',
    },
    item: 7,
    index: 2,
  };

  it('shows the scope, with the trigger as the input', async () => {
    const evaluator = new Evaluator(0, async () => ({}));
    await expect(
      evaluator.expression('[id, $trigger.id, $steps.read.name, $item, $index, $flow.version, $error.code]', scope),
    ).resolves.toEqual(['A', 'A', 'Quay', 7, 2, 3]);
  });

  it('stands still at the moment of its run, also beside another run', async () => {
    const at = (ms: number) => new Evaluator(ms, async () => ({})).expression('$millis()', scope);
    await expect(Promise.all([at(1000), at(2000)])).resolves.toEqual([1000, 2000]);
  });

  it('loads the tables that a text names, when it is evaluated', async () => {
    const asked: unknown[] = [];
    const evaluator = new Evaluator(0, async (names) => {
      asked.push(names);
      return { region: { GB: 'UK' } };
    });
    await expect(evaluator.expression('$valueMap("region", "GB")', scope)).resolves.toBe('UK');
    await evaluator.expression('id', scope);
    expect(asked).toEqual([['region']]);
  });
});
