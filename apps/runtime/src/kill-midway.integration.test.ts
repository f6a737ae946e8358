import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRuntimeProcess, type RuntimeProcess } from '../testing/runtime-process.ts';
import { publishResourceFlow, resourceLabels, resourcePayload } from '../testing/project-resource.ts';
import { SharedRecords } from '../testing/shared-records.ts';
import { recordsMade } from '../testing/stored-records.ts';

let world: SharedRecords;
let worker: RuntimeProcess | undefined;
let workerId = '';
const folder = mkdtempSync(join(tmpdir(), 'throughline-kill-'));
const crashFile = join(folder, 'crash');

beforeAll(async () => {
  world = await SharedRecords.open();
  await publishResourceFlow(world);
  await world.clientFlow('one');
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await world.reset();
  await startWorker();
});
afterEach(() => worker?.stop('SIGKILL'));

/** Starts the next worker; as a supervisor does, it tells it which one ended before. */
async function startWorker(): Promise<void> {
  orderCrash('0');
  const ended = workerId;
  workerId = randomUUID();
  worker = await startRuntimeProcess({
    DATABASE_URL: world.database.url,
    THROUGHLINE_SECRET_KEY: world.keys.secretKey,
    THROUGHLINE_CRASH_FILE: crashFile,
    THROUGHLINE_WORKER_ID: workerId,
    THROUGHLINE_ENDED_WORKER_IDS: ended,
  });
}

const orderCrash = (place: string): void => writeFileSync(crashFile, place);
const boundariesPassed = (): string[] => readFileSync(crashFile, 'utf8').split('\n').slice(1);

/** Runs a flow, kills its worker at a place, and lets the next worker end the run. */
async function killedAt(place: string, begin: () => Promise<string>) {
  orderCrash(place);
  const runId = await begin();
  expect(await worker?.ended).toBe('SIGKILL');
  await startWorker();
  return world.ended(runId);
}

describe('a worker that is killed between the two halves of a write', { timeout: 600_000 }, () => {
  it('leaves one complete record, wherever that is', async () => {
    orderCrash('0');
    const whole = await world.ended(await world.start('resource', await resourcePayload(world)));
    expect(whole).toMatchObject({ state: 'succeeded', output: { body: { effect: 'created' } } });
    const passed = boundariesPassed();
    const from = passed.indexOf('after save');
    const places = passed
      .map((name, at) => ({ name, place: String(at + 1) }))
      .slice(from, passed.indexOf('after finish'));
    expect(places.map(({ name }) => name)).toEqual([
      'after save',
      'before save second half',
      'sent save/R-1',
      'answered save/R-1',
      'after save second half',
      'before finish',
    ]);
    for (const { name, place } of places) {
      await world.reset();
      const payload = await resourcePayload(world);
      const ended = await killedAt(place, () => world.start('resource', payload));
      expect({
        name,
        state: ended.state,
        output: ended.output,
        labels: resourceLabels(world, payload),
        exceptions: await world.exceptions(ended.id),
      }).toEqual({
        name,
        state: 'succeeded',
        output: { status: 200, body: { id: expect.any(String) as string, effect: 'created', externalId: 'R-1' } },
        labels: ['Lead'],
        exceptions: [],
      });
    }
  });
});

describe('a worker that is killed while it repairs what was delivered before', { timeout: 600_000 }, () => {
  const groups = () => world.sandbox.kantata.context.state.collection<{ readonly name: string }>('workspace_groups');
  const deliver = () => world.start('one', { customer: 'C-1', name: 'Quay Ltd' });
  const deleted = { damage: 'was deleted', made: 2, harm: (id: string) => void groups().delete(id) };
  const changed = {
    damage: 'was changed',
    made: 1,
    harm: (id: string) => void groups().update(id, { name: 'Changed by hand' }),
  };
  const kills = [
    { ...deleted, place: 'sent-writeone' },
    { ...deleted, place: 'answered-writeone' },
    { ...deleted, place: 'after-writeone' },
    { ...changed, place: 'answered-writeone' },
  ];

  it.each(kills)(
    'repairs it once: the record $damage, the worker is killed at $place',
    async ({ made, harm, place }) => {
      const first = await world.ended(await deliver());
      const { id } = first.output as { id: string };
      harm(id);
      const second = await killedAt(place, deliver);
      expect(second).toMatchObject({ state: 'succeeded', errorMessage: null, output: { effect: 'repaired' } });
      expect(recordsMade(world.sandbox).filter((line) => line.startsWith('kantata workspace_groups/'))).toHaveLength(
        made,
      );
      const named = groups()
        .entries()
        .filter(([, { name }]) => name === 'Quay Ltd' || name === 'Changed by hand');
      expect(named).toMatchObject([[(second.output as { id: string }).id, { name: 'Quay Ltd' }]]);
      expect(await world.exceptions(second.id)).toEqual([]);
    },
  );
});
