import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

it('a disabled step is skipped with everything inside it, gives nothing, and shows as disabled', async () => {
  await world.flow('switched-off', [
    step(
      'branch',
      'which',
      { cases: [{ slot: 'all', title: 'All', when: 'true' }] },
      {
        disabled: true,
        bodies: { all: [step('raise', 'stop', { code: 'STOP', message: '"No."' })] },
      },
    ),
    step(
      'for-each',
      'each',
      { items: '[1, 2]' },
      {
        bodies: { each: [respond('kept', '$item'), step('respond', 'off', { body: '"off"' }, { disabled: true })] },
      },
    ),
    respond('answer', '{ "which": $exists($steps.which), "each": $steps.each.body }'),
  ]);
  const ended = await world.runThrough('switched-off', {});
  expect(ended).toMatchObject({ state: 'succeeded', output: { body: { which: false, each: [1, 2] } } });
  const steps = await world.steps(ended.id);
  expect(steps.map(({ path, state, output }) => [path, state, output])).toEqual([
    ['which', 'disabled', null],
    [
      'each',
      'succeeded',
      [
        { status: 200, body: 1 },
        { status: 200, body: 2 },
      ],
    ],
    ['each[0].kept', 'succeeded', { status: 200, body: 1 }],
    ['each[0].off', 'disabled', null],
    ['each[1].kept', 'succeeded', { status: 200, body: 2 }],
    ['each[1].off', 'disabled', null],
    ['answer', 'succeeded', { status: 200, body: { which: false, each: [1, 2] } }],
  ]);
});
