import { expect, it } from 'vitest';
import { traceMoments, type Trace } from './trace-moments.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 14, minute));

const run: Trace['runs'][number] = {
  id: 'run-1',
  state: 'failed',
  mode: 'live',
  source: 'webhook',
  businessLabel: 'ACME Phase 2',
  errorCode: 'BILLING_TERMS_MISSING',
  errorMessage: 'Billing terms missing.',
  replayOfRunId: null,
  createdAt: at(0),
  finishedAt: at(3),
  flowKey: 'closed-won-handoff',
  flowName: 'Closed-won handoff',
  versionNumber: 7,
};
const exception: Trace['exceptions'][number] = {
  id: 'exception-1',
  runId: 'run-1',
  code: 'BILLING_TERMS_MISSING',
  message: 'Billing terms missing.',
  state: 'resolved',
  createdAt: at(2),
  resolvedAt: at(9),
};
const event: Trace['events'][number] = {
  id: 'event-1',
  runId: 'run-1',
  type: 'deal.seen',
  subject: '006',
  createdAt: at(1),
};

it('puts everything on one time line, newest first', () => {
  expect(traceMoments({ runs: [run], deliveries: [], events: [event], exceptions: [exception] })).toEqual([
    { kind: 'resolved', at: at(9), id: 'exception-1-resolved', exception },
    { kind: 'run-ended', at: at(3), id: 'run-1-ended', run },
    { kind: 'exception', at: at(2), id: 'exception-1', exception },
    { kind: 'event', at: at(1), id: 'event-1', event },
    { kind: 'run', at: at(0), id: 'run-1', run },
  ]);
});
