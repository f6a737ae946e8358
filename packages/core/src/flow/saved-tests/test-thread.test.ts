import { afterEach, expect, test } from 'vitest';
import type { MappingDocument, MappingTest } from '../../mapping/document.ts';
import { testMapping } from '../test-mapping.ts';
import { savedTestBounds } from './saved-test-limits.ts';
import { TestThread, type TestThreadOptions } from './test-thread.ts';

const opened: TestThread[] = [];
afterEach(() => Promise.all(opened.splice(0).map((thread) => thread.end())));

const openThread = (options: TestThreadOptions = {}): TestThread => {
  const thread = new TestThread(options);
  opened.push(thread);
  return thread;
};

const mapping = (text: string, tests: MappingTest[]): MappingDocument => ({
  format: 1,
  text,
  source: { kind: 'any' },
  target: { kind: 'any' },
  tests,
});
const named = (name: string, input: unknown, expected?: unknown): MappingTest => ({ name, input, expected });

/** Never stops taking steps in the thread that evaluates it. */
const bomb = '($loop := function($n) { $loop($n + 1) }; $loop(Start))';

test('saved tests run in the thread with their value maps, and differences are reported', async () => {
  const thread = openThread();
  const document = mapping('$valueMap("terms", Terms)', [named('first', { Terms: 'a' }, 'one')]);
  expect(await thread.run({ document, key: 'm', valueMaps: { terms: { a: 'one' } } })).toEqual([]);
  expect(await thread.run({ document, key: 'm', valueMaps: { terms: { a: 'two' } } })).toEqual([
    {
      pointer: '/tests/0',
      code: 'TEST_FAILED',
      severity: 'error',
      message:
        'The saved test "first" of the mapping "m" fails: the whole result should be "one" and is "two". Correct the mapping or what the test expects.',
    },
  ]);
});

test('a bomb in a saved test ends at its step limit, while the calling thread does other work', async () => {
  const thread = openThread();
  const document = mapping(bomb, [named('bomb', { Start: 1 }, 1)]);
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    timer = setTimeout(turn);
  };
  let timer = setTimeout(turn);
  const problems = await thread.run({ document, key: 'bombs', valueMaps: {} });
  clearTimeout(timer);
  expect(problems.map(({ code, message }) => ({ code, message }))).toEqual([
    {
      code: 'TEST_FAILED',
      message: expect.stringMatching(/^The saved test "bomb" of the mapping "bombs" cannot run: .+ 5000000 steps/),
    },
  ]);
  expect(turns).toBeGreaterThan(3);
});

test('the tests of a change share one step budget, and a test that has none left is reported as not run', async () => {
  const thread = openThread({ stepsPerTest: 1_000, steps: 1_500 });
  const tests = ['a', 'b', 'c', 'd'].map((name) => named(name, { Start: 1 }, 1));
  const found = await thread.run({ document: mapping(bomb, tests), key: 'bombs', valueMaps: {} });
  expect(found.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/tests/0', 'TEST_FAILED'],
    ['/tests/1', 'TEST_FAILED'],
    ['/tests/2', 'TEST_NOT_RUN'],
  ]);
  const after = mapping('1', [named('next', {}, 1)]);
  expect((await thread.run({ document: after, key: 'next', valueMaps: {} })).map(({ code }) => code)).toEqual([
    'TEST_NOT_RUN',
  ]);
});

test('a test that needs too much memory is stopped and reported, and the next mapping is still tested', async () => {
  // The thread itself starts with less than a quarter of this memory, and the text needs several times as much.
  const thread = openThread({ megabytes: 64, stepsPerTest: Infinity, steps: Infinity });
  const text = '$map([1..1000000], function($n) { { "a": $n, "b": [$n, $n], "c": $string($n) } })';
  const document = mapping(text, [named('small', {}, 1), named('large', {}, 1)]);
  expect(await thread.run({ document, key: 'heavy', valueMaps: {} })).toEqual([
    {
      pointer: '/tests/0',
      code: 'TEST_FAILED',
      severity: 'error',
      message:
        'The saved test "small" of the mapping "heavy" was stopped, because it needs too much memory. Make the test or the mapping smaller.',
    },
  ]);
  const next = mapping('1', [named('next', {}, 1)]);
  expect(await thread.run({ document: next, key: 'next', valueMaps: {} })).toEqual([]);
});

test('the safety net ends a thread that does not answer', async () => {
  const thread = openThread({ stepsPerTest: Infinity, steps: Infinity, deadlineMs: 300 });
  const document = mapping(bomb, [named('endless', { Start: 1 }, 1)]);
  const found = await thread.run({ document, key: 'bombs', valueMaps: {} });
  expect(found.map(({ message }) => message)).toEqual([
    'The saved test "endless" of the mapping "bombs" was stopped, because it takes too long. Make the test or the mapping smaller.',
  ]);
  expect((await thread.run({ document, key: 'bombs', valueMaps: {} })).map(({ code }) => code)).toEqual([
    'TEST_NOT_RUN',
  ]);
});

test('tests are ended when nobody waits for them any more', async () => {
  const controller = new AbortController();
  const thread = openThread({ stepsPerTest: Infinity, steps: Infinity, signal: controller.signal });
  const running = thread.run({
    document: mapping(bomb, [named('endless', { Start: 1 }, 1)]),
    key: 'bombs',
    valueMaps: {},
  });
  controller.abort(new Error('The page was left.'));
  await expect(running).rejects.toThrow('The page was left.');
});

test('tests that are too many or too large are reported, and none of the mapping’s tests run', async () => {
  const thread = openThread();
  const { count, characters } = savedTestBounds;
  const name = 'n'.repeat(1000);
  const many = Array.from({ length: count + 1 }, () => named(name, {}, 2));
  const large = [named('small', {}, 2), named('large', 'x'.repeat(characters), 2)];
  const found = async (tests: MappingTest[]) =>
    (await testMapping(thread, mapping('1', tests), {}, 'm')).map(({ pointer, message }) => [pointer, message]);
  expect(await found(many)).toEqual([
    [
      '/tests/200',
      `The saved test "${'n'.repeat(197)}..." of the mapping "m" was not run, because a mapping may have 200 saved tests. Remove those that show the same.`,
    ],
  ]);
  expect(await found(large)).toEqual([
    [
      '/tests/1',
      'The saved test "large" of the mapping "m" was not run, because it is longer than 1000000 characters. Take a smaller sample.',
    ],
  ]);
});
