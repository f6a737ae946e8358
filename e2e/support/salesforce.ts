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
  readonly CloseDate: string;
  readonly Project_Start__c: string;
  readonly Project_End__c: string;
}

/** The open deal with this name; names of the seed are unique. */
export async function findDeal(salesforce: Connection, name: string): Promise<Deal> {
  const { records } = await salesforce.query<Deal>(
    `SELECT Id, Name, AccountId, CloseDate, Project_Start__c, Project_End__c FROM Opportunity WHERE Name = '${name.replaceAll("'", String.raw`\'`)}'`,
  );
  const [deal] = records;
  if (deal === undefined) throw new Error(`The sandbox has no opportunity "${name}".`);
  return deal;
}

export const closeDeal = (salesforce: Connection, deal: Deal): Promise<void> =>
  setStage(salesforce, deal, 'Closed Won');

/** Moves the deal back into negotiation, so that it can be won once more. */
export const reopenDeal = (salesforce: Connection, deal: Deal): Promise<void> =>
  setStage(salesforce, deal, 'Negotiation');

async function setStage(salesforce: Connection, deal: Deal, stage: string): Promise<void> {
  const result = await salesforce.sobject('Opportunity').update({ Id: deal.Id, StageName: stage });
  if (!result.success) throw new Error(`The deal's stage could not be set: ${JSON.stringify(result.errors)}`);
}
