import type { WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { describe, expect, it } from 'vitest';
import { settleWrites } from './settle-writes.ts';

const request = (key: string, name: string): WriteRequest => ({
  object: 'thing',
  operation: 'upsert',
  identity: { by: 'external-id', value: key },
  record: { name },
});
const done = (id: string): WriteOutcome => ({ isOk: true, id, effect: 'updated' });
const nameOf = (each: WriteRequest) => String(each.record?.['name']);

describe('settleWrites', () => {
  it('returns outcomes in request order whichever finishes first, and keeps the good ones when one fails', async () => {
    const gates = new Map(['a', 'b', 'c'].map((name) => [name, Promise.withResolvers<void>()]));
    const settled = settleWrites([request('1', 'a'), request('2', 'b'), request('3', 'c')], 3, async (each) => {
      await gates.get(nameOf(each))?.promise;
      if (nameOf(each) === 'b') throw new TypeError('a defect');
      return done(nameOf(each));
    });
    for (const name of ['c', 'b', 'a']) gates.get(name)?.resolve();
    const outcomes = await settled;
    expect(outcomes.map((each) => (each.isOk ? each.id : each.error.class))).toEqual(['a', 'fatal', 'c']);
  });

  it('keeps requests for one record in order and runs others in parallel', async () => {
    const log: string[] = [];
    const first = Promise.withResolvers<void>();
    const settled = settleWrites([request('1', 'a1'), request('1', 'a2'), request('2', 'b')], 2, async (each) => {
      log.push(`start ${nameOf(each)}`);
      if (nameOf(each) === 'a1') await first.promise;
      if (nameOf(each) === 'b') first.resolve();
      log.push(`end ${nameOf(each)}`);
      return done(nameOf(each));
    });
    await settled;
    expect(log.indexOf('end a1')).toBeLessThan(log.indexOf('start a2'));
    expect(log.indexOf('start b')).toBeLessThan(log.indexOf('end a1'));
  });

  it('never runs more at once than allowed', async () => {
    let running = 0;
    let most = 0;
    await settleWrites(
      Array.from({ length: 20 }, (_, n) => request(String(n), String(n))),
      3,
      async (each) => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        return done(nameOf(each));
      },
    );
    expect(most).toBe(3);
  });
});
