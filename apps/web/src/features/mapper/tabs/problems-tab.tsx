'use client';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { MapperProblem } from '../mapper-problems.ts';

interface ProblemsTabProps {
  readonly problems: readonly MapperProblem[];
  readonly onJump: (problem: MapperProblem) => void;
}

export const ProblemsTab = ({ problems, onJump }: ProblemsTabProps) => {
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 px-4 py-4 text-muted">
        <CircleCheck aria-hidden className="size-4 text-live" />
        Nothing is wrong.
      </p>
    );
  }
  return (
    <ul className="h-full overflow-auto py-1">
      {problems.map((problem) => (
        <li key={problem.id}>
          <button
            type="button"
            onClick={() => onJump(problem)}
            className="flex w-full items-start gap-2 px-4 py-1 text-left hover:bg-hover"
          >
            {problem.severity === 'error' ? (
              <CircleAlert role="img" aria-label="Error" className="mt-0.5 size-4 shrink-0 text-failed" />
            ) : (
              <TriangleAlert role="img" aria-label="Warning" className="mt-0.5 size-4 shrink-0 text-review" />
            )}
            {problem.message}
          </button>
        </li>
      ))}
    </ul>
  );
};
