import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { evaluateRequest } from './evaluation-message.ts';
import { MappingEvaluator } from './evaluator.ts';

const request = (text: string, input: unknown = {}) => ({
  text,
  input: JSON.stringify(input),
  bindings: '{}',
  valueMaps: JSON.stringify({ tax: { GB: 'S' } }),
});

/** Workers in this process: `hang` never answers. */
const withWorkers = () => {
  const workers: { isTerminated: boolean }[] = [];
  const evaluator = new MappingEvaluator(({ onAnswer }) => {
    const worker = { isTerminated: false };
    workers.push(worker);
    return {
      send: ({ id, ...message }) => {
        if (message.text !== 'hang') void evaluateRequest(message).then((result) => onAnswer(id, result));
      },
      terminate: () => {
        worker.isTerminated = true;
      },
    };
  }, 1500);
  return { evaluator, workers };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a mapping is evaluated on its input, with value maps', async () => {
  const { evaluator } = withWorkers();
  expect(await evaluator.evaluate(request('{ "id": Id, "tax": $valueMap("tax", "GB") }', { Id: '1' }))).toEqual({
    status: 'done',
    value: { id: '1', tax: 'S' },
  });
});

test('a mistake comes back with its place', async () => {
  const { evaluator } = withWorkers();
  expect(await evaluator.evaluate(request('{\n  "id": $money(1, "x")\n}'))).toEqual({
    status: 'failed',
    code: 'BAD_ARGUMENT',
    message: expect.stringContaining('three capitals') as string,
    position: 10,
    line: 2,
    column: 9,
  });
});

test('an evaluation without end is stopped with its worker, and the next one runs in a new one', async () => {
  const { evaluator, workers } = withWorkers();
  const hanging = evaluator.evaluate(request('hang'));
  await vi.advanceTimersByTimeAsync(1500);
  expect(await hanging).toMatchObject({ status: 'failed', code: 'D1012' });
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  expect(await evaluator.evaluate(request('1 + 1'))).toEqual({ status: 'done', value: 2 });
  expect(workers).toHaveLength(2);
});

test('closing answers whoever waits', async () => {
  const { evaluator, workers } = withWorkers();
  const hanging = evaluator.evaluate(request('hang'));
  evaluator.close();
  expect(await hanging).toMatchObject({ status: 'failed', code: 'CLOSED' });
  expect(workers[0]?.isTerminated).toBe(true);
});
