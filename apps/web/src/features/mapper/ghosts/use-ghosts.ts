'use client';
import { useEffect, useMemo, useState } from 'react';
import type { MappingCheck } from '../evaluation/check-work.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
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
  const [answered, setAnswered] = useState<{
    readonly request: GhostRequest;
    readonly ghosts: readonly GhostField[];
  }>();
  const inputs = useMemo(() => {
    const real = samples.filter(({ origin }) => origin !== 'made-up').slice(0, mostSamples);
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
  useEffect(() => {
    if (request === undefined) return;
    let isStale = false;
    void evaluator.ask('ghosts', request).then((outcome) => {
      if (!isStale && outcome.status === 'done') setAnswered({ request, ghosts: outcome.answer });
    });
    return () => {
      isStale = true;
    };
  }, [evaluator, request]);
  return request !== undefined && answered?.request === request ? answered.ghosts : none;
};
