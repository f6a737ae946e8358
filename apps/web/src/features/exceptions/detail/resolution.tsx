import Link from 'next/link';
import { CircleCheck, RotateCcw, TriangleAlert } from 'lucide-react';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Notice } from '#ui/states.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { resolutionReason, resolutionText } from '../resolution-text.ts';
import type { ExceptionDetail } from './exception-detail.ts';

/** How it ended, by whom, when and why; or that a replay is in progress; or why the last replay did not end it. */
export const Resolution = ({ exception }: { readonly exception: ExceptionDetail }) => {
  const { pathTo } = useWorkspace();
  const { state, replayRunId, resolvedAt, replayRequest, replayFailure } = exception;
  const text = resolutionText(exception);
  const reason = resolutionReason(exception);
  const at = resolvedAt ?? replayRequest?.at;
  const replay = replayRunId !== null && (
    <Link href={pathTo('runs', replayRunId)} className="font-medium underline">
      See the replay
    </Link>
  );
  if (state === 'open' && replayFailure !== null) {
    return (
      <div className="pb-4">
        <Notice tone="fail" icon={<TriangleAlert aria-hidden />}>
          The last replay did not end this. {replayFailure} {replay}
        </Notice>
      </div>
    );
  }
  if (text === undefined) return null;
  const isRunning = state === 'replaying';
  return (
    <div className="pb-4">
      <Notice
        tone={isRunning || exception.resolution === 'superseded' ? 'info' : 'good'}
        icon={isRunning ? <RotateCcw aria-hidden /> : <CircleCheck aria-hidden />}
      >
        {text}, {at !== undefined && <RelativeTime at={at} />}. {replay}
        {reason !== undefined && <p>Reason: “{reason}”</p>}
      </Notice>
    </div>
  );
};
