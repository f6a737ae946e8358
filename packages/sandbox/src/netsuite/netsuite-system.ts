import type { SandboxSystem } from '../kit/system.ts';

/** Until its routes are written, every request is answered 501. */
export const netsuite: SandboxSystem = {
  id: 'netsuite',
  credentials: {},
  seed: () => {},
  routes: () => {},
  coverage: [],
  problem: (problem) => Response.json({ error: `Not implemented yet: ${problem.kind}.` }, { status: 501 }),
};
