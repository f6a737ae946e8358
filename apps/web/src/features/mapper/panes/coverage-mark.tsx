import { Circle, CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Coverage } from '../coverage.ts';
import type { FieldNode } from '../target-fields.ts';

interface CoverageMarkProps {
  readonly node: FieldNode;
  readonly coverage: Coverage;
  readonly isInvalid: boolean;
}

/** Whether a target field is set. */
export const CoverageMark = ({ node, coverage, isInvalid }: CoverageMarkProps) => {
  if (isInvalid) {
    return (
      <TriangleAlert
        role="img"
        aria-label="set, but its value does not fit"
        className="size-3.5 shrink-0 text-failed"
      />
    );
  }
  if (coverage.covered.has(node.id)) {
    return <CircleCheck role="img" aria-label="set" className="size-3.5 shrink-0 text-live" />;
  }
  return coverage.missing.some(({ id }) => id === node.id) ? (
    <CircleAlert role="img" aria-label="required and not set" className="size-3.5 shrink-0 text-failed" />
  ) : (
    <Circle role="img" aria-label="not set" className="size-3.5 shrink-0 text-line-strong" />
  );
};
