import { Connection } from 'jsforce';
import { salesforceUrl } from './product-address.ts';

/** jsforce, signed in as the sandbox's integration user with client credentials. */
export async function connectSalesforce(): Promise<Connection> {
  const response = await fetch(`${salesforceUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'sandbox-client',
      client_secret: 'sandbox-secret',
    }),
  });
  const { access_token: accessToken } = (await response.json()) as { access_token: string };
  return new Connection({ instanceUrl: salesforceUrl, accessToken, version: '66.0' });
}

export interface Deal {
  readonly Id: string;
  readonly Name: string;
  readonly AccountId: string;
}

/** The open deal with this name; names of the seed are unique. */
export async function findDeal(salesforce: Connection, name: string): Promise<Deal> {
  const { records } = await salesforce.query<Deal>(
    `SELECT Id, Name, AccountId FROM Opportunity WHERE Name = '${name.replaceAll("'", String.raw`\'`)}'`,
  );
  const [deal] = records;
  if (deal === undefined) throw new Error(`The sandbox has no opportunity "${name}".`);
  return deal;
}

export async function closeDeal(salesforce: Connection, deal: Deal): Promise<void> {
  const result = await salesforce.sobject('Opportunity').update({ Id: deal.Id, StageName: 'Closed Won' });
  if (!result.success) throw new Error(`The deal could not be closed: ${JSON.stringify(result.errors)}`);
}
