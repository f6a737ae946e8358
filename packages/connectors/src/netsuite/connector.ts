import type { ConnectionFields } from '../kit/connection-fields.ts';
import { defineConnector } from '../kit/session/define-connector.ts';
import { describe } from './describe.ts';
import { netsuiteManifest as manifest } from './manifest.ts';
import { readProblem } from './problem.ts';
import { netsuiteAuthorizer } from './sign-in.ts';
import { suiteql } from './suiteql.ts';
import { wire } from './wire.ts';

export const netsuiteConnector = defineConnector({
  manifest,
  wireOf: () => wire,
  baseUrl: baseUrlOf,
  authorizer: netsuiteAuthorizer,
  probe: async (call) => {
    await call.send({ ...suiteql('SELECT id FROM currency ORDER BY id'), query: { limit: 1, offset: 0 } });
    const account = call.fields.requireSetting('accountId');
    return `Signed in to NetSuite account ${account} with ${call.fields.method.title}.`;
  },
  readProblem,
  describe,
});

/** `1234567_SB1` lives at `1234567-sb1.suitetalk.api.netsuite.com`. */
function baseUrlOf(fields: ConnectionFields): string {
  const host = fields.requireSetting('accountId').toLowerCase().replaceAll('_', '-');
  return fields.setting('baseUrl') ?? `https://${host}.suitetalk.api.netsuite.com`;
}
