import { fixedAuthorizer } from '../kit/authorizer.ts';
import { valueAt } from '../kit/pagers/pager.ts';
import { defineConnector } from '../kit/session/define-connector.ts';
import { kantataManifest as manifest } from './manifest.ts';
import { readProblem } from './problem.ts';
import { ROOT } from './resources.ts';
import { wire } from './wire.ts';

export const kantataConnector = defineConnector({
  manifest,
  wireOf: () => wire,
  authorizer: ({ fields }) => fixedAuthorizer(fields.requireCredential('token')),
  probe: async (call) => {
    const query = { on_my_account: 'true', page: 1, per_page: 1 };
    const { body } = await call.send({ method: 'GET', path: `${ROOT}/users.json`, query, isRepeatable: true });
    const { host } = new URL(call.fields.requireSetting('baseUrl'));
    return `Signed in to ${host}; ${String(valueAt(body, 'count'))} people are visible.`;
  },
  readProblem,
});
