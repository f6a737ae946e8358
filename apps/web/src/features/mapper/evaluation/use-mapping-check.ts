'use client';
import { useEffect, useState } from 'react';
import type { MappingCheck } from './check-work.ts';
import type { MappingEvaluator } from './evaluator.ts';
import type { FieldLink } from './field-links.ts';

export interface CheckState {
  /** The last check that came back; for the text it names. */
  readonly check: MappingCheck | undefined;
  /** The check of the last text that could be read. Links stay while the text is half written. */
  readonly links: readonly FieldLink[];
}

const nothing: CheckState = { check: undefined, links: [] };

/** What the check of the mapping against its shapes says. */
export const useMappingCheck = (evaluator: MappingEvaluator, text: string, shapes: string): CheckState => {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    let isStale = false;
    void evaluator.ask('check', { text, shapes }).then((outcome) => {
      // A check that fails takes nothing away, so what is known stays.
      if (isStale || outcome.status === 'failed') return;
      const { answer } = outcome;
      setState((before) => ({ check: answer, links: answer.links ?? before.links }));
    });
    return () => {
      isStale = true;
    };
  }, [evaluator, text, shapes]);
  return state;
};
