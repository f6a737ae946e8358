import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNetSuite } from '../../testing/netsuite/open-netsuite.ts';
import type { OpenNetSuite } from '../../testing/netsuite/open-netsuite.ts';

let netsuite: OpenNetSuite;
beforeEach(async () => {
  netsuite = await openNetSuite();
});
afterEach(async () => await netsuite.close());

const customer = { companyName: 'Lost Ltd', subsidiary: { id: '2' }, externalId: 'SF-LOST' };
const count = async () =>
  (await netsuite.query("SELECT COUNT(*) AS n FROM customer WHERE externalid = 'SF-LOST'")).body as { items: unknown };

test('a reply lost after the commit leaves one record, and a repeat is told that it exists', async () => {
  netsuite.system.context.faults.add({ kind: 'timeout-after-commit', match: { method: 'POST', path: '*/customer' } });
  await expect(netsuite.call('POST', 'record/v1/customer', customer)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect((await count()).items).toEqual([{ links: [], n: '1' }]);
  expect((await netsuite.call('POST', 'record/v1/customer', customer)).body).toMatchObject({
    'o:errorDetails': [{ detail: 'Error while accessing a resource. This entity already exists.' }],
  });
  expect((await netsuite.call('PUT', 'record/v1/customer/eid:SF-LOST', { phone: '1' })).status).toBe(204);
  expect((await count()).items).toEqual([{ links: [], n: '1' }]);
});

test('a refused write changes nothing, not even in part', async () => {
  const before = netsuite.system.context.state.snapshot().collections;
  const order = { entity: { id: '5008' }, item: { items: [{ item: { id: '301' } }] }, currency: { id: '4' } };
  expect((await netsuite.call('POST', 'record/v1/salesOrder', order)).status).toBe(400);
  expect(netsuite.system.context.state.snapshot().collections).toEqual(before);
});

test('the ledger counts what was really made', async () => {
  const since = netsuite.system.context.ledger.lastSeq;
  await netsuite.call('PUT', 'record/v1/customer/eid:SF-LOST', customer);
  await netsuite.call('PUT', 'record/v1/customer/eid:SF-LOST', { phone: '1' });
  const effects = netsuite.system.context.ledger.effects({ sinceSeq: since });
  expect(effects.map(({ kind, collection, id }) => ({ kind, collection, id }))).toEqual([
    { kind: 'created', collection: 'customer', id: '5019' },
    { kind: 'updated', collection: 'customer', id: '5019' },
  ]);
});
