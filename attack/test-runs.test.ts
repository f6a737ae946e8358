import { expect, test } from 'vitest';
import { rowsOf } from './support/database.ts';
import { flowWith, parallel, startTest, step } from './support/flows.ts';
import { query, send } from './support/send.ts';

const countWorkflows = async (): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>('select count(*)::int as count from dbos.workflow_status');
  return row?.count ?? 0;
};

const refused: readonly [attack: string, flow: object, because: string][] = [
  [
    'parallel steps inside each other under one id, each of which starts the outer one again',
    flowWith([parallel('again', 2, [parallel('again', 2)])]),
    'has the id "again" of "Step again". Give one of them another id.',
  ],
  [
    'ten branches in each of eleven branches',
    flowWith([parallel('outer', 11, [parallel('inner', 10)])]),
    'Up to 110 parts of "Step outer" would run at the same time, and 100 are possible.',
  ],
  [
    'a parallel step with 10,000 branches',
    flowWith([parallel('wide', 10_000)]),
    'Up to 10000 parts of "Step wide" would run at the same time, and 100 are possible.',
  ],
  [
    'loops in loops with 400 items side by side',
    flowWith([
      step(
        'for-each',
        'outer',
        { items: '[1..1000]', concurrency: 20, chunkSize: 1 },
        {
          each: [step('for-each', 'inner', { items: '[1..1000]', concurrency: 20, chunkSize: 1 }, { each: [] })],
        },
      ),
    ]),
    'Up to 400 parts of "Step outer" would run at the same time, and 100 are possible.',
  ],
  [
    'a flow of 501 steps',
    flowWith(Array.from({ length: 501 }, (_, index) => step('respond', `answer${index}`, { body: '1' }))),
    'This flow has 501 steps, and a flow may have 500.',
  ],
];

test.each(refused)('a test run of %s is refused and starts nothing', async (_attack, flow, because) => {
  const before = await countWorkflows();
  const answer = await startTest('ana', flow);
  expect(answer).toMatchObject({ status: 422, reason: 'FLOW_NOT_RUNNABLE', message: expect.stringContaining(because) });
  expect(await countWorkflows()).toBe(before);
});

/** Less than a kilobyte that doubles a text up to five million characters and gives it 95 times. */
const doubling = (seed: string): string => {
  const steps = Array.from({ length: 19 }, (_, index) => `$a${index + 1}:=$a${index}&$a${index};`);
  return `($a0:="${seed}";${steps.join('')}[${Array.from({ length: 95 }, () => '$a19').join(',')}])`;
};

test.each([
  ['idempotencyKey', 'idempotency key'],
  ['orderingKey', 'ordering key'],
  ['businessKey', 'business key'],
  ['businessLabel', 'label'],
])('a test run whose %s is a text that doubles itself is told so and starts nothing', async (setting, name) => {
  const before = await countWorkflows();
  for (const seed of ['0123456789', '\\u0001'.repeat(10)]) {
    const settings = { [setting]: doubling(seed) };
    const answer = await startTest('ana', { ...flowWith([step('respond', 'answer', { body: '1' })]), settings });
    expect({ status: answer.status, result: answer.result }).toEqual({
      status: 200,
      result: {
        runId: null,
        ignored: `This event would become an exception: a key or the condition cannot be evaluated for it. The ${name} is made of more than 100000 characters or values. Choose a shorter part of the event.`,
      },
    });
  }
  expect(await countWorkflows()).toBe(before);
});

test.each([
  ['an answer', step('respond', 'answer', { body: doubling('0123456789') })],
  ['an answer with signs to escape', step('respond', 'answer', { body: doubling('\\u0001'.repeat(10)) })],
  ['the items of a loop', step('for-each', 'loop', { items: doubling('0123456789'), concurrency: 4 }, { each: [] })],
])('%s that doubles itself fails its step, and says why', async (_what, body) => {
  const { result } = await startTest('ana', flowWith([body]));
  const { runId } = result as { readonly runId: string };
  const failed = () =>
    rowsOf<{ message: string }>('select error_message as message from run where id = $1 and finished_at is not null', [
      runId,
    ]);
  await expect
    .poll(failed)
    .toEqual([{ message: expect.stringContaining('the result holds more than 10000000 characters.') as string }]);
});

test('testing wide loops until tests are refused affects neither other organisations nor the health check', async () => {
  const loops = flowWith([
    step('for-each', 'rows', { items: '[1..10]', concurrency: 10, chunkSize: 1 }, { each: [parallel('ways', 5)] }),
  ]);
  const statuses: number[] = [];
  for (let count = 0; count < 40; count += 1) statuses.push((await startTest('ana', loops)).status);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));

  const health = await send('/api/health');
  expect({ status: health.status, workers: (JSON.parse(health.text) as { workers: object }).workers }).toEqual({
    status: 200,
    workers: { name: 'workers', isUp: true, detail: '1 running' },
  });
  expect((await query('mallory', 'workspace.current')).status).toBe(200);
  await expect.poll(unfinished).toBe(0);
});

const unfinished = async (): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>('select count(*)::int as count from run where finished_at is null');
  return row?.count ?? 0;
};
