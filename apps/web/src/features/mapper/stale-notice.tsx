'use client';
import { TriangleAlert } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import type { MappingCheck } from './evaluation/check-work.ts';

interface StaleNoticeProps {
  readonly check: MappingCheck | undefined;
  readonly text: string;
  readonly onGoTo: (from: number, to: number) => void;
}

/** Says that lines and values are those of an earlier text, and where the present one cannot be read. */
export const StaleNotice = ({ check, text, onGoTo }: StaleNoticeProps) => {
  if (check === undefined || check.links !== undefined) return null;
  const problem = check.problems.find(({ code }) => code === 'SYNTAX');
  return (
    <div
      role="status"
      aria-label="Text that cannot be read"
      className="absolute top-12 left-1/2 z-20 flex w-max max-w-[92%] -translate-x-1/2 items-center gap-2 rounded-lg border border-review/50 bg-review-soft py-1 pr-1 pl-3 text-small shadow-float"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-review" />
      <span className="min-w-0 py-1">
        The text cannot be read{problem !== undefined && ` in line ${lineAt(text, problem.range.start)}`}. Lines and
        values are those of the last text that could.
      </span>
      {problem !== undefined && (
        <Button variant="ghost" onClick={() => onGoTo(problem.range.start, problem.range.end)}>
          Show the place
        </Button>
      )}
    </div>
  );
};

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
