import { compileMapping, MappingError, type CompileOptions } from './compile-mapping.ts';
import { differences, type Difference } from './differences.ts';
import type { MappingDocument, MappingTest } from './document.ts';

export interface MappingTestFailure {
  readonly code: string;
  readonly message: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

export type MappingTestOutcome =
  | { readonly name: string; readonly status: 'passed'; readonly actual: unknown }
  | {
      readonly name: string;
      readonly status: 'failed';
      readonly actual: unknown;
      readonly differences: readonly Difference[];
    }
  /** The mapping could not be parsed or evaluated. */
  | { readonly name: string; readonly status: 'error'; readonly error: MappingTestFailure };

/** Runs a mapping's saved tests and returns one outcome per test, in order. Never throws for an invalid mapping. */
export function runMappingTests(
  document: Pick<MappingDocument, 'text' | 'tests'>,
  options: CompileOptions = {},
): MappingTestOutcome[] {
  return document.tests.map((test) => runMappingTest(document.text, test, options));
}

/** Runs one saved test of a mapping. Never throws for an invalid mapping. */
export function runMappingTest(text: string, test: MappingTest, options: CompileOptions): MappingTestOutcome {
  const { name } = test;
  try {
    const actual = compileMapping(text, options).evaluate(test.input, test.bindings);
    const found = differences(test.expected, actual);
    return found.length === 0
      ? { name, status: 'passed', actual }
      : { name, status: 'failed', actual, differences: found };
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    const { code, message, line, column } = error;
    return { name, status: 'error', error: { code, message, line, column } };
  }
}
