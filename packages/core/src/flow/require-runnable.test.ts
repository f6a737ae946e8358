import { describe, expect, test } from 'vitest';
import { flowSchema, type FlowDocument } from './definition.ts';
import { requireRunnable } from './require-runnable.ts';

const flowOf = (body: unknown): FlowDocument =>
  flowSchema.parse({ format: 1, trigger: { kind: 'call', name: 'Called' }, body });
const call = (id: string, flow: string) => ({ id, name: `Call ${flow}`, kind: 'call', config: { flow, input: '1' } });
const parallel = (id: string, branches: number, inner: (slot: string) => unknown[]) => {
  const slots = Array.from({ length: branches }, (_, index) => `way${index}`);
  return {
    id,
    name: 'Side by side',
    kind: 'parallel',
    config: { branches: slots.map((slot) => ({ slot, title: slot })) },
    bodies: Object.fromEntries(slots.map((slot) => [slot, inner(slot)])),
  };
};
const loop = (id: string, concurrency: number, inner: unknown[]) => ({
  id,
  name: `Loop ${id}`,
  kind: 'for-each',
  config: { items: '[1..1000]', concurrency, chunkSize: 1 },
  bodies: { each: inner },
});
const refusalOf = (flow: FlowDocument, flows: Record<string, FlowDocument> = {}, ownKey?: string): string => {
  try {
    requireRunnable(flow, new Map(Object.entries(flows)), ownKey);
    return 'runs';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('a flow that must not run', () => {
  test('contains a step with the id of the parallel step around it, which would start itself for ever', () => {
    const flow = flowOf([parallel('again', 2, () => [parallel('again', 2, () => [])])]);
    expect(refusalOf(flow)).toBe(
      'This flow cannot run. "Side by side" has the id "again" of "Side by side". Give one of them another id.',
    );
  });

  test('would start more branches at once than a worker has room for', () => {
    const flow = flowOf([parallel('outer', 11, (slot) => [parallel(`${slot}Inner`, 10, () => [])])]);
    expect(refusalOf(flow)).toContain('Up to 110 parts of "Side by side" would run at the same time');
  });

  test('calls itself through another flow', () => {
    expect(refusalOf(flowOf([call('a', 'b')]), { b: flowOf([call('b', 'c')]), c: flowOf([call('c', 'b')]) })).toBe(
      'This flow cannot run. Flows call each other in a circle: b → c → b. Break the circle.',
    );
    expect(refusalOf(flowOf([call('a', 'own')]), { own: flowOf([call('a', 'own')]) }, 'own')).toBe(
      'This flow cannot run. Flows call each other in a circle: own → own. Break the circle.',
    );
  });

  test('doubles its work with every level of calls', () => {
    const levels = Object.fromEntries(
      Array.from({ length: 7 }, (_, level) => [
        `level${level}`,
        flowOf(Array.from({ length: 10 }, (_, index) => call(`call${index}`, `level${level + 1}`))),
      ]),
    );
    expect(refusalOf(flowOf([call('first', 'level0')]), levels)).toBe(
      'This flow cannot run. With the flows it calls it would run more than 5000 steps. Call fewer flows, or smaller ones.',
    );
  });

  test('calls flows from loops, so that too much would run at the same time', () => {
    const flows = {
      b: flowOf([loop('each', 4, [call('next', 'c')])]),
      c: flowOf([parallel('ways', 3, () => [])]),
    };
    expect(refusalOf(flowOf([loop('each', 9, [call('first', 'b')])]), flows)).toBe(
      'This flow cannot run. Counting the flows that it calls, up to 108 parts of "Loop each" would run at the same time, and 100 are possible. Lower the concurrency of the loops around the calls, or take branches out.',
    );
    expect(refusalOf(flowOf([loop('each', 8, [call('first', 'b')])]), flows)).toBe('runs');
  });

  test('calls a flow that cannot run because of what it calls in turn', () => {
    const flows = { b: flowOf([loop('each', 20, [call('next', 'c')])]), c: flowOf([loop('each', 6, [])]) };
    expect(refusalOf(flowOf([call('first', 'b')]), flows)).toMatch(
      /^This flow cannot run\. Counting the flows that it calls, up to 120 parts of "Call b" would run/,
    );
  });

  test('is called, and has duplicate ids itself', () => {
    const called = flowOf([parallel('again', 2, () => [parallel('again', 2, () => [])])]);
    expect(refusalOf(flowOf([call('a', 'called')]), { called })).toMatch(
      /^The flow "called", which it calls, cannot run\. "Side by side" has the id/,
    );
  });
});

test('a flow that many others call is checked once, and an ordinary flow runs', () => {
  const shared = flowOf([parallel('ways', 3, (slot) => [call(`${slot}Call`, 'leaf')])]);
  expect(refusalOf(flowOf([call('a', 'shared'), call('b', 'shared')]), { shared, leaf: flowOf([]) })).toBe('runs');
});
