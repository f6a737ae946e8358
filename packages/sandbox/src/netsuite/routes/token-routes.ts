import { publicKey } from '../../kit/public-keys.ts';
import { TOKEN_LIFETIME_SECONDS } from '../auth/access-tokens.ts';
import { ACCOUNT_ID, M2M_CLIENT_ID } from '../auth/account.ts';
import { TokenEndpointError, verifyClientAssertion } from '../auth/client-assertion.ts';
import type { NetSuiteApp, RouteContext } from './request-context.ts';
import { REST, originOf } from './request-context.ts';

const TOKEN_PATH = `${REST}/auth/oauth2/v1/token`;

/** OAuth 2.0 client credentials with a signed assertion ("M2M"). */
export function tokenRoutes(app: NetSuiteApp, { system, tokens }: RouteContext): void {
  app.post(TOKEN_PATH, async (c) => {
    try {
      await verifyClientAssertion({
        form: new URLSearchParams(await c.req.text()),
        findPublicKey: (certificateId) => publicKey(system.state, certificateId)?.publicKeyPem,
        audiences: [
          `https://${ACCOUNT_ID.toLowerCase()}.suitetalk.api.netsuite.com${TOKEN_PATH}`,
          `${originOf(c)}${TOKEN_PATH}`,
        ],
        now: new Date(),
      });
    } catch (error) {
      if (!(error instanceof TokenEndpointError)) throw error;
      return Response.json({ error: error.error, error_description: error.message }, { status: error.status });
    }
    const accessToken = await tokens.issue(M2M_CLIENT_ID);
    return c.json({ access_token: accessToken, expires_in: String(TOKEN_LIFETIME_SECONDS), token_type: 'bearer' });
  });
}
