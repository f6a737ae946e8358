import { describe, expect, it } from 'vitest';
import { ConcurrencyGate } from './concurrency-gate.ts';

const never = new AbortController().signal;

describe('ConcurrencyGate', () => {
  it('lets in as many as allowed, and the next in the order they came', async () => {
    const gate = new ConcurrencyGate(1);
    const order: string[] = [];
    const leaveFirst = await gate.enter(never);
    const waiting = ['b', 'c'].map(async (name) => {
      const leave = await gate.enter(never);
      order.push(name);
      leave();
    });
    expect(order).toEqual([]);
    leaveFirst();
    await Promise.all(waiting);
    expect(order).toEqual(['b', 'c']);
  });

  it('gives up a place in the queue on abort, without losing one', async () => {
    const gate = new ConcurrencyGate(1);
    const leave = await gate.enter(never);
    const giveUp = new AbortController();
    const waiting = gate.enter(giveUp.signal);
    giveUp.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    leave();
    (await gate.enter(never))();
    (await gate.enter(never))();
  });

  it('does not give a place back twice', async () => {
    const gate = new ConcurrencyGate(1);
    const leave = await gate.enter(never);
    leave();
    leave();
    await gate.enter(never);
    const giveUp = new AbortController();
    const second = gate.enter(giveUp.signal);
    giveUp.abort(new Error('still full'));
    await expect(second).rejects.toThrow('still full');
  });
});
