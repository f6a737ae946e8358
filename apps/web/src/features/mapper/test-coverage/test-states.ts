import type { MappingTest } from '@throughline/core/mapping/document';
import { hasValue } from '../coverage.ts';
import type { TestOutcomes } from '../evaluation/use-test-outcomes.ts';
import { countText } from '#ui/count-text.ts';

/** What the tests say about one target field. */
export interface TestState {
  /** The number of tests that expect a value in the field. */
  readonly tests: number;
  /** How many of them cannot run, or find another value there. */
  readonly failing: number;
}

type Outcomes = Pick<TestOutcomes, 'outcomes'>;

/** What the tests say about a field, by its path. */
export function testState(path: readonly string[], tests: readonly MappingTest[], { outcomes }: Outcomes): TestState {
  let [count, failing] = [0, 0];
  for (const [index, { expected }] of tests.entries()) {
    if (!hasValue(expected, path)) continue;
    count += 1;
    const outcome = outcomes[index];
    if (outcome === undefined || outcome.status === 'passed') continue;
    if (outcome.status === 'error') failing += 1;
    else {
      const found = outcome.differences.map(({ pointer }) => namesIn(pointer, [expected, outcome.actual]));
      if (found.some((names) => isAt(names, path))) failing += 1;
    }
  }
  return { tests: count, failing };
}

/** True if names lead to a field, into it, or to something around it. */
const isAt = (names: readonly string[], path: readonly string[]): boolean =>
  names.every((name, index) => index >= path.length || path[index] === name);

/** The names in a JSON pointer, without positions in lists of either value. */
function namesIn(pointer: string, values: readonly unknown[]): readonly string[] {
  let at = values;
  return pointer
    .split('/')
    .slice(1)
    .flatMap((segment) => {
      const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
      const isPosition = at.some((value) => Array.isArray(value));
      at = at.map((value) => inside(value, name));
      return isPosition ? [] : [name];
    });
}

const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** The state in words: `no test`, `1 test`, `1 of 3 tests fails`. */
export function testStateText({ tests, failing }: TestState): string {
  if (tests === 0) return 'no test';
  if (failing === 0) return countText(tests, 'test');
  return `${failing} of ${countText(tests, 'test')} ${failing === 1 ? 'fails' : 'fail'}`;
}
