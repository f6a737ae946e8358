'use client';
import { useEffect, useMemo, useState } from 'react';
import type { MappingTest } from '@throughline/core/mapping/document';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
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
  const [answer, setAnswer] = useState<CoverageAnswer>();
  const tests = useMemo(
    () => JSON.stringify(input.tests.map((test) => covered(test.name, test, false))),
    [input.tests],
  );
  const samples = useMemo(() => {
    const others = input.samples.filter(({ origin }) => origin === 'run' || origin === 'pasted');
    return JSON.stringify(others.map((sample) => covered(sample.label, sample, true)));
  }, [input.samples]);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      void evaluator.ask('testCoverage', { text, tests, samples, valueMaps }).then((outcome) => {
        if (!isStale && outcome.status === 'done') setAnswer(outcome.answer);
      });
    }, settleMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [evaluator, text, tests, samples, valueMaps]);
  return answer?.text === text ? answer : undefined;
};

const covered = (
  label: string,
  { input, bindings }: Pick<CoveredSample, 'input' | 'bindings'>,
  isReal: boolean,
): CoveredSample => ({ label, input, isReal, ...(bindings === undefined ? {} : { bindings }) });
