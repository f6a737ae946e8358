'use client';
import { CircleAlert, CircleCheck, TriangleAlert, Wrench } from 'lucide-react';
import type { MappingFix } from '@throughline/core/mapping/analysis';
import { Button } from '#ui/button.tsx';
import type { MapperProblem } from '../mapper-problems.ts';

interface ProblemsTabProps {
  readonly problems: readonly MapperProblem[];
  readonly text: string;
  readonly onJump: (problem: MapperProblem) => void;
  /** Absent if nothing may be edited. */
  readonly onFix: ((fix: MappingFix) => void) | undefined;
}

/** The problems, their positions, and their fixes. */
export const ProblemsTab = ({ problems, text, onJump, onFix }: ProblemsTabProps) => {
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
        <li key={problem.id} className="flex items-start gap-2 pr-3 hover:bg-hover">
          <button
            type="button"
            onClick={() => onJump(problem)}
            className="flex min-w-0 flex-1 items-start gap-2 py-1.5 pl-4 text-left"
          >
            {problem.severity === 'error' ? (
              <CircleAlert role="img" aria-label="Error" className="mt-0.5 size-4 shrink-0 text-failed" />
            ) : (
              <TriangleAlert role="img" aria-label="Warning" className="mt-0.5 size-4 shrink-0 text-review" />
            )}
            <span className="min-w-0 flex-1">{problem.message}</span>
            {problem.at.kind === 'text' && (
              <span className="shrink-0 text-small text-muted tabular-nums">line {lineAt(text, problem.at.from)}</span>
            )}
          </button>
          {problem.fix !== undefined && onFix !== undefined && <FixButton fix={problem.fix} onFix={onFix} />}
        </li>
      ))}
    </ul>
  );
};

const FixButton = ({ fix, onFix }: { readonly fix: MappingFix; readonly onFix: (fix: MappingFix) => void }) => (
  <Button className="my-0.5" icon={<Wrench aria-hidden />} onClick={() => onFix(fix)}>
    {fix.title}
  </Button>
);

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
