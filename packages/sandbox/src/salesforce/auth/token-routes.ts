import { createHmac } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { SandboxEnv, SystemContext } from '../../kit/system.ts';
import { org } from '../org.ts';
import { closeSession, openSession } from './sessions.ts';
import { GrantError, verifyAssertion } from './verify-assertion.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const SCOPE = 'api refresh_token';

/** The OAuth token and revocation endpoints. */
export function tokenRoutes(app: Hono<SandboxEnv>, context: SystemContext): void {
  app.post('/services/oauth2/token', async (c) => {
    try {
      return await issueToken(c, context);
    } catch (error) {
      if (!(error instanceof GrantError)) throw error;
      return c.json({ error: error.error, error_description: error.description }, 400, { 'cache-control': 'no-store' });
    }
  });
  app.post('/services/oauth2/revoke', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const isKnown = closeSession(context.state, form.get('token') ?? '');
    return isKnown
      ? c.body(null, 200)
      : c.json({ error: 'unsupported_token_type', error_description: 'this token type is not supported' }, 400);
  });
}

async function issueToken(c: Context<SandboxEnv>, context: SystemContext): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  const grantType = form.get('grant_type');
  const { origin } = new URL(c.req.url);
  if (grantType === 'client_credentials') checkClient(form, c.req.header('authorization'));
  else if (grantType === JWT_BEARER)
    await verifyAssertion(context.state, context.clock, form.get('assertion') ?? '', origin);
  else if (grantType === 'refresh_token') {
    checkClient(form, c.req.header('authorization'));
    if (form.get('refresh_token') !== org.refreshToken)
      throw new GrantError('invalid_grant', 'expired access/refresh token');
  } else throw new GrantError('unsupported_grant_type', 'grant type not supported');
  const { token } = openSession(context.state, context.clock, org.integrationUserId);
  const id = `${origin}/id/${org.id}/${org.integrationUserId}`;
  const issuedAt = String(context.clock.nowMs());
  const signature = createHmac('sha256', org.clientSecret)
    .update(id + issuedAt)
    .digest('base64');
  const common = { access_token: token, scope: SCOPE, instance_url: origin, id, token_type: 'Bearer' };
  // The JWT bearer flow answers without a signature and an issue time.
  return c.json(grantType === JWT_BEARER ? common : { ...common, issued_at: issuedAt, signature });
}

function checkClient(form: URLSearchParams, authorization: string | undefined): void {
  const [basicId, basicSecret] = /^Basic (.+)$/i.test(authorization ?? '')
    ? Buffer.from((authorization ?? '').slice(6), 'base64')
        .toString('utf8')
        .split(':')
        .map(decodeURIComponent)
    : [];
  if ((form.get('client_id') ?? basicId) !== org.clientId)
    throw new GrantError('invalid_client_id', 'client identifier invalid');
  if ((form.get('client_secret') ?? basicSecret) !== org.clientSecret)
    throw new GrantError('invalid_client', 'invalid client credentials');
}
