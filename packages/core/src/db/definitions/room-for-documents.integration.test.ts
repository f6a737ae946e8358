import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { changeTestKit, caught, valueMap } from '../../../testing/db/change-test-kit.ts';
import { definition, draft, version } from '../schema/index.ts';
import { documentLimits } from './room-for-documents.ts';

const { own, inside, create, save, release } = await changeTestKit();
afterAll(() => own.close());

/** A document of so many bytes, which the database stores in a few. */
const sized = (bytes: number) => sql`jsonb_build_object('text', repeat('x', ${bytes}::int))`;

test('an organisation has a largest number of definitions, and archived ones do not count', async () => {
  await inside(async (tx) => {
    const count = await tx.$count(definition);
    const missing = documentLimits.definitions - count;
    await tx.insert(definition).values(
      Array.from({ length: missing }, (_, index) => ({
        kind: 'value-map' as const,
        key: `many-${index}`,
        name: 'One of many',
        ownerUserId: 'user-ana',
      })),
    );
  });
  expect(await caught(create('value-map', 'one-more', valueMap('a')))).toMatchObject({
    code: 'TOO_MANY_DEFINITIONS',
    message:
      'Your organisation has 2000 flows, mappings and value maps, which is as many as possible. Archive what nobody uses.',
  });
  await inside((tx) => tx.update(definition).set({ archivedAt: new Date() }).where(eq(definition.key, 'many-0')));
  expect(await create('value-map', 'one-more', valueMap('a'))).toEqual(expect.any(String));
  await inside((tx) => tx.update(definition).set({ archivedAt: new Date() }));
});

test('drafts and latest versions of an organisation have one limit together; a smaller draft is always saved', async () => {
  const { definitionId: live } = await release('live', 'one');
  const large = await create('mapping', 'large', {});
  const small = await create('mapping', 'small', { a: 1 });
  await inside((tx) =>
    tx
      .update(draft)
      .set({ document: sized(documentLimits.bytes - 500) })
      .where(eq(draft.definitionId, large)),
  );
  const refused = { name: 'DefinitionError', code: 'DOCUMENTS_TOO_LARGE' };
  expect(await caught(save(small, { a: 'x'.repeat(1_000) }, 1))).toMatchObject(refused);
  expect(await caught(create('mapping', 'another', { a: 'x'.repeat(1_000) }))).toMatchObject(refused);
  expect(await save(small, {}, 1)).toEqual({ revision: 2 });
  expect(await save(large, { a: 1 }, 1)).toEqual({ revision: 2 });
  await inside(async (tx) => {
    const [latest] = await tx.select().from(version).where(eq(version.definitionId, live));
    if (latest === undefined) throw new Error('The live version is gone.');
    const { id: _, number: __, ...rest } = latest;
    await tx.insert(version).values({ ...rest, document: sized(documentLimits.bytes), hash: 'of-the-large-one' });
  });
  expect(await caught(save(small, { a: 'x'.repeat(1_000) }, 2))).toMatchObject(refused);
});
