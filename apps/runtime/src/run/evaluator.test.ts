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
    const evaluator = new Evaluator('org-1', 0, async () => ({}));
    await expect(
      evaluator.expression('[id, $trigger.id, $steps.read.name, $item, $index, $flow.version, $error.code]', scope),
    ).resolves.toEqual(['A', 'A', 'Quay', 7, 2, 3]);
  });

  it('the clock stands still at the moment of its run, even while another run is evaluated', async () => {
    const at = (ms: number) => new Evaluator('org-1', ms, async () => ({})).expression('$millis()', scope);
    await expect(Promise.all([at(1000), at(2000)])).resolves.toEqual([1000, 2000]);
  });

  it('loads the tables that a text names when the text is evaluated', async () => {
    const asked: unknown[] = [];
    const evaluator = new Evaluator('org-1', 0, async (names) => {
      asked.push(names);
      return { region: { GB: 'UK' } };
    });
    await expect(evaluator.expression('$valueMap("region", "GB")', scope)).resolves.toBe('UK');
    await evaluator.expression('id', scope);
    expect(asked).toEqual([['region']]);
  });

  it('loads the holidays that a function of business days names, and every table for a computed name', async () => {
    const asked: unknown[] = [];
    const evaluator = new Evaluator('org-1', 0, async (names) => {
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
  const evaluator = new Evaluator('org-1', 0, () => Promise.resolve({}));
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

describe('an evaluation that takes long', () => {
  const scope = { trigger: { count: 60_000 }, steps: { read: { factor: 2 } } } as unknown as Scope;
  const tables = async () => ({ region: { GB: 'UK' } });
  const long = (text: string, maxTicks?: number) =>
    new Evaluator('org-1', 5000, tables, maxTicks).expression(text, scope);

  it('gives the same value with the same scope, tables and clock', async () => {
    await expect(
      long('[$sum($map([1..count], function($n) { $n * $steps.read.factor })), $valueMap("region", "GB"), $millis()]'),
    ).resolves.toEqual([3_600_060_000, 'UK', 5000]);
  });

  it('leaves the process free for everything else', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    await long('$sum($map([1..300000], function($n) { $n }))');
    clearInterval(timer);
    // In the process's own thread there would be none.
    expect(turns).toBeGreaterThan(10);
  });

  it('fails as in the process, with code and place', async () => {
    const failing = '( $sum($map([1..count], function($n) { $n })); $error("LATE", "Too late.") )';
    await expect(long(failing)).rejects.toMatchObject({ name: 'MappingError', line: 1 });
    await expect(
      long('$map([1..900000], function($n) { $map([1..900000], function($m) { $m }) })'),
    ).rejects.toMatchObject({
      code: 'TOO_MANY_STEPS',
    });
    await expect(long('$map([1..300000], function($n) { $n })', 150_000)).rejects.toMatchObject({
      code: 'TOO_MANY_STEPS',
    });
  });
});
