import Link from 'next/link';
import type { ChangeProblem } from '@throughline/core/db/changes/change-error';
import { classNames } from '#ui/class-names.ts';
import { SeverityIcon } from '#ui/severity-icon.tsx';
import { definitionPath } from '../definitions/definition-path.ts';
import { KindIcon } from '../definitions/kind-icon.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';

interface ProblemListProps {
  readonly problems: readonly ChangeProblem[];
  /** All problems are about one document, which the reader already knows, so its name is left out. */
  readonly isOfOne?: boolean;
  /** Shows a problem without leaving the page if possible; returns false otherwise. */
  readonly onJump?: ((problem: ChangeProblem) => boolean) | undefined;
}

/** The obstacles, each with its document and place. */
export const ProblemList = ({ problems, isOfOne = false, onJump }: ProblemListProps) => {
  const { pathTo } = useWorkspace();
  if (problems.length === 0) return null;
  return (
    <ul
      aria-label="Problems"
      className="flex max-h-80 flex-col divide-y divide-line overflow-auto rounded-md border border-line"
    >
      {problems.map((problem) => (
        <li
          key={`${problem.definitionId}${problem.pointer}${problem.code}${problem.message}`}
          className="flex items-start gap-2 px-3 py-2"
        >
          <SeverityIcon severity={problem.severity} />
          <div className="min-w-0 flex-1 wrap-anywhere">
            {!isOfOne && <p>{problem.message}</p>}
            <p className={classNames(!isOfOne && 'text-small')}>
              <Link
                href={`${pathTo(...definitionPath(problem.kind, problem.key))}${placeOf(problem)}`}
                className={classNames('flex items-center gap-1 hover:underline', !isOfOne && 'text-accent')}
                onClick={(event) => {
                  if (onJump?.(problem) === true) event.preventDefault();
                }}
              >
                {isOfOne ? (
                  problem.message
                ) : (
                  <>
                    <KindIcon kind={problem.kind} className="size-3" />
                    {problem.name}
                  </>
                )}
              </Link>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
};

/** Where the problem is in its editor: the step of a flow, or the saved test of a mapping. */
const placeOf = ({ stepId, code, pointer }: ChangeProblem): string => {
  if (stepId !== undefined) return `?step=${encodeURIComponent(stepId)}`;
  return code === 'TEST_FAILED' ? `?test=${encodeURIComponent(pointer.replace('/tests/', ''))}` : '';
};
