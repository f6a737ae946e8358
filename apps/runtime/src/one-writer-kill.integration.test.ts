import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { worker } from '@throughline/core/db/schema/index';
import { startRuntimeProcess, type RuntimeProcess } from '../testing/runtime-process.ts';
import { allWell, SharedRecords } from '../testing/shared-records.ts';
import { waitUntil } from '../testing/wait-until.ts';

let world: SharedRecords;
let workers: RuntimeProcess[] = [];

beforeAll(async () => {
  world = await SharedRecords.open();
  await world.clientFlow('one');
  await world.clientFlow('other');
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.reset();
  workers = await Promise.all([startWorker(), startWorker()]);
});
afterEach(async () => {
  await Promise.all(workers.map((each) => each.stop('SIGKILL')));
});

const startWorker = () =>
  startRuntimeProcess({
    DATABASE_URL: world.database.url,
    THROUGHLINE_SECRET_KEY: world.keys.secretKey,
    THROUGHLINE_LEASE_MS: '1500',
    THROUGHLINE_REQUEST_LIFE_MS: '8000',
  });

/**
 * One run has sent its request, which the system carries out slowly or never, and another run wants the same record.
 */
async function oneInFlight(fault: { readonly kind: 'slow' | 'half-open'; readonly delayMs?: number }) {
  const { faults, ledger } = world.sandbox.kantata.context;
  faults.add({ ...fault, count: 1, match: { method: 'POST', path: '*groups*' } });
  const payload = { customer: 'C-1', name: 'Quay Ltd' };
  const first = await world.start('one', payload);
  await waitUntil('the request', () => ledger.requests().find((request) => request.fault === fault.kind));
  const second = await world.start('other', payload);
  await waitUntil('the second run to wait', async () => {
    const [step] = await world.steps(second);
    return step?.state === 'retrying' ? true : undefined;
  });
  const sender = await workerOf(first);
  return { first, second, sender };
}

/** Even a request whose sender is gone is carried out, and counts. */
function carriedOut(): true | undefined {
  const { ledger } = world.sandbox.kantata.context;
  const slow = ledger.requests().find(({ fault }) => fault === 'slow');
  return ledger.effects().some(({ requestSeq }) => requestSeq === slow?.seq) ? true : undefined;
}

async function workerOf(runId: string): Promise<RuntimeProcess> {
  const { workerId } = await world.run(runId);
  const rows = await world.database.db.login
    .select({ pid: worker.pid })
    .from(worker)
    .where(eq(worker.id, workerId ?? ''));
  const found = workers.find(({ child }) => child.pid === rows[0]?.pid);
  if (found === undefined) throw new Error(`No worker has the run ${runId}.`);
  return found;
}

describe('two workers and one record', () => {
  it('waits for the other one, and shows the wait as a retry that is not a failed attempt', async () => {
    const { first, second } = await oneInFlight({ kind: 'slow', delayMs: 3000 });
    await Promise.all([first, second].map((id) => world.ended(id)));
    expect(await world.tally()).toEqual(allWell(2, { clients: 1, customers: 0 }));
    const [step] = await world.steps(second);
    expect({ attempts: step?.attempts, retries: step?.retries }).toEqual({
      attempts: 1,
      retries: [
        {
          at: expect.any(String),
          class: 'lock',
          message: `Run ${first} is writing the same workspace_groups.`,
          waitMs: expect.any(Number),
        },
      ],
    });
  });

  it.each([
    { signal: 'SIGKILL', fault: { kind: 'slow', delayMs: 4000 }, request: 'takes effect after the other looked' },
    { signal: 'SIGKILL', fault: { kind: 'half-open' }, request: 'never takes effect' },
    { signal: 'SIGSTOP', fault: { kind: 'slow', delayMs: 5000 }, request: 'takes effect after the other looked' },
  ] as const)('makes one after $signal of the sender, whose request $request', async ({ signal, fault }) => {
    const { first, second, sender } = await oneInFlight(fault);
    sender.child.kill(signal);
    await Promise.all([first, second].map((id) => world.ended(id)));
    if (signal === 'SIGSTOP') {
      sender.child.kill('SIGCONT');
      expect(await sender.ended).toBe(75);
    }
    if (fault.kind === 'slow') await waitUntil('the slow request to take effect', carriedOut);
    expect(await world.tally()).toEqual(allWell(2, { clients: 1, customers: 0 }));
  });
});
