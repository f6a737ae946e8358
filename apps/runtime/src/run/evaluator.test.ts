import { describe, expect, it } from 'vitest';
import { Evaluator } from './evaluator.ts';
import type { Scope } from './scope.ts';

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

  it('the clock stands still at the moment of its run, even while another run is evaluated', async () => {
    const at = (ms: number) => new Evaluator(ms, async () => ({})).expression('$millis()', scope);
    await expect(Promise.all([at(1000), at(2000)])).resolves.toEqual([1000, 2000]);
  });

  it('loads the tables that a text names when the text is evaluated', async () => {
    const asked: unknown[] = [];
    const evaluator = new Evaluator(0, async (names) => {
      asked.push(names);
      return { region: { GB: 'UK' } };
    });
    await expect(evaluator.expression('$valueMap("region", "GB")', scope)).resolves.toBe('UK');
    await evaluator.expression('id', scope);
    expect(asked).toEqual([['region']]);
  });

  it('loads the holidays that a function of business days names, and every table for a computed name', async () => {
    const asked: unknown[] = [];
    const evaluator = new Evaluator(0, async (names) => {
      asked.push(names);
      return { 'holidays-uk': { '2026-12-25': 'Christmas' }, region: { GB: 'UK' } };
    });
    await expect(evaluator.expression('$businessDayAdd("2026-12-24", 1, "holidays-uk")', scope)).resolves.toBe(
      '2026-12-28',
    );
    await expect(evaluator.expression('( $look := $valueMap; $look("region", "GB") )', scope)).resolves.toBe('UK');
    expect(asked).toEqual([['holidays-uk'], 'all']);
  });
});

it('between evaluations everything else of the process has its turn', async () => {
  const evaluator = new Evaluator(0, () => Promise.resolve({}));
  const scope = { trigger: {}, steps: {} } as unknown as Parameters<Evaluator['expression']>[1];
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  for (let evaluations = 0; evaluations < 100; evaluations += 1) await evaluator.expression('1 + 1', scope);
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(100);
});
