'use client';
import { useEffect, useState } from 'react';
import type { MappingEvaluator } from './evaluator.ts';
import type { Work, WorkKind } from './work.ts';

interface AnswerOptions<Kind extends WorkKind> {
  /** Absent if there is nothing to ask. It is asked again for each other object. */
  readonly request: Work[Kind]['request'] | undefined;
  /** How long the request has to stay the same before it is asked. */
  readonly settleMs: number;
}

interface Known<Kind extends WorkKind> {
  readonly request: Work[Kind]['request'];
  readonly answer: Work[Kind]['answer'];
}

/** The worker's answer to exactly this request; undefined until it is known, and when it failed. */
export const useAnswer = <Kind extends WorkKind>(
  evaluator: MappingEvaluator,
  kind: Kind,
  { request, settleMs }: AnswerOptions<Kind>,
): Work[Kind]['answer'] | undefined => {
  const [known, setKnown] = useState<Known<Kind>>();
  useEffect(() => {
    if (request === undefined) return;
    let isStale = false;
    const timer = setTimeout(() => {
      void evaluator.ask(kind, request).then((outcome) => {
        if (!isStale) setKnown(outcome.status === 'done' ? { request, answer: outcome.answer } : undefined);
      });
    }, settleMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [evaluator, kind, request, settleMs]);
  return request !== undefined && known?.request === request ? known.answer : undefined;
};
