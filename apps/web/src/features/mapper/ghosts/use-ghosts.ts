'use client';
import { useMemo } from 'react';
import type { MappingCheck } from '../evaluation/check-work.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import { useAnswer } from '../evaluation/use-answer.ts';
import { realSamples } from '../samples/real-samples.ts';
import type { MapperSample } from '../samples/use-samples.ts';
import type { FormerShapes, GhostField, GhostRequest } from './ghost-work.ts';

interface GhostInput {
  readonly evaluator: MappingEvaluator;
  readonly check: MappingCheck | undefined;
  /** JSON of what the text is checked against. */
  readonly shapes: string;
  readonly former: FormerShapes;
  readonly samples: readonly MapperSample[];
}

/** More samples say little more about a field. */
const mostSamples = 20;
const none: readonly GhostField[] = [];

/** The ghosts of the text that was checked last, each with the field that probably takes its place. */
export const useGhosts = ({ evaluator, check, shapes, former, samples }: GhostInput): readonly GhostField[] => {
  const inputs = useMemo(() => {
    const real = realSamples(samples).slice(0, mostSamples);
    return JSON.stringify(real.map(({ input }) => input));
  }, [samples]);
  const formerJson = useMemo(() => JSON.stringify(former), [former]);
  const text = check?.text;
  const mayHaveSome = check?.problems.some(({ code }) => code === 'UNKNOWN_SOURCE' || code === 'UNKNOWN_TARGET');
  // An answer is shown only for this very request, so that no rename of a shape before is offered.
  const request = useMemo<GhostRequest | undefined>(
    () =>
      text === undefined || mayHaveSome !== true ? undefined : { text, shapes, former: formerJson, samples: inputs },
    [text, mayHaveSome, shapes, formerJson, inputs],
  );
  return useAnswer(evaluator, 'ghosts', { request, settleMs: 0 }) ?? none;
};
