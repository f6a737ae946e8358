import type { SandboxSystem } from '../kit/system.ts';
import { AccessTokens } from './auth/access-tokens.ts';
import { ACCOUNT_ID, CERTIFICATE_ID, M2M_CLIENT_ID, TOKENS } from './auth/account.ts';
import { NonceMemory } from './auth/token-based-auth.ts';
import { coverage } from './coverage.ts';
import { NetSuiteError, errorResponse } from './errors.ts';
import { netsuiteProblem } from './problem.ts';
import { RecordStore } from './records/record-store.ts';
import { asyncRequests } from './routes/async-requests.ts';
import { asyncRoutes } from './routes/async-routes.ts';
import { gate } from './routes/gate.ts';
import { refuseForms } from './routes/refuse-forms.ts';
import { metadataRoutes } from './routes/metadata-routes.ts';
import { recordRoutes } from './routes/record-routes.ts';
import type { RouteContext } from './routes/request-context.ts';
import { suiteqlRoutes } from './routes/suiteql-routes.ts';
import { systemRoutes } from './routes/system-routes.ts';
import { tokenRoutes } from './routes/token-routes.ts';
import { transformRoutes } from './routes/transform-routes.ts';
import { seedNetSuite } from './seed/seed-netsuite.ts';

/** A stand-in for a NetSuite OneWorld account spoken to through SuiteTalk REST web services. */
export const netsuite: SandboxSystem = {
  id: 'netsuite',
  title: 'NetSuite',
  credentials: {
    account: ACCOUNT_ID,
    ...Object.fromEntries(
      TOKENS.flatMap((each) => [
        [`TBA (${each.role}) consumer`, `${each.consumerKey} / ${each.consumerSecret}`],
        [`TBA (${each.role}) token`, `${each.tokenId} / ${each.tokenSecret}`],
      ]),
    ),
    'M2M client id': M2M_CLIENT_ID,
    'M2M certificate id': CERTIFICATE_ID,
  },
  seed: (state, clock) => seedNetSuite(new RecordStore(state, clock)),
  routes: (app, system) => {
    const store = new RecordStore(system.state, system.clock);
    const context: RouteContext = {
      system,
      store,
      tokens: new AccessTokens(system.clock),
      nonces: new NonceMemory(),
      roles: new WeakMap(),
    };
    app.onError((error) => {
      if (error instanceof NetSuiteError) return errorResponse(error);
      throw error;
    });
    tokenRoutes(app, context);
    gate(app, context);
    refuseForms(app);
    asyncRequests(app, context);
    suiteqlRoutes(app, context);
    systemRoutes(app, context);
    asyncRoutes(app, context);
    metadataRoutes(app);
    transformRoutes(app, context);
    recordRoutes(app, context);
  },
  coverage,
  problem: netsuiteProblem,
};
