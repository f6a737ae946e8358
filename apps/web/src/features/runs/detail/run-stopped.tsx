import Link from 'next/link';
import { TriangleAlert } from 'lucide-react';
import { buttonClasses } from '#ui/button.tsx';
import { Notice } from '#ui/states.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { RunDetail } from './run-detail.ts';

interface RunStoppedProps {
  readonly run: RunDetail;
  readonly onSelect: (stepId: string) => void;
}

/** What stopped the run, where, and what to do. */
export const RunStopped = ({ run, onSelect }: RunStoppedProps) => {
  const { pathTo } = useWorkspace();
  if (run.errorCode === null || run.state === 'cancelled') return null;
  const [exception] = run.exceptions;
  // A replay that did not finish opens no new exception. The one that it was meant to resolve stays open.
  const exceptionId = exception?.id ?? run.exceptionId;
  const failed = run.steps.findLast(({ state }) => state === 'failed');
  return (
    <div className="px-4 pb-3 lg:px-6">
      <Notice tone="fail" icon={<TriangleAlert aria-hidden />}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <p className="min-w-0 flex-1 basis-72">
            <span className="font-mono text-code font-medium">{run.errorCode}</span> {run.errorMessage}
          </p>
          {failed !== undefined && (
            <button type="button" onClick={() => onSelect(failed.stepId)} className="font-medium underline">
              Show the step
            </button>
          )}
          {exceptionId !== null && (
            <Link href={pathTo('exceptions', exceptionId)} className={buttonClasses()}>
              {exception?.state === 'resolved' ? 'See the exception' : 'Work on the exception'}
            </Link>
          )}
        </div>
      </Notice>
    </div>
  );
};
