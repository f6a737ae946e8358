import { afterAll, expect, test } from 'vitest';
import { changeTestKit } from '../../../../testing/db/change-test-kit.ts';
import { run, stepRun } from '../../schema/index.ts';
import { loadRecords } from './load-records.ts';

const { own, inside, create } = await changeTestKit();
afterAll(() => own.close());

const step = (id: string, kind: 'map' | 'write', config: object) => ({ id, kind, name: id, config });
const map = (id: string, mapping: string) => step(id, 'map', { mapping, input: '$trigger' });
const write = (mapping: string) =>
  step('save', 'write', {
    connection: 'erp',
    object: 'Order',
    operation: 'upsert',
    mapping,
    input: '{ "by": $trigger.by, "read": $steps.read }',
    identity: { externalId: '$trigger.by' },
  });

/** A flow with runs of it, the newest last. Each value is a text, so a text of 8 characters is 10 characters of JSON. */
const flowWithRuns = async (
  key: string,
  body: readonly object[],
  runs: readonly { trigger: unknown; input?: string; output?: string; saved?: string }[],
) => {
  const document = { format: 1, description: '', trigger: { kind: 'manual', name: 'By hand' }, body, settings: {} };
  const definitionId = await create('flow', key, document);
  await inside(async (tx) => {
    for (const [at, { trigger, input, output, saved }] of runs.entries()) {
      const [made] = await tx
        .insert(run)
        .values({
          environmentId: own.environmentIds.test,
          definitionId,
          pins: {},
          source: 'manual',
          trigger,
          businessLabel: `Run ${at}`,
          createdAt: new Date(1_700_000_000_000 + at),
        })
        .returning();
      const common = { runId: made?.id ?? '', state: 'succeeded' as const };
      const rows = [
        { ...common, stepId: 'read', path: 'read', kind: 'map', position: 1, input, output },
        ...(saved === undefined
          ? []
          : [{ ...common, stepId: 'save', path: 'save', kind: 'write', position: 2, output: saved }]),
      ];
      await tx.insert(stepRun).values(rows);
    }
  });
  return [{ kind: 'flow' as const, definitionId, key, name: key, document }];
};

test('records are read as long as they are within the bound, and the older ones are counted as left out', async () => {
  const runs = ['first...', 'second..', 'third...'].map((input) => ({ trigger: 'x'.repeat(1_000), input }));
  const flows = await flowWithRuns('recorded', [map('read', 'reading')], runs);
  const load = (characters: number) => inside((tx) => loadRecords(tx, flows, 'reading', characters));
  const record = (at: number) => ({ name: `Run ${at}`, origin: 'record', given: { input: runs[at]?.input } });
  expect(await load(30)).toEqual({ records: [record(2), record(1), record(0)], leftOut: 0, characters: 30 });
  expect(await load(29)).toEqual({ records: [record(2), record(1)], leftOut: 1, characters: 20 });
  expect(await load(0)).toEqual({ records: [], leftOut: 3, characters: 0 });
  expect(await inside((tx) => loadRecords(tx, flows, 'other', 30))).toEqual({ records: [], leftOut: 0, characters: 0 });
});

test('a trigger is read where an input is computed from it, counts as much as outputs do, and is left out when too large', async () => {
  const saved = 'x'.repeat(1_000);
  const runs = [
    { trigger: 'first...', output: 'one.....', saved },
    { trigger: 'y'.repeat(200_000), output: 'two.....', saved },
    { trigger: 'third...', output: 'three...', saved },
    { trigger: 'not used', output: 'not used' },
  ];
  const flows = await flowWithRuns('computed', [map('read', 'reading'), write('writing')], runs);
  const load = (characters: number) => inside((tx) => loadRecords(tx, flows, 'writing', characters));
  const record = (at: number) => ({
    name: `Run ${at}`,
    origin: 'record',
    given: {
      expression: '{ "by": $trigger.by, "read": $steps.read }',
      trigger: runs[at]?.trigger,
      steps: { read: runs[at]?.output },
    },
  });
  expect(await load(60)).toEqual({ records: [record(2), record(0)], leftOut: 1, characters: 60 });
  expect(await load(59)).toEqual({ records: [record(2)], leftOut: 2, characters: 50 });
  expect(await load(40)).toEqual({ records: [], leftOut: 3, characters: 40 });
});
