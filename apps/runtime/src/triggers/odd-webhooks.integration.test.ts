import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connection, triggerEvent } from '@throughline/core/db/schema/index';
import type { WebhookEvent } from '@throughline/core/connector';
import { FakeWorld, respond } from '../../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
  const listener = { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Thing' } as const;
  await world.flow('reads', [respond('answer', '$trigger')], { trigger: listener });
  await world.flow('as-sent', [respond('answer', '$trigger')], { trigger: { ...listener, record: 'as-sent' } });
});
afterAll(() => world?.close());

/** Random, so that no compression makes it fit where it would not. */
const long = (length: number): string => {
  let text = '';
  while (text.length < length) text += crypto.randomUUID();
  return text.slice(0, length);
};

const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as unknown;

const odd: readonly [what: string, event: Partial<WebhookEvent>][] = [
  ['an id of 256 characters', { id: long(256) }],
  ['an id of 100,000 characters', { id: long(100_000) }],
  ['a long id of the record', { recordId: long(8000) }],
  ['a long name of the object', { object: long(8000) }],
  ['an instant in the year 0', { occurredAt: '0000-01-01T00:00:00.000Z' }],
  ['an instant in the year 10000', { occurredAt: '+010000-01-01T00:00:00.000Z' }],
  ['an invalid instant', { occurredAt: 'soon' }],
  ['data of 101 levels', { data: { a: nested(100) } }],
];

it.each(odd)('a signed webhook with %s is refused for good, and nothing of it is kept', async (_what, event) => {
  const kept = () => world.tx((tx) => tx.$count(triggerEvent));
  const before = await kept();
  expect(await world.tell('Thing', 'odd', event)).toBe(400);
  expect(await kept()).toBe(before);
});

it('the connection shows why its webhooks are refused', async () => {
  await world.tell('Thing', 'sound');
  await world.tell('Thing', 'odd', { id: long(256) });
  const [row] = await world.tx((tx) => tx.select().from(connection).where(eq(connection.id, world.connectionId)));
  expect(row?.hookRefusal).toBe(
    'The id of the event is longer than 255 characters, so it cannot be stored. Correct what sends the webhook.',
  );
});

it('an event at every limit is taken by each flow', async () => {
  expect(
    await world.tell('Thing', long(255), {
      id: long(255),
      occurredAt: '9999-12-31T23:59:59.999Z',
      data: { a: nested(98) },
    }),
  ).toBe(202);
});
