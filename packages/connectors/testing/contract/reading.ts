import { expect, it } from 'vitest';
import type { ListRequest, SourceRecord } from '@throughline/core/connector';
import type { ContractFixture } from '../contract-fixture.ts';
import type { ContractWorld } from '../contract-world.ts';
import { errorOf, summary } from './expect-error.ts';
import { upsertOf } from './writing.ts';

export function readingContract(fixture: ContractFixture, world: () => ContractWorld): void {
  refusedNames(fixture, world);
  foundByName(fixture, world);
  const { manifest } = fixture.connector;
  const { object, limit, collection } = fixture.paged;
  const idField = manifest.objects[object]?.identity.field ?? 'id';

  it('walks a list to its last page, each record once', async () => {
    const { session, control } = world();
    const pages: (readonly SourceRecord[])[] = [];
    let cursor: string | undefined;
    do {
      const page = await session.list({ object, limit, cursor });
      pages.push(page.records);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    const ids = pages.flat().map((record) => String(record[idField]));
    const expected = (await control.stored(collection)).length;
    expect({ pages: pages.length > 1, records: ids.length, distinct: new Set(ids).size }).toEqual({
      pages: true,
      records: expected,
      distinct: expected,
    });
  });

  it('lists only what fits a filter', async () => {
    const { session } = world();
    const [sample] = (await session.list({ object, limit: 1 })).records;
    const value = String(sample?.[fixture.pagedField]);
    const { records } = await session.list({ object, where: { [fixture.pagedField]: value } });
    expect(records.length).toBeGreaterThan(0);
    expect(new Set(records.map((record) => record[fixture.pagedField]))).toEqual(new Set([value]));
  });

  it('reads a record by id exactly as it was listed, and finds nothing for an unknown key', async () => {
    const { session } = world();
    const [sample] = (await session.list({ object, limit: 1 })).records;
    const read = await session.read({ object, identity: { by: 'id', id: String(sample?.[idField]) } });
    expect(read).toMatchObject(sample ?? {});
    const missing = await session.read({
      object: fixture.object,
      identity: { by: 'external-id', value: 'nobody-has-this-key' },
    });
    expect(missing).toBeUndefined();
  });

  it('describes an object in the manifest’s own words', async () => {
    const schema = await world().session.describe(fixture.object);
    const known = manifest.objects[fixture.object]?.schema.properties?.[fixture.nameField];
    expect(schema.properties?.[fixture.nameField]).toMatchObject({
      title: known?.title,
      description: known?.description,
      type: known?.type,
    });
  });
}

function refusedNames(fixture: ContractFixture, world: () => ContractWorld): void {
  const { manifest } = fixture.connector;
  it('refuses an object it does not have, naming those it has', async () => {
    const error = await errorOf(world().session.list({ object: 'Nonsense' }));
    expect(summary(error)).toEqual({ class: 'validation', fields: [], isOutcomeUnknown: false });
    for (const name of Object.keys(manifest.objects)) expect(error.message).toContain(name);
  });

  it('refuses an unknown field by name, in filters, lookups and writes', async () => {
    const { session } = world();
    const expected = { class: 'validation', fields: ['Nonsense'], isOutcomeUnknown: false };
    const list = await errorOf(session.list({ object: fixture.object, where: { Nonsense: 1 } }));
    const read = await errorOf(
      session.read({ object: fixture.object, identity: { by: 'fields', fields: { Nonsense: 1 } } }),
    );
    const [write] = await session.write([
      {
        object: fixture.object,
        operation: 'upsert',
        identity: { by: 'external-id', value: 'C-1' },
        record: { ...fixture.record('One'), Nonsense: 1 },
      },
    ]);
    expect(summary(list)).toEqual(expected);
    expect(summary(read)).toEqual(expected);
    expect(write?.isOk === false && summary(write.error)).toEqual(expected);
  });

  it('refuses a cursor it did not give out', async () => {
    const error = await errorOf(world().session.list({ object: fixture.object, cursor: 'bm9uc2Vuc2U' }));
    expect(error.class).toBe('gone');
  });
}

function foundByName(fixture: ContractFixture, world: () => ContractWorld): void {
  it('lists what changed last first, and finds records by a part of their name in any case', async () => {
    const { session, control } = world();
    for (const name of ['Oldest Quay', 'Middle 100% _done', 'Newest quay']) {
      await control.advance(60_000);
      await session.write([upsertOf(fixture, `C-${name.slice(0, 3)}`, name)]);
    }
    const names = async (request: Pick<ListRequest, 'nameHas'>) => {
      const page = await session.list({ object: fixture.object, newestFirst: true, limit: 2, ...request });
      return { names: page.records.map((record) => record[fixture.nameField]), hasMore: page.nextCursor !== undefined };
    };
    const named = (name: string) => fixture.record(name)[fixture.nameField];
    expect(await names({})).toEqual({ names: [named('Newest quay'), named('Middle 100% _done')], hasMore: false });
    expect(await names({ nameHas: 'QUAY' })).toEqual({
      names: [named('Newest quay'), named('Oldest Quay')],
      hasMore: false,
    });
    expect(await names({ nameHas: '100% _done' })).toEqual({ names: [named('Middle 100% _done')], hasMore: false });
    expect(await names({ nameHas: "nobody's" })).toEqual({ names: [], hasMore: false });
  });
}
