import { expect, test } from 'vitest';
import { OrganisationGate } from './organisation-gate.ts';

/** Work that ends on command. */
function held() {
  let end = (): void => undefined;
  const work = () =>
    new Promise<void>((resolve) => {
      end = resolve;
    });
  return { work, end: () => end() };
}

test('work of one organisation waits for its turn, and work of another runs at once', async () => {
  const gate = new OrganisationGate(1, 1);
  const first = held();
  const order: string[] = [];
  const done = gate.run('a', first.work).then(() => order.push('first of a'));
  const second = gate.run('a', async () => order.push('second of a'));
  await expect(gate.run('a', async () => undefined)).rejects.toMatchObject({ code: 'TOO_BUSY', kind: 'too-many' });
  await gate.run('b', async () => order.push('first of b'));
  first.end();
  await Promise.all([done, second]);
  expect(order.toSorted()).toEqual(['first of a', 'first of b', 'second of a']);
  expect(order[0]).toBe('first of b');
});

test('failed work frees its place for the next', async () => {
  const gate = new OrganisationGate(1, 1);
  const failing = gate.run('a', () => Promise.reject(new Error('no')));
  const next = gate.run('a', () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
