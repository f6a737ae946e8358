'use client';
import { useEffect, useMemo, useState } from 'react';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { FieldFill } from '../evaluation/sample-work.ts';
import { realSamples } from '../samples/real-samples.ts';
import type { MapperSample } from '../samples/use-samples.ts';

/** Keyed by target field; empty as long as nothing is known. */
export type FillRates = ReadonlyMap<string, FieldFill>;

interface FillInput {
  readonly evaluator: MappingEvaluator;
  readonly text: string;
  readonly samples: readonly MapperSample[];
  /** JSON of the value maps. */
  readonly valueMaps: string;
}

/** More samples would take longer than a person wants to wait. */
const maxSamples = 50;
const settleMs = 400;
const nothing: FillRates = new Map();

/** How often each target field is filled in the real samples, computed a moment after typing pauses. */
export const useFillRates = ({ evaluator, text, samples, valueMaps }: FillInput): FillRates => {
  const [rates, setRates] = useState(nothing);
  const real = useMemo(() => {
    const chosen = realSamples(samples).slice(0, maxSamples);
    return JSON.stringify(chosen.map(({ input, bindings }) => ({ input, bindings })));
  }, [samples]);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      void evaluator.ask('fillRates', { text, samples: real, valueMaps }).then((outcome) => {
        if (isStale || outcome.status === 'failed') return;
        setRates(new Map(outcome.answer.map((fill) => [fill.target, fill])));
      });
    }, settleMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [evaluator, text, real, valueMaps]);
  return rates;
};
