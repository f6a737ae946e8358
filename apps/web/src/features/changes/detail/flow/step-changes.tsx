import { useMemo } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { compareFlowSteps } from './compare-flow-steps.ts';
import { StepChangeDetail } from './step-change-detail.tsx';

interface StepChangesProps {
  readonly before: FlowDocument;
  readonly after: FlowDocument;
}

/** Every step that differs, with its fields. */
export const StepChanges = ({ before, after }: StepChangesProps) => {
  const changes = useMemo(() => compareFlowSteps(before, after), [before, after]);
  if (changes.length === 0) return <p className="py-4 text-center text-muted">No difference.</p>;
  return (
    <ol aria-label="Changes in detail" className="divide-y divide-line rounded-md border border-line">
      {changes.map((change) => (
        <li key={change.id} className="p-3">
          <StepChangeDetail change={change} before={before} after={after} />
        </li>
      ))}
    </ol>
  );
};
