import { connectorCatalog } from '@throughline/connectors/catalog';
import { connectorRegistry } from '@throughline/connectors/registry';
import { expect, test } from 'vitest';
import { startReceiver } from '../../packages/sandbox/src/kit/webhook/test-receiver.ts';
import { connect } from '../../packages/sandbox/src/salesforce/test-org.ts';
import { startSandbox } from '../../packages/sandbox/src/start-sandbox.ts';
import { demoWebhookSecret } from './demo-connections.ts';
import { subscribe } from './sandbox-control.ts';

/** What a new record of each object needs; a new object of the connection page needs a line here. */
const newRecords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Account: { Name: 'Heard' },
  Contact: { LastName: 'Heard' },
  Opportunity: { Name: 'Heard', StageName: 'Negotiation', CloseDate: '2026-12-24' },
};

test('the demo hears each object that the connection page names: created, updated and deleted', async () => {
  const key = 'a-key-of-the-control-plane';
  const sandbox = await startSandbox({ controlKey: key });
  const receiver = await startReceiver();
  try {
    const { url } = sandbox.salesforce;
    await subscribe({ url, key }, receiver.url, demoWebhookSecret);
    const connection = await connect(url);
    const { objects = [] } = connectorCatalog.salesforce.webhook ?? {};
    const expected: string[][] = [];
    for (const object of objects) {
      const { id = '' } = await connection.sobject(object).create({ ...newRecords[object] });
      await connection.sobject(object).update({ Id: id, External_Id__c: `heard-${object}` });
      await connection.sobject(object).destroy(id);
      expected.push(...['created', 'updated', 'deleted'].map((kind) => [object, id, kind]));
    }
    const received = await receiver.until(expected.length);
    const heard = received.flatMap(({ headers, body }) =>
      connectorRegistry.salesforce.readWebhook?.(
        { headers: headers as Record<string, string>, body: Buffer.from(body) },
        demoWebhookSecret,
        Date.now(),
      ),
    );
    // Each event is sent by itself, so that they may arrive in another order.
    const told = heard.map((event) => [event?.object ?? '', event?.recordId ?? '', event?.kind ?? '']);
    expect(told.toSorted(byWords)).toEqual(expected.toSorted(byWords));
  } finally {
    await receiver.close();
    await sandbox.close();
  }
});

const byWords = (left: readonly string[], right: readonly string[]): number =>
  left.join().localeCompare(right.join(), 'en');
