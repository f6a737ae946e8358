'use client';
import { useEffect, useMemo, useState } from 'react';
import type { MappingCheck } from '../evaluation/check-work.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { MapperSample } from '../samples/use-samples.ts';
import type { FormerShapes, GhostAnswer } from './ghost-work.ts';

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
const nothing: GhostAnswer = { text: '', ghosts: [] };

/** The ghosts of the text that was checked last, each with the field that probably takes its place. */
export const useGhosts = ({ evaluator, check, shapes, former, samples }: GhostInput): GhostAnswer => {
  const [answer, setAnswer] = useState(nothing);
  const inputs = useMemo(() => {
    const real = samples.filter(({ origin }) => origin !== 'made-up').slice(0, mostSamples);
    return JSON.stringify(real.map(({ input }) => input));
  }, [samples]);
  const formerJson = useMemo(() => JSON.stringify(former), [former]);
  const text = check?.text;
  const mayHaveSome = check?.problems.some(({ code }) => code === 'UNKNOWN_SOURCE' || code === 'UNKNOWN_TARGET');
  useEffect(() => {
    if (text === undefined || mayHaveSome !== true) return;
    let isStale = false;
    void evaluator.ask('ghosts', { text, shapes, former: formerJson, samples: inputs }).then((outcome) => {
      if (!isStale && outcome.status === 'done') setAnswer(outcome.answer);
    });
    return () => {
      isStale = true;
    };
  }, [evaluator, text, mayHaveSome, shapes, formerJson, inputs]);
  return mayHaveSome === true && answer.text === text ? answer : nothing;
};
