'use client';
import { useMemo } from 'react';
import type { MappingTest } from '@throughline/core/mapping/document';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import { useAnswer } from '../evaluation/use-answer.ts';
import type { MapperSample } from '../samples/use-samples.ts';
import type { CoverageAnswer, CoveredSample } from './coverage-work.ts';

interface CoverageInput {
  readonly evaluator: MappingEvaluator;
  readonly text: string;
  readonly tests: readonly MappingTest[];
  readonly samples: readonly MapperSample[];
  /** JSON of the value maps. */
  readonly valueMaps: string;
}

const settleMs = 400;

/** What the tests leave out, and which samples would fill the gaps; undefined until it is known. */
export const useTestCoverage = (input: CoverageInput): CoverageAnswer | undefined => {
  const { evaluator, text, valueMaps } = input;
  const tests = useMemo(
    () => JSON.stringify(input.tests.map((test) => covered(test.name, test, false))),
    [input.tests],
  );
  const samples = useMemo(() => {
    const others = input.samples.filter(({ origin }) => origin === 'run' || origin === 'pasted');
    return JSON.stringify(others.map((sample) => covered(sample.label, sample, true)));
  }, [input.samples]);
  const request = useMemo(() => ({ text, tests, samples, valueMaps }), [text, tests, samples, valueMaps]);
  // An answer is only true for what was asked: tests that were just added are no longer proposed.
  return useAnswer(evaluator, 'testCoverage', { request, settleMs });
};

const covered = (
  label: string,
  { input, bindings }: Pick<CoveredSample, 'input' | 'bindings'>,
  isReal: boolean,
): CoveredSample => ({ label, input, isReal, ...(bindings === undefined ? {} : { bindings }) });
