'use client';
import { useDeferredValue, useMemo } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import type { ProblemCount } from './canvas/flow-nodes.ts';
import { useDesignerData } from './designer-data.ts';
import { countProblems, problemsOf, type PlacedProblem } from './problems.ts';

export interface FlowChecks {
  readonly problems: readonly PlacedProblem[];
  /** Keyed by step id; the trigger has a special id. */
  readonly counts: ReadonlyMap<string, ProblemCount>;
  readonly errorCount: number;
  readonly warningCount: number;
}

/** Checks the flow a moment after typing, so that typing never waits for it. */
export const useFlowChecks = (flow: FlowDocument): FlowChecks => {
  const data = useDesignerData();
  const settled = useDeferredValue(flow);
  return useMemo(() => {
    const problems = problemsOf(settled, data);
    const counts = new Map<string, ProblemCount>();
    for (const { subject, severity } of problems) {
      if (subject === null) continue;
      const { errors, warnings } = counts.get(subject) ?? { errors: 0, warnings: 0 };
      counts.set(subject, severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 });
    }
    const { errors: errorCount, warnings: warningCount } = countProblems(problems);
    return { problems, counts, errorCount, warningCount };
  }, [settled, data]);
};

/** The first problem of a form field: at its pointer, or below it. */
export const problemFinder =
  (problems: readonly PlacedProblem[], subject: string | null) =>
  (pointer: string): string | undefined =>
    problems.find(
      (problem) =>
        problem.subject === subject && (problem.field === pointer || problem.field.startsWith(`${pointer}/`)),
    )?.message;
