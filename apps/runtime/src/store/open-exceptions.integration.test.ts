import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exception, run } from '@throughline/core/db/schema/index';
import { FakeWorld, respond } from '../../testing/fake-world.ts';
import { openExceptions, type ExceptionInput } from './open-exceptions.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const stands = (index: number): ExceptionInput => ({
  stepId: 'save',
  path: `lines[${index}].save undo`,
  failure: { code: 'EFFECT_STANDS', message: 'It stands.', class: 'business', details: [] },
  payload: { index },
  target: { kind: 'undo', entry: null },
});

it('a run that left more effects than one statement takes has an exception for each, also when it is repeated', async () => {
  await world.flow('leaves-many', [respond('answer', '1')]);
  const { id } = await world.runThrough('leaves-many', {});
  const inputs = Array.from({ length: 1001 }, (_, index) => stands(index));
  const opened = await world.tx(async (tx) => {
    const [of] = await tx.select().from(run).where(eq(run.id, id));
    if (of === undefined) throw new Error('The run is not there.');
    await openExceptions(tx, of, inputs);
    await openExceptions(tx, of, inputs);
    return tx.select({ path: exception.path }).from(exception).where(eq(exception.runId, id));
  });
  expect(new Set(opened.map(({ path }) => path))).toEqual(new Set(inputs.map(({ path }) => path)));
  expect(opened).toHaveLength(1001);
});
