import type { OrganisationTx } from '@throughline/core/db';
import { createConnection } from '@throughline/core/db/connections/create-connection';
import { updateConnection } from '@throughline/core/db/connections/update-connection';
import type { KeyRing } from '@throughline/core/db/key-ring';
import { connection } from '@throughline/core/db/schema/connection';
import { demoPeople } from '@throughline/core/db/demo-people';
import { and, eq } from 'drizzle-orm';
import type { SigningKey } from './signing-key.ts';

/** The secret with which the sandbox signs its webhooks. In real life, the system's administrator creates it. */
export const demoWebhookSecret = 'whsec_c2FuZGJveC13ZWJob29rLXNlY3JldC0wMDAx';

export interface SandboxUrls {
  readonly salesforce: string;
  readonly netsuite: string;
  readonly kantata: string;
}

interface DemoConnection {
  readonly key: keyof SandboxUrls;
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly authMethod: string;
  readonly secrets: Readonly<Record<string, string>>;
}

const demoConnections = (urls: SandboxUrls, netsuiteKey: SigningKey): readonly DemoConnection[] => [
  {
    key: 'salesforce',
    name: 'Salesforce sandbox',
    settings: { baseUrl: urls.salesforce, apiVersion: '66.0' },
    authMethod: 'client-credentials',
    secrets: { clientId: 'sandbox-client', clientSecret: 'sandbox-secret', webhookSecret: demoWebhookSecret },
  },
  {
    key: 'netsuite',
    name: 'NetSuite sandbox',
    settings: { accountId: 'TSTDRV1234567', baseUrl: urls.netsuite },
    authMethod: 'oauth2-m2m',
    secrets: {
      clientId: 'sandbox-m2m-client',
      certificateId: 'sandbox-certificate',
      privateKey: netsuiteKey.privateKeyPem,
      algorithm: 'PS256',
    },
  },
  {
    key: 'kantata',
    name: 'Kantata sandbox',
    settings: { baseUrl: urls.kantata },
    authMethod: 'bearer',
    secrets: { token: 'sandbox-kantata-token' },
  },
];

/**
 * Creates the demo's connections, or updates them to the addresses where the sandbox listens this time. Connections
 * that somebody pointed elsewhere are left alone.
 * @returns the id of each by key
 */
export async function seedConnections(
  tx: OrganisationTx,
  environmentId: string,
  urls: SandboxUrls,
  netsuiteKey: SigningKey,
  keyRing: KeyRing,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const wanted of demoConnections(urls, netsuiteKey)) {
    const { key } = wanted;
    const [existing] = await tx
      .select()
      .from(connection)
      .where(and(eq(connection.environmentId, environmentId), eq(connection.key, key)));
    const createdBy = demoPeople.admin.id;
    if (existing === undefined) {
      const made = await createConnection(tx, { ...wanted, environmentId, system: key, createdBy }, keyRing);
      ids[key] = made.connectionId;
      continue;
    }
    ids[key] = existing.id;
    const { baseUrl } = existing.settings;
    if (baseUrl === urls[key] || !isLoopback(baseUrl)) continue;
    const settings = { ...existing.settings, baseUrl: urls[key] };
    const dropped = Object.fromEntries(existing.secretFields.map((field) => [field, null]));
    const secrets = { ...dropped, ...wanted.secrets };
    const change = {
      connectionId: existing.id,
      expectedRevision: existing.revision,
      settings,
      authMethod: wanted.authMethod,
      secrets,
      updatedBy: createdBy,
    };
    await updateConnection(tx, change, keyRing);
  }
  return ids;
}

const isLoopback = (url: unknown): boolean => typeof url === 'string' && url.startsWith('http://127.0.0.1:');
