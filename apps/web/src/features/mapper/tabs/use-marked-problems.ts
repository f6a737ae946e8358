'use client';
import { useEffect, type RefObject } from 'react';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import { findingSeverity } from '@throughline/core/flow/mapping-finding';
import type { MappingFix, MappingProblem } from '@throughline/core/mapping/analysis';
import type { MappingCheck } from '../evaluation/check-work.ts';

/** Underlines the check's findings in the editor, each with its fix. */
export const useMarkedProblems = (
  viewRef: RefObject<EditorView | null>,
  check: MappingCheck | undefined,
  onFix: ((fix: MappingFix) => void) | undefined,
): void => {
  useEffect(() => {
    const view = viewRef.current;
    if (view === null) return;
    if (check === undefined) view.dispatch(setDiagnostics(view.state, []));
    // Findings for an earlier text may have moved. The marks move with the text until the next check.
    else if (view.state.doc.toString() === check.text) {
      view.dispatch(
        setDiagnostics(
          view.state,
          check.problems.map((problem) => diagnostic(problem, onFix)),
        ),
      );
    }
  }, [viewRef, check, onFix]);
};

function diagnostic(problem: MappingProblem, onFix: ((fix: MappingFix) => void) | undefined): Diagnostic {
  const { range, message, fix } = problem;
  return {
    // Something missing has no width, so the character before it is marked.
    from: range.start < range.end ? range.start : Math.max(0, range.start - 1),
    to: range.end,
    severity: findingSeverity(problem),
    message,
    ...(fix === undefined || onFix === undefined ? {} : { actions: [{ name: fix.title, apply: () => onFix(fix) }] }),
  };
}
