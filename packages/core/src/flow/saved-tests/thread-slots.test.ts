import { expect, test } from 'vitest';
import type { MappingDocument } from '../../mapping/document.ts';
import { TestThread } from './test-thread.ts';
import { returnThreadSlot, takeThreadSlot } from './thread-slots.ts';

test('an organisation has one thread at a time and a short queue, separate from those of others', async () => {
  const controller = new AbortController();
  expect(await takeThreadSlot('loud')).toBe(true);
  const waiting = [1, 2, 3].map(() => takeThreadSlot('loud', controller.signal));
  expect(await takeThreadSlot('loud')).toBe(false);
  const thread = new TestThread({ owner: 'loud' });
  const one = { name: 'one', input: {}, expected: 1 };
  const any = { kind: 'any' } as const;
  const document: MappingDocument = { format: 1, text: '1', source: any, target: any, tests: [one] };
  await expect(thread.run({ document, key: 'm', valueMaps: {} })).rejects.toMatchObject({
    name: 'TestsBusyError',
    code: 'TOO_BUSY',
  });
  expect(await takeThreadSlot('other')).toBe(true);
  returnThreadSlot('other');
  controller.abort();
  expect(await Promise.all(waiting)).toEqual([false, false, false]);
  returnThreadSlot('loud');
});

test('a free thread goes to the owner who has waited longest and has none', async () => {
  const turns: string[] = [];
  const wait = (owner: string, name: string): Promise<unknown> =>
    takeThreadSlot(owner).then((isTaken) => turns.push(`${name} ${isTaken}`));
  await wait('a', 'first');
  await wait('b', 'second');
  const waiting = [wait('a', 'third'), wait('c', 'fourth')];
  returnThreadSlot('b');
  await waiting[1];
  returnThreadSlot('a');
  await waiting[0];
  expect(turns).toEqual(['first true', 'second true', 'fourth true', 'third true']);
  returnThreadSlot('a');
  returnThreadSlot('c');
});
