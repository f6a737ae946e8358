import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MappingEvaluator } from './evaluator.ts';
import { Workbench } from './work.ts';

const request = (text: string, input: unknown = {}) => ({
  text,
  input: JSON.stringify(input),
  bindings: '{}',
  valueMaps: JSON.stringify({ tax: { GB: 'S' } }),
});

/** Workers inside this process. `hang` makes one never answer. */
const withWorkers = () => {
  const workers: { isTerminated: boolean }[] = [];
  const evaluator = new MappingEvaluator(({ onAnswer }) => {
    const worker = { isTerminated: false };
    workers.push(worker);
    const workbench = new Workbench();
    let isHanging = false;
    return {
      send: (message) => {
        isHanging ||= message.request.text === 'hang';
        if (!isHanging) queueMicrotask(() => onAnswer(message.id, workbench.do(message)));
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

test('an error is returned with its position', async () => {
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

test('an endless evaluation is stopped with its worker, and a new worker does the waiting work', async () => {
  const { evaluator, workers } = withWorkers();
  await evaluator.evaluate(request('1'));
  const hanging = evaluator.evaluate(request('hang'));
  const behind = evaluator.evaluate(request('1 + 1'));
  await vi.advanceTimersByTimeAsync(1500);
  expect(await hanging).toMatchObject({ status: 'failed', code: 'D1012' });
  expect(await behind).toEqual({ status: 'done', value: 2 });
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

test('what is asked at the same time is answered at the same time', async () => {
  const { evaluator, workers } = withWorkers();
  await evaluator.evaluate(request('1'));
  const answered: string[] = [];
  const note = (name: string) => () => answered.push(name);
  const first = evaluator.evaluate(request('1 + 1')).then(note('first'));
  void evaluator.evaluate(request('hang')).then(note('hanging'));
  await Promise.resolve();
  const later = evaluator.evaluate(request('1 + 2')).then(note('later'));
  await vi.advanceTimersByTimeAsync(1499);
  expect(answered).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all([first, later]);
  expect(answered).toEqual(['first', 'hanging', 'later']);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

test('a worker that was started ahead does the first work', async () => {
  const { evaluator, workers } = withWorkers();
  evaluator.start();
  evaluator.start();
  expect(workers).toEqual([{ isTerminated: false }]);
  expect(await evaluator.evaluate(request('1 + 1'))).toEqual({ status: 'done', value: 2 });
  expect(workers).toEqual([{ isTerminated: false }]);
});

test('a worker may take longer to load', async () => {
  const { evaluator, workers } = withWorkers();
  const hanging = evaluator.evaluate(request('hang'));
  await vi.advanceTimersByTimeAsync(16_000);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await hanging).toMatchObject({ status: 'failed', code: 'D1012' });
});

test('the search for renames has more time too', async () => {
  const { evaluator } = withWorkers();
  await evaluator.evaluate(request('1'));
  const hanging = evaluator.ask('ghosts', { ...request('hang'), shapes: '{}', samples: '[]', former: '{}' });
  const behind = evaluator.evaluate(request('1 + 1'));
  await vi.advanceTimersByTimeAsync(9_000);
  evaluator.close();
  expect(await hanging).toMatchObject({ status: 'failed', code: 'CLOSED' });
  expect(await behind).toMatchObject({ status: 'failed', code: 'CLOSED' });
});

test('auto-map has more time, because it runs no expression without an end', async () => {
  const { evaluator, workers } = withWorkers();
  await evaluator.evaluate(request('1'));
  const hanging = evaluator.ask('autoMap', { ...request('hang'), shapes: '{}', samples: '[]', earlier: '[]' });
  await vi.advanceTimersByTimeAsync(9_000);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await hanging).toEqual({
    status: 'failed',
    code: 'D1012',
    message: 'The fields could not be compared within 10 s. Close the preview, and open it again later.',
  });
});

test('closing answers all waiting callers', async () => {
  const { evaluator, workers } = withWorkers();
  const hanging = evaluator.evaluate(request('hang'));
  evaluator.close();
  expect(await hanging).toMatchObject({ status: 'failed', code: 'CLOSED' });
  expect(workers[0]?.isTerminated).toBe(true);
});

test('a check reports problems, links between fields, and the type of each part', async () => {
  const { evaluator } = withWorkers();
  const shapes = JSON.stringify({
    source: { type: 'object', properties: { Name: { type: 'string' } }, additionalProperties: false },
    target: { type: 'object', properties: { name: { type: 'string' }, no: { type: 'string' } } },
  });
  const text = '{ "name": $uppercase(Name), "no": Nmae }';
  const outcome = await evaluator.ask('check', { text, shapes });
  expect(outcome).toMatchObject({
    status: 'done',
    answer: {
      text,
      problems: [{ code: 'UNKNOWN_SOURCE', range: { start: 34, end: 38 } }],
      links: [{ target: 'name', sources: [{ id: 'Name', label: 'Name', via: 'function', through: 'uppercase' }] }, {}],
    },
  });
  expect(await evaluator.ask('typeAt', { text, shapes, offset: 22 })).toMatchObject({
    status: 'done',
    answer: { range: { start: 21, end: 25 }, text: expect.stringContaining('text') as string },
  });
});

test('a text that cannot be parsed has problems and no links', async () => {
  const { evaluator } = withWorkers();
  const outcome = await evaluator.ask('check', { text: '{ "a": ', shapes: '{"source":{},"target":{}}' });
  expect(outcome).toMatchObject({ status: 'done', answer: { problems: [{ code: 'SYNTAX' }], links: undefined } });
});

test('a failure of one piece of work is reported, and the next one continues', async () => {
  const { evaluator } = withWorkers();
  expect(await evaluator.ask('check', { text: 'a', shapes: 'no JSON' })).toMatchObject({
    status: 'failed',
    code: 'WORK_FAILED',
  });
  expect(await evaluator.evaluate(request('2'))).toEqual({ status: 'done', value: 2 });
});

test('empty fields are explained, and filled fields are counted', async () => {
  const { evaluator } = withWorkers();
  const text = '{ "name": Name, "city": Address.Town }';
  const sample = { ...request(text, { Name: 'Acme', Address: { City: 'Leeds' } }), target: ['city'] };
  expect(await evaluator.ask('explain', sample)).toMatchObject({
    status: 'done',
    answer: { status: 'empty', evaluated: 1, filled: 0, reasons: [{ range: { start: 32, end: 36 } }] },
  });
  const samples = JSON.stringify([
    { input: { Name: 'Acme' } },
    { input: { Address: { Town: 'Leeds' } } },
    { input: {} },
  ]);
  expect(await evaluator.ask('fillRates', { text, samples, valueMaps: '{}' })).toEqual({
    status: 'done',
    answer: [
      { target: 'name', filled: 1, empty: 2, failed: 0 },
      { target: 'city', filled: 1, empty: 2, failed: 0 },
    ],
  });
});
