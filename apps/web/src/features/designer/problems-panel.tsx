'use client';
import { CircleCheck, X } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useHasFailed } from '#ui/later.ts';
import { SeverityIcon } from '#ui/severity-icon.tsx';
import { NotLoaded } from '#ui/shown-later.tsx';
import type { ProblemFix } from './problem-fix.ts';
import { countProblems, type PlacedProblem } from './placed-problem.ts';
import { problemWords } from './problem-words.ts';
import { flowRules } from './use-flow-checks.ts';

interface ProblemsPanelProps {
  /** False until the flow was checked for the first time. */
  readonly isKnown: boolean;
  readonly problems: readonly PlacedProblem[];
  /** The clear way out of a problem, if there is one; absent where nothing can be changed. */
  readonly fixFor: ((problem: PlacedProblem) => ProblemFix | undefined) | undefined;
  readonly onFix: (problem: PlacedProblem, fix: ProblemFix, at: HTMLElement) => void;
  readonly onJump: (problem: PlacedProblem) => void;
  readonly onClose: () => void;
}

/** Everything that is wrong, in one list. Each line leads to the field that fixes it. */
export const ProblemsPanel = ({ isKnown, problems, fixFor, onFix, onJump, onClose }: ProblemsPanelProps) => (
  <section aria-label="Problems" className="flex max-h-56 shrink-0 flex-col border-t border-line bg-raised">
    <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line pr-1.5 pl-4">
      <h2 className="font-semibold">Problems</h2>
      <p className="flex-1 text-small text-muted">
        {problems.length === 0 ? '' : problemWords(countProblems(problems))}
      </p>
      <Button variant="ghost" size="icon" aria-label="Close problems" icon={<X aria-hidden />} onClick={onClose} />
    </div>
    {problems.length === 0 ? (
      <NoProblems isKnown={isKnown} />
    ) : (
      <ul className="overflow-auto py-1">
        {problems.map((problem) => (
          <li
            key={`${problem.pointer} ${problem.code} ${problem.message}`}
            className="flex items-center gap-2 pr-3 hover:bg-hover"
          >
            <button
              type="button"
              onClick={() => onJump(problem)}
              className="flex min-w-0 flex-1 items-start gap-2 py-1 pl-4 text-left"
            >
              <SeverityIcon severity={problem.severity} />
              <span className="min-w-0 flex-1">
                <span className="font-medium">
                  {problem.place}
                  {problem.fieldName !== '' && ` › ${problem.fieldName}`}
                </span>
                <span className="block">{problem.message}</span>
              </span>
            </button>
            <FixButton fix={fixFor?.(problem)} onFix={(fix, at) => onFix(problem, fix, at)} />
          </li>
        ))}
      </ul>
    )}
  </section>
);

const NoProblems = ({ isKnown }: Pick<ProblemsPanelProps, 'isKnown'>) => {
  const hasFailed = useHasFailed(flowRules);
  if (!isKnown && hasFailed) return <NotLoaded later={flowRules} />;
  return (
    <p className="flex items-center gap-2 px-4 py-4 text-muted">
      {isKnown && <CircleCheck aria-hidden className="size-4 text-live" />}
      {isKnown ? 'Nothing is wrong. The flow can be tested and submitted.' : 'Checking…'}
    </p>
  );
};

interface FixButtonProps {
  readonly fix: ProblemFix | undefined;
  readonly onFix: (fix: ProblemFix, at: HTMLElement) => void;
}

const FixButton = ({ fix, onFix }: FixButtonProps) =>
  fix === undefined ? null : <Button onClick={(event) => onFix(fix, event.currentTarget)}>{fix.label}</Button>;
