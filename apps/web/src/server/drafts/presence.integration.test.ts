import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { createDefinition } from '@throughline/core/db/definitions/create-definition';
import { seedOrganisation } from '@throughline/core/db/seed-organisation';
import { draftPresence } from '@throughline/core/db/schema/definition';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const ana = () => callerFor(own, 'user-ana', ['analyst']).drafts;
const vic = () => callerFor(own, 'user-ben', ['viewer']).drafts;
const inside = <Result>(work: Parameters<typeof withOrganisation<Result>>[2]) =>
  withOrganisation(own.db, own.organisationId, work);
const tab = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const create = async (key: string) => {
  const document = { format: 1, description: '', entries: [] };
  const made = await inside((tx) =>
    createDefinition(tx, { kind: 'value-map', key, name: key, document, createdBy: 'user-ana' }),
  );
  return made.definitionId;
};

it('people who have the same draft open see each other, where they are, and who saved last', async () => {
  const definitionId = await create('seen');
  const another = await create('another');
  const alone = await ana().notePresence({ definitionId, tabId: tab(1), place: '' });
  expect(alone).toEqual({
    others: [],
    saved: { revision: 1, savedAt: expect.any(Date), savedBy: 'user-ana', savedByName: 'Ana Ruiz' },
  });
  await ana().notePresence({ definitionId, tabId: tab(1), place: 'create-customer' });
  await ana().notePresence({ definitionId: another, tabId: tab(2), place: '' });
  const { others } = await vic().notePresence({ definitionId, tabId: tab(3), place: '' });
  expect(others).toEqual([
    {
      tabId: tab(1),
      userId: 'user-ana',
      name: 'Ana Ruiz',
      email: 'ana@haldenpike.example',
      place: 'create-customer',
    },
  ]);
  await ana().forgetPresence({ definitionId, tabId: tab(1) });
  expect((await vic().notePresence({ definitionId, tabId: tab(3), place: '' })).others).toEqual([]);
});

it('somebody who is not heard of for some seconds is gone, and the rows go with the next sign of life', async () => {
  const definitionId = await create('gone');
  await ana().notePresence({ definitionId, tabId: tab(1), place: '' });
  await inside((tx) => tx.update(draftPresence).set({ seenAt: sql`now() - interval '16 seconds'` }));
  expect((await vic().notePresence({ definitionId, tabId: tab(3), place: '' })).others).toEqual([]);
  await inside((tx) => tx.update(draftPresence).set({ seenAt: sql`now() - interval '61 seconds'` }));
  const elsewhere = await create('elsewhere');
  await ana().notePresence({ definitionId: elsewhere, tabId: tab(4), place: '' });
  const left = await inside((tx) =>
    tx.select({ userId: draftPresence.userId, definitionId: draftPresence.definitionId }).from(draftPresence),
  );
  expect(left.filter(({ userId }) => userId === 'user-ana')).toEqual([{ userId: 'user-ana', definitionId: elsewhere }]);
});

it('a person has 20 rows for a draft at most, and the oldest go first', async () => {
  const definitionId = await create('many');
  for (let number = 1; number <= 22; number += 1) {
    await ana().notePresence({ definitionId, tabId: tab(number), place: '' });
  }
  const { others } = await vic().notePresence({ definitionId, tabId: tab(99), place: '' });
  expect(others.map(({ tabId }) => tabId)).toEqual(Array.from({ length: 20 }, (_, index) => tab(index + 3)));
});

it('nobody is seen across organisations, or noted in a draft of another one', async () => {
  const definitionId = await create('private');
  await ana().notePresence({ definitionId, tabId: tab(1), place: '' });
  const { organisationId } = await seedOrganisation(own.db, { key: 'other', name: 'Other', people: [] });
  const stranger = callerFor({ ...own, organisationId }, 'user-olga', ['admin']).drafts;
  await expect(stranger.notePresence({ definitionId, tabId: tab(1), place: '' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await stranger.forgetPresence({ definitionId, tabId: tab(1) });
  expect(await stranger.current({ definitionId })).toBeNull();
  expect((await vic().notePresence({ definitionId, tabId: tab(3), place: '' })).others).toHaveLength(1);
});
