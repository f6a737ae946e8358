import type { RunningSandbox } from '@throughline/sandbox';

/** Somebody who works in Salesforce: signs in and edits deals through its REST interface. */
export class SalesforcePerson {
  readonly #url: string;
  #token: string | undefined;

  constructor(sandbox: RunningSandbox) {
    this.#url = sandbox.salesforce.url;
  }

  /** Edits fields of a deal. */
  async editDeal(id: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
    this.#token ??= await this.#signIn();
    const response = await fetch(`${this.#url}/services/data/v66.0/sobjects/Opportunity/${id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    if (!response.ok) throw new Error(`Salesforce refused the edit: ${await response.text()}`);
  }

  async closeDeal(id: string): Promise<void> {
    await this.editDeal(id, { StageName: 'Closed Won' });
  }

  async #signIn(): Promise<string> {
    const response = await fetch(`${this.#url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'sandbox-client',
        client_secret: 'sandbox-secret',
      }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new Error('Salesforce refused the sign-in.');
    return token;
  }
}
