'use client';
import { useEffect, useState } from 'react';
import type { EvaluationRequest, EvaluationResult } from './evaluation-message.ts';
import type { MappingEvaluator } from './evaluator.ts';

export interface Preview {
  readonly result: EvaluationResult | undefined;
  /** The last result, kept while the text is incomplete. */
  readonly value: unknown;
  readonly isCurrent: boolean;
}

/** The result of the mapping on the sample. */
export const usePreview = (evaluator: MappingEvaluator, request: EvaluationRequest): Preview => {
  const [preview, setPreview] = useState<Preview>({ result: undefined, value: undefined, isCurrent: false });
  useEffect(() => {
    let isStale = false;
    void evaluator.evaluate(request).then((result) => {
      if (isStale) return;
      setPreview((before) =>
        result.status === 'done'
          ? { result, value: result.value, isCurrent: true }
          : { result, value: before.value, isCurrent: false },
      );
    });
    return () => {
      isStale = true;
    };
  }, [evaluator, request]);
  return preview;
};
