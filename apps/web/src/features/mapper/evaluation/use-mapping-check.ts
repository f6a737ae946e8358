'use client';
import { useEffect, useState } from 'react';
import type { MappingCheck } from './check-work.ts';
import type { MappingEvaluator } from './evaluator.ts';
import { linkIndex, type LinkIndex } from '../link-index.ts';

export interface CheckState {
  /** The last finished check. It names the text to which it applies. */
  readonly check: MappingCheck | undefined;
  /** The check of the last text without syntax errors. Its links are kept while a text is incomplete. */
  readonly links: LinkIndex;
}

const nothing: CheckState = { check: undefined, links: linkIndex([]) };

/** The result of checking the mapping against its shapes. */
export const useMappingCheck = (evaluator: MappingEvaluator, text: string, shapes: string): CheckState => {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    let isStale = false;
    void evaluator.ask('check', { text, shapes }).then((outcome) => {
      // A check that fails keeps the previous result.
      if (isStale || outcome.status === 'failed') return;
      const { answer } = outcome;
      setState((before) => ({
        check: answer,
        links: answer.links === undefined ? before.links : linkIndex(answer.links, before.links),
      }));
    });
    return () => {
      isStale = true;
    };
  }, [evaluator, text, shapes]);
  return state;
};
