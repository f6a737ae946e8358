import type { ConnectorSession, WebhookRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { startSandbox } from '@throughline/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectorRegistry } from '../registry.ts';
import { sandboxControl } from '../../testing/sandbox-control.ts';
import { startTestServer } from '../../testing/test-server.ts';
import { openSession } from '../../testing/open-session.ts';

const secret = 'whsec_c2FuZGJveC13ZWJob29rLXNlY3JldC0wMDAx';
const connector = connectorRegistry.salesforce;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let session: ConnectorSession;

beforeAll(async () => {
  sandbox = await startSandbox();
  session = openSession(
    'salesforce',
    { baseUrl: sandbox.salesforce.url },
    { method: 'client-credentials', fields: { clientId: 'sandbox-client', clientSecret: 'sandbox-secret' } },
  );
});
afterAll(async () => {
  await session.close();
  await sandbox.close();
});

async function anOpenDeal(): Promise<string> {
  const { records } = await session.list({ object: 'Opportunity', where: { StageName: 'Negotiation' }, limit: 1 });
  return String(records[0]?.['Id']);
}

describe('Salesforce in the closed-won story', () => {
  it('reads a deal with its lines and contact roles', async () => {
    const id = await anOpenDeal();
    const deal = await session.read({
      object: 'Opportunity',
      identity: { by: 'id', id },
      include: ['lines', 'contactRoles'],
    });
    const control = sandboxControl(sandbox.salesforce.url);
    const stored = (await control.stored('OpportunityLineItem')).filter((each) => each['OpportunityId'] === id);
    const lines = deal?.['lines'] as Record<string, unknown>[];
    expect(lines.map((each) => [each['Id'], each['Quantity'], each['UnitPrice'], each['TotalPrice']])).toEqual(
      stored.map((each) => [each['Id'], each['Quantity'], each['UnitPrice'], each['TotalPrice']]),
    );
    expect(lines.length).toBeGreaterThan(1);
    expect(deal?.['Amount']).toBe(lines.reduce((sum, each) => sum + Number(each['TotalPrice']), 0));
    expect(deal?.['contactRoles']).toEqual(expect.any(Array));
    expect(Object.values(deal ?? {})).not.toContain(null);
  });

  it('refuses to include a list that an object does not have', async () => {
    const read = session.read({ object: 'User', identity: { by: 'id', id: 'x' }, include: ['lines'] });
    await expect(read).rejects.toMatchObject({
      class: 'validation',
      message: 'User has no child list “lines”; it has none.',
    });
  });

  it('finds a record by fields, and says so when several fit', async () => {
    const [account] = (await session.list({ object: 'Account', limit: 1 })).records;
    const found = await session.read({
      object: 'Account',
      identity: { by: 'fields', fields: { Name: String(account?.['Name']) } },
    });
    expect(found).toEqual(account);
    const ambiguous = session.read({
      object: 'Opportunity',
      identity: { by: 'fields', fields: { StageName: 'Negotiation' } },
    });
    await expect(ambiguous).rejects.toMatchObject({ class: 'duplicate', fields: ['StageName'] });
  });

  it('says which id is malformed, and keeps what the org answered', async () => {
    const list = session.list({ object: 'Contact', where: { Id: '003NOPE' } });
    await expect(list).rejects.toMatchObject({
      message: 'Salesforce does not accept 003NOPE as an id of Contact.',
      class: 'validation',
      vendorText: expect.stringContaining('invalid ID field: 003NOPE') as string,
    });
  });

  it('refuses what is no id before it is sent, such as two ids, of which a delete would take both', async () => {
    const records = ['One', 'Two'].map(
      (Name) => ({ object: 'Account', operation: 'create', record: { Name } }) as const,
    );
    const ids = (await session.write(records)).map((each) => (each.isOk ? each.id : ''));
    const identity = { by: 'id', id: ids.join(',') } as const;
    const [outcome] = await session.write([{ object: 'Account', operation: 'delete', identity }]);
    expect(outcome?.isOk === false && [outcome.error.class, outcome.error.fields]).toEqual(['validation', ['Id']]);
    for (const id of ids) {
      expect(await session.read({ object: 'Account', identity: { by: 'id', id } })).toMatchObject({ Id: id });
    }
  });

  it('escapes quotes, backslashes and line ends in a query', async () => {
    const name = `O'Hara \\ "Söhne"\n50% _ off`;
    const upsert = { object: 'Account', operation: 'upsert', identity: { by: 'external-id', value: `K'1` } } as const;
    await session.write([{ ...upsert, record: { Name: name } }]);
    const found = await session.read({ object: 'Account', identity: { by: 'fields', fields: { Name: name } } });
    const byKey = await session.read({ object: 'Account', identity: { by: 'external-id', value: `K'1` } });
    expect([found?.['Name'], byKey?.['Name']]).toEqual([name, name]);
    const none = await session.list({ object: 'Account', where: { Name: `x' OR Name != '` } });
    expect(none.records).toEqual([]);
  });

  it('describes what this org allows: restricted choices, custom fields, what cannot be written', async () => {
    const { properties } = await session.describe('Opportunity');
    expect(properties?.['Contract_Type__c']).toEqual({
      type: 'string',
      maxLength: 255,
      title: 'Contract type',
      description: 'How the work is paid for.',
      enum: ['Time and Materials', 'Fixed Fee', 'Retainer', 'Milestone'],
    });
    expect(properties?.['IsWon']).toMatchObject({ type: 'boolean', readOnly: true });
    expect(properties).not.toHaveProperty('ForecastCategory');
  });

  it('clears a field with null, and then leaves it out', async () => {
    const identity = { by: 'external-id', value: 'K-2' } as const;
    const upsert = { object: 'Account', operation: 'upsert', identity } as const;
    await session.write([{ ...upsert, record: { Name: 'Clears', Phone: '1' } }]);
    await session.write([{ ...upsert, record: { Phone: null } }]);
    const record = await session.read({ object: 'Account', identity });
    expect(record).toMatchObject({ Name: 'Clears' });
    expect(record).not.toHaveProperty('Phone');
  });
});

describe('Salesforce change notifications', () => {
  async function notified(): Promise<WebhookRequest & { readonly dealId: string }> {
    const received = Promise.withResolvers<WebhookRequest>();
    const server = await startTestServer(({ headers, body }, response) => {
      response.end();
      received.resolve({ headers: headers as Record<string, string>, body: Buffer.from(body) });
    });
    await sandboxControl(sandbox.salesforce.url).subscribe(server.url, secret);
    const dealId = await anOpenDeal();
    await session.write([
      {
        object: 'Opportunity',
        operation: 'update',
        identity: { by: 'id', id: dealId },
        record: { StageName: 'Closed Won' },
      },
    ]);
    const request = await received.promise;
    await server.close();
    return { ...request, dealId };
  }

  it('are accepted when the vendor signed them, and refused when altered, old or wrongly signed', async () => {
    const { dealId, ...request } = await notified();
    const read = (each: WebhookRequest, by = secret, now = Date.now()) => {
      try {
        return connector.readWebhook?.(each, by, now);
      } catch (error) {
        if (error instanceof ConnectorError) return error.class;
        throw error;
      }
    };
    expect(read(request)).toEqual([
      {
        id: request.headers['webhook-id'],
        object: 'Opportunity',
        recordId: dealId,
        kind: 'updated',
        occurredAt: expect.stringMatching(/^\d{4}-.+Z$/),
        data: expect.objectContaining({
          changeType: 'UPDATE',
          changedFields: expect.arrayContaining(['StageName']),
          changes: expect.objectContaining({ StageName: 'Closed Won' }),
        }),
      },
    ]);
    expect([
      read({ ...request, body: Buffer.from(String(request.body).replace('Won', 'Lost')) }),
      read(request, 'whsec_b3RoZXItc2VjcmV0'),
      read(request, secret, Date.now() + 360_000),
      read({ ...request, headers: {} }),
    ]).toEqual(['auth', 'auth', 'auth', 'auth']);
  });
});
