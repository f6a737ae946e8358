'use client';
import { useEffect, useMemo, useState } from 'react';
import type { MappingTest } from '@throughline/core/mapping/document';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { MapperSample } from '../samples/use-samples.ts';
import type { CoverageAnswer, CoverageRequest, CoveredSample } from './coverage-work.ts';

interface CoverageInput {
  readonly evaluator: MappingEvaluator;
  readonly text: string;
  readonly tests: readonly MappingTest[];
  readonly samples: readonly MapperSample[];
  /** JSON of the value maps. */
  readonly valueMaps: string;
}

/** An answer is only true for what was asked: tests that were just added are no longer proposed. */
interface Known {
  readonly request: CoverageRequest;
  readonly answer: CoverageAnswer;
}

const settleMs = 400;

/** What the tests leave out, and which samples would fill the gaps; undefined until it is known. */
export const useTestCoverage = (input: CoverageInput): CoverageAnswer | undefined => {
  const { evaluator, text, valueMaps } = input;
  const [known, setKnown] = useState<Known>();
  const tests = useMemo(
    () => JSON.stringify(input.tests.map((test) => covered(test.name, test, false))),
    [input.tests],
  );
  const samples = useMemo(() => {
    const others = input.samples.filter(({ origin }) => origin === 'run' || origin === 'pasted');
    return JSON.stringify(others.map((sample) => covered(sample.label, sample, true)));
  }, [input.samples]);
  const request = useMemo(() => ({ text, tests, samples, valueMaps }), [text, tests, samples, valueMaps]);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      void evaluator.ask('testCoverage', request).then((outcome) => {
        if (!isStale) setKnown(outcome.status === 'done' ? { request, answer: outcome.answer } : undefined);
      });
    }, settleMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [evaluator, request]);
  return known?.request === request ? known.answer : undefined;
};

const covered = (
  label: string,
  { input, bindings }: Pick<CoveredSample, 'input' | 'bindings'>,
  isReal: boolean,
): CoveredSample => ({ label, input, isReal, ...(bindings === undefined ? {} : { bindings }) });
