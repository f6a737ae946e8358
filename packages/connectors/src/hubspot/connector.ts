import { fixedAuthorizer } from '../kit/authorizer.ts';
import { checkDescribed } from '../kit/session/check-described.ts';
import { defineConnector } from '../kit/session/define-connector.ts';
import { hubspotManifest as manifest } from './manifest.ts';
import { readProblem, readRate } from './problem.ts';
import { describe } from './properties.ts';
import { readWebhook } from './webhook.ts';
import { wireOf } from './wire.ts';

export const hubspotConnector = defineConnector({
  manifest,
  wireOf,
  authorizer: ({ fields }) => fixedAuthorizer(fields.requireCredential('token')),
  probe: async (call) => {
    await call.send({ method: 'GET', path: '/crm/v3/owners', query: { limit: 1 }, isRepeatable: true });
    return `Signed in to ${new URL(call.fields.requireSetting('baseUrl')).host}.`;
  },
  readProblem,
  readRate,
  describe,
  checkWrite: checkDescribed,
  readWebhook,
});
