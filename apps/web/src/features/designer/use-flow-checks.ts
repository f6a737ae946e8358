'use client';
import { useDeferredValue, useMemo } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { Later, useLater } from '#ui/later.ts';
import { useAfterFrame } from '#ui/use-after-frame.ts';
import { useDesignerData } from './designer-data.ts';
import { useUnapplied } from './form/use-unapplied.ts';
import { countProblems, type PlacedProblem, type ProblemCounts } from './placed-problem.ts';
import { unappliedProblems } from './unapplied-problems.ts';

export interface FlowChecks {
  /** False until the flow was checked for the first time. */
  readonly isKnown: boolean;
  readonly problems: readonly PlacedProblem[];
  /** Keyed by step id; the trigger has a special id. */
  readonly counts: ReadonlyMap<string, ProblemCounts>;
  readonly errorCount: number;
  readonly warningCount: number;
}

/** The rules of flows are loaded after the page, because nobody waits for them to see the flow. */
export const flowRules = new Later(async () => (await import('./problems.ts')).problemsOf);

const unknown: FlowChecks = { isKnown: false, problems: [], counts: new Map(), errorCount: 0, warningCount: 0 };

/**
 * What is wrong with the flow, and what it does not have yet because it is not complete. The flow is checked a moment after
 * typing, so that typing never waits for it.
 */
export const useFlowChecks = (flow: FlowDocument) => {
  const unapplied = useUnapplied();
  const data = useDesignerData();
  const problemsOf = useDeferredValue(useLater(flowRules));
  const settled = useAfterFrame(flow);
  const problems = useMemo(() => problemsOf?.(settled, data), [problemsOf, settled, data]);
  const checks = useMemo(
    () => (problems === undefined ? unknown : checksFrom([...problems, ...unappliedProblems(unapplied.all, settled)])),
    [problems, unapplied.all, settled],
  );
  return { checks, unapplied };
};

function checksFrom(problems: readonly PlacedProblem[]): FlowChecks {
  const counts = new Map<string, ProblemCounts>();
  for (const { subject, severity } of problems) {
    if (subject === null) continue;
    const { errors, warnings } = counts.get(subject) ?? { errors: 0, warnings: 0 };
    counts.set(subject, severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 });
  }
  const { errors: errorCount, warnings: warningCount } = countProblems(problems);
  return { isKnown: true, problems, counts, errorCount, warningCount };
}

/** The first problem of a form field: at its pointer, or below it. */
export const problemFinder =
  (problems: readonly PlacedProblem[], subject: string | null) =>
  (pointer: string): string | undefined =>
    problems.find(
      (problem) =>
        problem.subject === subject && (problem.field === pointer || problem.field.startsWith(`${pointer}/`)),
    )?.message;
