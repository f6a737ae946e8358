'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import type { ChangeProblem } from '@throughline/core/db/changes/change-error';
import { ProblemList } from '#features/changes/problem-list.tsx';
import { errorText } from '#features/workspace/error-text.ts';
import { Notice } from '#ui/states.tsx';

interface SubmissionProblemsProps {
  readonly query: UseQueryResult<unknown, unknown>;
  readonly problems: readonly ChangeProblem[];
  /** Only one draft is submitted. */
  readonly isOfOne: boolean;
  readonly onJump: (problem: ChangeProblem) => boolean;
}

/** What prevents these drafts from being submitted, errors first, and the warnings for the reviewer. */
export const SubmissionProblems = ({ query, problems, isOfOne, onJump }: SubmissionProblemsProps) => {
  if (query.isError) return <Notice tone="fail">The drafts could not be checked: {errorText(query.error)}</Notice>;
  if (query.isPending) return <output className="text-small text-muted">Checking the drafts and their tests…</output>;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity !== 'error');
  if (problems.length === 0) return null;
  return (
    <section aria-label="Problems of these drafts" className="flex flex-col gap-2">
      {errors.length > 0 && (
        <Notice tone="fail" icon={<CircleAlert aria-hidden />}>
          {errors.length === 1 ? 'One error has' : `${errors.length} errors have`} to be corrected before this can be
          submitted.
        </Notice>
      )}
      <ProblemList problems={[...errors, ...warnings]} isOfOne={isOfOne} onJump={onJump} />
    </section>
  );
};
