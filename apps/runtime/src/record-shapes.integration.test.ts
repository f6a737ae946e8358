import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

/** The run's answer, or the code and sentence of what stopped it. */
async function answerOf(key: string, payload: unknown): Promise<unknown> {
  const ended = await world.runThrough(key, payload);
  return ended.state === 'succeeded'
    ? (ended.output as { body?: unknown }).body
    : { state: ended.state, code: ended.errorCode, message: ended.errorMessage };
}

const strictFlow = (key: string, record: string) =>
  world.flow(key, [
    step('write', 'save', {
      connection: 'fake',
      object: 'Strict',
      operation: 'upsert',
      identity: { externalId: '$trigger.id' },
      record,
    }),
    respond('answer', '$steps.save.effect'),
  ]);

it('a mapping says when its input is not what it is made for', async () => {
  await world.publish('mapping', 'for-strict', {
    format: 1,
    text: '{ "name": name }',
    source: { kind: 'object', system: 'fake', object: 'Strict' },
    target: { kind: 'any' },
    tests: [],
  });
  await world.flow('maps-anything', [
    step('map', 'shape', { mapping: 'for-strict', input: '$trigger' }),
    respond('answer', '$steps.shape'),
  ]);
  expect(await answerOf('maps-anything', { name: 'A' })).toEqual({ name: 'A' });
  expect(await answerOf('maps-anything', { recordId: '1', changes: {} })).toEqual({
    state: 'failed',
    code: 'MAPPING_INPUT_INVALID',
    message:
      'The mapping "for-strict" is made for Fake Strict, and its input has none of its fields. Give it other data, or choose another mapping.',
  });
});

it('a mapping says when its result is not the entity that it is made to give', async () => {
  await world.publish('mapping', 'to-customer', {
    format: 1,
    text: '{ "id": id, "name": name, "email": email }',
    source: { kind: 'any' },
    target: { kind: 'entity', entity: 'customer' },
    tests: [],
  });
  await world.flow('maps-customers', [
    step('map', 'shape', { mapping: 'to-customer', input: '$trigger' }),
    respond('answer', '$steps.shape'),
  ]);
  // What is missing is left to the check steps, which report everything at once.
  expect(await answerOf('maps-customers', { id: '1' })).toEqual({ id: '1' });
  expect(await answerOf('maps-customers', { id: '1', name: 5 })).toEqual({
    state: 'failed',
    code: 'MAPPING_OUTPUT_INVALID',
    message:
      'The mapping "to-customer" is made to give the entity customer, and its result is wrong at name, which must be string, not number. Correct the mapping or the data, then replay.',
  });
});

it('a record without a field that the object needs becomes an exception before the system is called', async () => {
  await strictFlow('writes-incomplete', '{ "hours": 1 }');
  world.system.calls.length = 0;
  expect(await answerOf('writes-incomplete', { id: 'S-1' })).toEqual({
    state: 'failed',
    code: 'RECORD_INCOMPLETE',
    message: 'Strict needs name, and the record has no value there. Correct the mapping or the data, then replay.',
  });
  expect(world.system.calls.filter((call) => call.startsWith('upsert'))).toEqual([]);
});

it('a record with a value of the wrong type becomes an exception before the system is called', async () => {
  await strictFlow('writes-invalid', '{ "name": "A", "hours": "many" }');
  world.system.calls.length = 0;
  expect(await answerOf('writes-invalid', { id: 'S-2' })).toEqual({
    state: 'failed',
    code: 'RECORD_INVALID',
    message:
      'Strict cannot take the record: hours must be number, not string. Correct the mapping or the data, then replay.',
  });
  expect(world.system.calls.filter((call) => call.startsWith('upsert'))).toEqual([]);
});

it('a record whose required text is blank becomes an exception before the system is called', async () => {
  await strictFlow('writes-blank', '{ "name": $trigger.name }');
  world.system.calls.length = 0;
  for (const name of ['', ' \t']) {
    expect(await answerOf('writes-blank', { id: 'S-3', name })).toMatchObject({ code: 'RECORD_INCOMPLETE' });
  }
  expect(world.system.calls.filter((call) => call.startsWith('upsert'))).toEqual([]);
});
