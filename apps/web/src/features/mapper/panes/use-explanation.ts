'use client';
import { useEffect, useState } from 'react';
import type { EvaluationRequest } from '../evaluation/evaluation-message.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { FieldExplanation } from '../evaluation/sample-work.ts';

export interface AskedExplanation {
  readonly explanation: FieldExplanation | undefined;
  /** Why there is no explanation. */
  readonly failure: string | undefined;
}

const nothing: AskedExplanation = { explanation: undefined, failure: undefined };

/** Explains a field on a sample when requested, and again whenever text or sample change. */
export const useExplanation = (
  evaluator: MappingEvaluator,
  request: EvaluationRequest,
  target: readonly string[],
  isAsked: boolean,
): AskedExplanation => {
  const [asked, setAsked] = useState(nothing);
  useEffect(() => {
    if (!isAsked) return;
    let isStale = false;
    void evaluator.ask('explain', { ...request, target }).then((outcome) => {
      if (isStale) return;
      setAsked(
        outcome.status === 'done'
          ? { explanation: outcome.answer, failure: undefined }
          : { explanation: undefined, failure: outcome.message },
      );
    });
    return () => {
      isStale = true;
    };
  }, [evaluator, request, target, isAsked]);
  return isAsked ? asked : nothing;
};
