import { startSandbox } from '@throughline/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConnectorSession } from '@throughline/core/connector';
import { sandboxControl } from '../../testing/sandbox-control.ts';
import { openSession } from '../../testing/open-session.ts';

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

/** The platform keeps ten cursors of a user; the eleventh takes the place of the oldest. */
it('walks a list to its end although the org forgot its cursor, each record once', async () => {
  const object = 'OpportunityLineItem';
  const walk = async (cursor?: string) => await session.list({ object, limit: 200, cursor });
  const ids: unknown[] = [];
  let page = await walk();
  for (;;) {
    ids.push(...page.records.map((record) => record['Id']));
    if (page.nextCursor === undefined) break;
    for (let other = 0; other < 11; other += 1) await walk();
    page = await walk(page.nextCursor);
  }
  const stored = await sandboxControl(sandbox.salesforce.url).stored(object);
  expect({ pages: stored.length > 200, ids: ids.length, distinct: new Set(ids).size }).toEqual({
    pages: true,
    ids: stored.length,
    distinct: stored.length,
  });
});
