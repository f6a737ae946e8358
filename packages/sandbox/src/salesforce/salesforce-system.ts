import type { SandboxSystem } from '../kit/system.ts';

export const salesforce: SandboxSystem = {
  id: 'salesforce',
  credentials: {},
  seed: () => {},
  routes: () => {},
  coverage: [],
  problem: (problem) => Response.json([{ message: problem.kind, errorCode: 'UNKNOWN' }], { status: 501 }),
};
