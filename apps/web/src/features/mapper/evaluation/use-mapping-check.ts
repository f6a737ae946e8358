'use client';
import { useEffect, useState } from 'react';
import type { MappingCheck } from './check-work.ts';
import type { MappingEvaluator } from './evaluator.ts';
import type { FieldLink } from './field-links.ts';

export interface CheckState {
  /** The last check that came back; for the text it names. */
  readonly check: MappingCheck | undefined;
  /** From the last text that could be read: links stay while the text is half written. */
  readonly links: readonly FieldLink[];
}

const settleMs = 150;
const nothing: CheckState = { check: undefined, links: [] };

/** Checks the mapping against its shapes, a moment after typing pauses. */
export const useMappingCheck = (evaluator: MappingEvaluator, text: string, shapes: string): CheckState => {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      if (text.trim() === '') {
        setState(nothing);
        return;
      }
      void evaluator.ask('check', { text, shapes }).then((outcome) => {
        // A check that breaks takes nothing away: what is known stays.
        if (isStale || outcome.status === 'failed') return;
        const { answer } = outcome;
        setState((before) => ({ check: answer, links: answer.links ?? before.links }));
      });
    }, settleMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [evaluator, text, shapes]);
  return state;
};
