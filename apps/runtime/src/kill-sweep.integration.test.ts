import { afterAll, beforeAll, expect, it } from 'vitest';
import { SweepLane } from '../testing/sweep-lane.ts';

/** Two lanes run at a time, because a lane mostly waits for a start or for the pace of a system. */
const lanes: SweepLane[] = [];

beforeAll(async () => {
  lanes.push(...(await Promise.all([SweepLane.open(), SweepLane.open()])));
});
afterAll(() => Promise.all(lanes.map((lane) => lane.close())));

it('ends with the same records, each once, wherever the worker is killed', { timeout: 3_600_000 }, async () => {
  const dealId = lanes[0]?.smallestDeal ?? '';
  const results = await Promise.all(lanes.map((lane) => lane.undisturbed(dealId)));
  const { outcome, boundaries } = results[0] ?? { outcome: undefined, boundaries: [] };
  expect(results.map((result) => result.outcome)).toEqual(lanes.map(() => outcome));
  expect(outcome).toMatchObject({ run: { state: 'succeeded' }, exceptions: [] });
  expect(boundaries.length).toBeGreaterThan(40);
  const pending = boundaries.map((name, index) => ({ name, at: index + 1 }));
  const differing: string[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
        const after = await lane.killedAt(dealId, next.at);
        try {
          expect(after).toEqual(outcome);
        } catch (error) {
          differing.push(`${next.at} ${next.name}: ${String(error)}`);
        }
      }
    }),
  );
  expect(differing).toEqual([]);
});
