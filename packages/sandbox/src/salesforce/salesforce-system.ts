import type { SandboxSystem } from '../kit/system.ts';
import { tokenRoutes } from './auth/token-routes.ts';
import { coverage } from './coverage.ts';
import { org } from './org.ts';
import { salesforceProblem } from './problem.ts';
import { operations } from './routes/operations.ts';
import { closeDeal } from './page/close-deal.ts';
import { orgRoutes } from './routes/org-routes.ts';
import { registerOperations } from './routes/register-operations.ts';
import { seedSalesforce } from './seed/seed-salesforce.ts';

/** Stand-in for a Salesforce org with Sales Cloud and several currencies, REST API v66.0. */
export const salesforce: SandboxSystem = {
  id: 'salesforce',
  title: 'Salesforce',
  actions: [closeDeal],
  credentials: {
    'client id': org.clientId,
    'client secret': org.clientSecret,
    'refresh token': org.refreshToken,
    'JWT bearer user': org.username,
    'webhook secret': org.webhookSecret,
  },
  seed: seedSalesforce,
  routes: (app, context) => {
    tokenRoutes(app, context);
    orgRoutes(app, context);
    registerOperations(app, context, operations);
  },
  coverage,
  problem: salesforceProblem,
};
