import { expect, test } from 'vitest';
import { Later } from './later.ts';

/** A part that cannot be fetched the first times. */
function failing(times: number) {
  let asked = 0;
  const later = new Later(() => {
    asked += 1;
    return asked > times ? Promise.resolve('the part') : Promise.reject(new Error('There is no connection.'));
  });
  return { later, asked: () => asked };
}

const seen = ({ part, hasFailed }: Later<string>) => ({ part: part(), hasFailed: hasFailed() });

test('a part that could not be fetched is asked for again, and whoever watches sees both', async () => {
  const { later } = failing(1);
  const states: unknown[] = [];
  const stop = later.watch(() => states.push(seen(later)));
  expect(seen(later)).toEqual({ part: undefined, hasFailed: false });
  expect([await later.loaded(), await later.loaded()]).toEqual([undefined, 'the part']);
  expect(states).toEqual([
    { part: undefined, hasFailed: true },
    { part: 'the part', hasFailed: false },
  ]);
  stop();
});

test('a part that is there, or on its way, is fetched once', async () => {
  const { later, asked } = failing(0);
  expect(await Promise.all([later.loaded(), later.loaded()])).toEqual(['the part', 'the part']);
  expect([await later.loaded(), asked()]).toEqual(['the part', 1]);
});

test('a part that is waited for is asked for until it is there, ever more rarely', async () => {
  const { later, asked } = failing(7);
  const delays: number[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  later.watch(() => {
    if (later.part() !== undefined) resolve();
  });
  later.keepAsking((milliseconds, then) => {
    delays.push(milliseconds);
    then();
    return () => undefined;
  });
  await promise;
  expect({ delays, asked: asked(), ...seen(later) }).toEqual({
    delays: [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000],
    asked: 8,
    part: 'the part',
    hasFailed: false,
  });
});

test('a part for which nobody waits any more is not asked for again', async () => {
  const { later, asked } = failing(9);
  const waiting = new Set<() => void>();
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = later.keepAsking((_, then) => {
    waiting.add(then);
    resolve();
    return () => waiting.delete(then);
  });
  await promise;
  stop();
  expect([waiting.size, asked()]).toEqual([0, 1]);
  // Also if it is given up while it is on its way.
  later.keepAsking((_, then) => {
    waiting.add(then);
    return () => undefined;
  })();
  await later.loaded();
  expect([waiting.size, asked()]).toEqual([0, 2]);
});
