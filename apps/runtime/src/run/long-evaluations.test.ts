import { expect, it } from 'vitest';
import { LongEvaluations } from './long-evaluations.ts';
import type { Scope } from './scope.ts';

const scope = { trigger: {}, steps: {} } as unknown as Scope;
const request = (text: string) => ({ text, input: {}, scope, valueMaps: {}, nowMs: 0 });

it('evaluates for the organisations in turn, however many evaluations one of them has', async () => {
  const evaluations = new LongEvaluations();
  const order: unknown[] = [];
  const evaluate = async (organisation: string, name: string) => {
    order.push(await evaluations.evaluate(organisation, request(JSON.stringify(name))));
  };
  await Promise.all([
    evaluate('a', 'a1'),
    evaluate('a', 'a2'),
    evaluate('a', 'a3'),
    evaluate('b', 'b1'),
    evaluate('b', 'b2'),
  ]);
  expect(order).toEqual(['a1', 'a2', 'b1', 'a3', 'b2']);
});

// The thread itself starts with less than a quarter of this memory, and the text needs several times as much.
it('fails one that needs too much memory, and goes on with the next', async () => {
  const evaluations = new LongEvaluations(64);
  const large = evaluations.evaluate('a', request('$map([1..1000000], function($n) { [$n, $n & "", $n & "x"] })'));
  const small = evaluations.evaluate('a', request('1 + 1'));
  await expect(large).rejects.toMatchObject({
    code: 'RESULT_TOO_LARGE',
    message: 'The evaluation needs more than the 64 MB of memory that one may have. Let it build less at once.',
  });
  await expect(small).resolves.toBe(2);
});
