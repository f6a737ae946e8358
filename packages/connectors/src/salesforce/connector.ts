import { tokenAuthorizer } from '../kit/authorizer.ts';
import { checkDescribed } from '../kit/session/check-described.ts';
import { defineConnector } from '../kit/session/define-connector.ts';
import { TokenCache } from '../kit/token-cache.ts';
import { root } from './addresses.ts';

import { describe } from './describe.ts';
import { salesforceManifest as manifest } from './manifest.ts';
import { readProblem, readRate } from './problem.ts';
import { signIn } from './sign-in.ts';
import { readWebhook } from './webhook.ts';
import { wire } from './wire.ts';

export const salesforceConnector = defineConnector({
  manifest,
  wireOf: () => wire,
  authorizer: (to) => tokenAuthorizer(new TokenCache(() => signIn(to), to.now)),
  probe: async (call) => {
    const q = 'SELECT Id FROM User LIMIT 1';
    await call.send({ method: 'GET', path: `${root(call)}/query`, query: { q }, isRepeatable: true });
    const { host } = new URL(call.fields.requireSetting('baseUrl'));
    return `Signed in to ${host} (API ${call.fields.requireSetting('apiVersion')}).`;
  },
  readProblem,
  readRate,
  describe,
  staleSchemaCode: 'INVALID_FIELD',
  checkWrite: checkDescribed,
  readWebhook,
});
