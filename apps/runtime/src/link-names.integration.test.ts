import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { link } from '@throughline/core/db/schema/index';
import { FakeWorld, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const names = () =>
  world.tx((tx) =>
    tx
      .select({ canonicalId: link.canonicalId, object: link.object, label: link.label, isOrigin: link.isOrigin })
      .from(link)
      .orderBy(asc(link.canonicalId), asc(link.isOrigin)),
  );

const writeCompany = (id: string, company: string, record: string) =>
  step('write', id, {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: `${company}.id`, entity: 'customer', canonicalId: `${company}.id` },
    record,
  });

it('links the companies of a group under their own names, not under the name of the deal that brought them', async () => {
  world.system.add('Plain', { id: 'C-1', name: 'Brackenridge Group plc (CRM)' });
  await world.flow(
    'group',
    [
      step('read', 'readTop', { connection: 'fake', object: 'Plain', find: { by: 'id', value: '$trigger.top.id' } }),
      writeCompany('writeTop', '$trigger.top', '{ "name": $trigger.top.name }'),
      writeCompany('writeChild', '$trigger.child', '{ "name": $trigger.child.name }'),
      // Says nothing about the name, so the name known before stays.
      writeCompany('touchChild', '$trigger.child', '{ "terms": "30" }'),
    ],
    { settings: { businessLabel: '$trigger.deal' } },
  );
  const ended = await world.runThrough('group', {
    deal: 'Brackenridge - ERP selection',
    top: { id: 'C-1', name: 'Brackenridge Group plc' },
    child: { id: 'C-2', name: 'Brackenridge Logistics Ltd' },
  });
  expect(ended.state).toBe('succeeded');
  expect(await names()).toEqual([
    { canonicalId: 'C-1', object: 'Thing', label: 'Brackenridge Group plc', isOrigin: false },
    { canonicalId: 'C-1', object: 'Plain', label: 'Brackenridge Group plc (CRM)', isOrigin: true },
    { canonicalId: 'C-2', object: 'Thing', label: 'Brackenridge Logistics Ltd', isOrigin: false },
  ]);
});
