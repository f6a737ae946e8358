import { join } from 'node:path';
import { connectorCatalog } from '@throughline/connectors/catalog';
import { openDatabase, withOrganisation } from '@throughline/core/db';
import { loadKeyRing } from '@throughline/core/db/key-ring';
import { demoPeople } from '@throughline/core/db/demo-people';
import { seedOrganisation } from '@throughline/core/db/seed-organisation';
import { installTemplate } from '@throughline/core/db/templates/install-template';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { templates } from '@throughline/core/templates/registry';
import { demoWebhookSecret, type SandboxUrls, seedConnections } from './demo-connections.ts';
import { registerKey, subscribe } from './sandbox-control.ts';
import { seedPasswords } from './seed-passwords.ts';
import type { StartSettings } from './settings.ts';
import { readSigningKey } from './signing-key.ts';

/**
 * Creates the demo firm: people, connections to the sandbox, and the shipped flows, live in *test*. When it is run
 * again, it only adds what is missing.
 */
export async function seedDemo(settings: StartSettings, databaseUrl: string): Promise<void> {
  const { ports, stateDir, sandboxKey: key } = settings;
  const urls: SandboxUrls = {
    salesforce: loopback(ports.salesforce),
    netsuite: loopback(ports.netsuite),
    kantata: loopback(ports.kantata),
  };
  const netsuiteKey = await readSigningKey(join(stateDir, 'netsuite-sandbox-key.pem'));
  await registerKey({ url: urls.netsuite, key }, 'sandbox-certificate', netsuiteKey.publicKeyPem);
  const keyRing = await loadKeyRing({ secretKey: process.env['THROUGHLINE_SECRET_KEY'], keyFile: settings.keyFile });
  const db = openDatabase(databaseUrl, { applicationName: 'throughline-seed', maxConnections: 2 });
  try {
    const { organisationId, environmentIds } = await seedOrganisation(db, {
      key: 'halden-pike',
      name: 'Halden & Pike',
      people: Object.values(demoPeople),
    });
    await seedPasswords(db);
    const connectionIds = await withOrganisation(db, organisationId, async (tx) => {
      const ids = await seedConnections(tx, environmentIds.test, urls, netsuiteKey, keyRing);
      for (const template of templates) {
        const people = { installedBy: demoPeople.analyst.id, approvedBy: demoPeople.approver.id };
        const checks = { catalog: connectorCatalog, entities: entitySchemas };
        await installTemplate(tx, { template, ...people, environmentIds: [environmentIds.test] }, checks);
      }
      return ids;
    });
    const hook = `${loopback(ports.runtime)}/hooks/${connectionIds['salesforce']}`;
    await subscribe({ url: urls.salesforce, key }, hook, demoWebhookSecret);
  } finally {
    await db.close();
  }
}

const loopback = (port: number): string => `http://127.0.0.1:${port}`;
