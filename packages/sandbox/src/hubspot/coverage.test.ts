import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { SandboxClock } from '../kit/clock.ts';
import { declaredRoutes, registeredRoutes } from '../kit/coverage.ts';
import { FaultPlan } from '../kit/faults.ts';
import { RequestLedger } from '../kit/ledger.ts';
import { SandboxState } from '../kit/state.ts';
import type { SandboxEnv } from '../kit/system.ts';
import { EventOutbox } from '../kit/webhook/outbox.ts';
import { coverage } from './coverage.ts';
import { hubspot } from './hubspot-system.ts';

test('the coverage table names exactly the routes that are registered', () => {
  const [state, clock, faults, ledger] = [new SandboxState(), new SandboxClock(), new FaultPlan(), new RequestLedger()];
  const events = new EventOutbox(state, faults);
  const app = new Hono<SandboxEnv>();
  hubspot.routes(app, { state, clock, faults, ledger, events, log: () => {} });
  expect(registeredRoutes(app)).toEqual(declaredRoutes(coverage, 'implemented'));
});
