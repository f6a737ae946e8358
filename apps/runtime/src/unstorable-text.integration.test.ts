import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { triggerEvent } from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const stopped = async (key: string, payload: unknown = {}) => {
  const run = await world.runThrough(key, payload);
  const exceptions = await world.exceptions(run.id);
  return { state: run.state, exceptions: exceptions.map(({ code, message }) => ({ code, message })) };
};

const refused = {
  state: 'failed',
  exceptions: [
    {
      code: 'TEXT_NOT_STORABLE',
      message:
        'A text of this record holds the NUL character or half a surrogate pair, which cannot be stored. Correct it in the source system, or remove it in the mapping.',
    },
  ],
};

it('a webhook whose data holds the NUL character is refused, and nothing of it is kept', async () => {
  const count = () => world.tx((tx) => tx.$count(triggerEvent, eq(triggerEvent.connectionId, world.connectionId)));
  const before = await count();
  expect(await world.tell('Thing', 'nul', { data: { name: 'a\u0000b' } })).toBe(400);
  expect(await count()).toBe(before);
});

it('a record of a system that holds the NUL character stops the run with a code of its own', async () => {
  world.system.add('Plain', { id: 'nul', name: 'a\u0000b' });
  await world.flow('reads-nul', [
    step('read', 'source', { connection: 'fake', object: 'Plain', find: { by: 'id', value: '"nul"' } }),
    respond('answer', '$steps.source.name'),
  ]);
  expect(await stopped('reads-nul')).toEqual(refused);
});

it('a mapping that makes the NUL character stops the run with a code of its own', async () => {
  await world.flow('makes-nul', [respond('answer', String.raw`"a\u0000b"`)]);
  expect(await stopped('makes-nul')).toEqual(refused);
});

it('an exception whose own payload holds the NUL character is stored all the same', async () => {
  const rules = [{ code: 'TERMS_MISSING', message: 'Terms missing.', assert: 'false' }];
  await world.flow('raises-nul', [step('check', 'complete', { rules, payload: String.raw`{ "note": "a\u0000b" }` })]);
  const run = await world.runThrough('raises-nul');
  expect((await world.exceptions(run.id)).map(({ code, payload }) => ({ code, payload }))).toEqual([
    { code: 'TERMS_MISSING', payload: { note: String.raw`a\u0000b` } },
  ]);
});
