'use client';
import { useEffect, useState } from 'react';
import { differences } from '@throughline/core/mapping/differences';
import type { MappingTest } from '@throughline/core/mapping/document';
import type { MappingTestOutcome } from '@throughline/core/mapping/run-tests';
import type { MappingEvaluator } from './evaluator.ts';

export interface TestOutcomes {
  /** One per test, in order; undefined while it runs. */
  readonly outcomes: readonly (MappingTestOutcome | undefined)[];
  readonly passed: number;
  readonly isRunning: boolean;
}

interface TestInput {
  readonly text: string;
  readonly tests: readonly MappingTest[];
  readonly valueMaps: string;
}

const settleMs = 500;

/** Runs the tests one after the other in the worker whenever the mapping changes. */
export const useTestOutcomes = (evaluator: MappingEvaluator, { text, tests, valueMaps }: TestInput): TestOutcomes => {
  const [outcomes, setOutcomes] = useState<readonly (MappingTestOutcome | undefined)[]>([]);
  const [isRunning, setIsRunning] = useState(false);
  useEffect(() => {
    let isStale = false;
    const run = async () => {
      setIsRunning(true);
      const found: MappingTestOutcome[] = [];
      for (const test of tests) {
        const outcome = await runTest(evaluator, text, test, valueMaps);
        if (isStale) return;
        found.push(outcome);
        setOutcomes([...found]);
      }
      setOutcomes(found);
      setIsRunning(false);
    };
    const timer = setTimeout(() => void run(), settleMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [evaluator, text, tests, valueMaps]);
  return { outcomes, isRunning, passed: outcomes.filter((outcome) => outcome?.status === 'passed').length };
};

async function runTest(
  evaluator: MappingEvaluator,
  text: string,
  { name, input, bindings, expected }: MappingTest,
  valueMaps: string,
): Promise<MappingTestOutcome> {
  const result = await evaluator.evaluate({
    text,
    input: JSON.stringify(input ?? null),
    bindings: JSON.stringify(bindings ?? {}),
    valueMaps,
  });
  if (result.status === 'failed') {
    const { code, message, line, column } = result;
    return { name, status: 'error', error: { code, message, line, column } };
  }
  const found = differences(expected, result.value);
  return found.length === 0
    ? { name, status: 'passed', actual: result.value }
    : { name, status: 'failed', actual: result.value, differences: found };
}
