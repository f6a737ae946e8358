import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { connectorCatalog } from '@throughline/connectors/catalog';
import { withOrganisation } from '@throughline/core/db';
import { createConnection } from '@throughline/core/db/connections/create-connection';
import { loadKeyRing, type KeyRing } from '@throughline/core/db/key-ring';
import { demoPeople } from '@throughline/core/db/demo-people';
import { installTemplate } from '@throughline/core/db/templates/install-template';
import type { TestDatabase } from '@throughline/core/testing/db/test-database';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { closedWonHandoff } from '@throughline/core/templates/closed-won-handoff/template';
import type { RunningSandbox } from '@throughline/sandbox';

export const webhookSecret = 'whsec_c2FuZGJveC13ZWJob29rLXNlY3JldC0wMDAx';

/** A key of its own for each test file, as the environment would give it to a process. */
export async function testKeyRing(): Promise<{ keyRing: KeyRing; secretKey: string }> {
  const secretKey = randomBytes(32).toString('base64');
  return { secretKey, keyRing: await loadKeyRing({ secretKey, keyFile: '' }) };
}

/** The demo's three connections in the environment `test`, pointing at a sandbox. Returns their ids by key. */
export async function seedConnections(
  { db, organisationId, environmentIds }: TestDatabase,
  sandbox: RunningSandbox,
  keyRing: KeyRing,
): Promise<Record<'salesforce' | 'netsuite' | 'kantata', string>> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await fetch(`${sandbox.netsuite.url}/__control/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: 'sandbox-certificate',
      publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    }),
  });
  const create = (
    key: 'salesforce' | 'netsuite' | 'kantata',
    settings: Record<string, unknown>,
    authMethod: string,
    secrets: Record<string, string>,
  ) =>
    withOrganisation(db, organisationId, async (tx) => {
      const made = await createConnection(
        tx,
        {
          environmentId: environmentIds.test,
          key,
          name: key,
          system: key,
          settings,
          authMethod,
          secrets,
          createdBy: demoPeople.admin.id,
        },
        keyRing,
      );
      return made.connectionId;
    });
  return {
    salesforce: await create(
      'salesforce',
      { baseUrl: sandbox.salesforce.url, apiVersion: '66.0' },
      'client-credentials',
      { clientId: 'sandbox-client', clientSecret: 'sandbox-secret', webhookSecret },
    ),
    netsuite: await create('netsuite', { accountId: 'TSTDRV1234567', baseUrl: sandbox.netsuite.url }, 'oauth2-m2m', {
      clientId: 'sandbox-m2m-client',
      certificateId: 'sandbox-certificate',
      privateKey: privateKeyPem,
      algorithm: 'PS256',
    }),
    kantata: await create('kantata', { baseUrl: sandbox.kantata.url }, 'bearer', { token: 'sandbox-kantata-token' }),
  };
}

/** The shipped flow, live in `test`. */
export async function installClosedWon({ db, organisationId, environmentIds }: TestDatabase): Promise<void> {
  await withOrganisation(db, organisationId, (tx) =>
    installTemplate(
      tx,
      {
        template: closedWonHandoff,
        installedBy: demoPeople.analyst.id,
        approvedBy: demoPeople.approver.id,
        environmentIds: [environmentIds.test],
      },
      { catalog: connectorCatalog, entities: entitySchemas },
    ),
  );
}
