'use client';
import { useEffect, useState } from 'react';
import type { EvaluationResult } from '../evaluation/evaluation-message.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import { previewText } from '../preview-text.ts';
import type { MapperSample } from '../samples/use-samples.ts';

interface AllValuesInput {
  readonly text: string;
  readonly samples: readonly MapperSample[];
  readonly valueMaps: string;
  readonly evaluator: MappingEvaluator;
  readonly target: readonly string[];
}

interface SampleValue {
  readonly id: string;
  readonly label: string;
  readonly shown: { readonly text: string; readonly isFailed: boolean };
}

/** More would take longer than a person wants to wait. */
const maxSamples = 50;

/** What a field gives on each sample, one after the other. */
export const useAllValues = ({
  text,
  samples,
  valueMaps,
  evaluator,
  target,
}: AllValuesInput): readonly SampleValue[] => {
  const [results, setResults] = useState<ReadonlyMap<string, EvaluationResult>>(new Map());
  useEffect(() => {
    let isStale = false;
    const run = async () => {
      const found = new Map<string, EvaluationResult>();
      for (const { id, input, bindings } of samples.slice(0, maxSamples)) {
        const request = {
          text,
          input: JSON.stringify(input ?? null),
          bindings: JSON.stringify(bindings ?? {}),
          valueMaps,
        };
        const result = await evaluator.evaluate(request);
        if (isStale) return;
        found.set(id, result);
        setResults(new Map(found));
      }
    };
    void run();
    return () => {
      isStale = true;
    };
  }, [text, samples, valueMaps, evaluator]);
  return samples.slice(0, maxSamples).map(({ id, label }) => ({ id, label, shown: shownOf(results.get(id), target) }));
};

function shownOf(result: EvaluationResult | undefined, target: readonly string[]): SampleValue['shown'] {
  if (result === undefined) return { text: '…', isFailed: false };
  if (result.status === 'failed') return { text: result.message, isFailed: true };
  return { text: previewText(result.value, target) ?? 'empty', isFailed: false };
}
