import Link from 'next/link';
import { CircleCheck, RotateCcw } from 'lucide-react';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Notice } from '#ui/states.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ExceptionDetail } from './exception-detail.ts';

/** How it ended, or that a replay is under way. */
export const Resolution = ({ exception }: { readonly exception: ExceptionDetail }) => {
  const { pathTo } = useWorkspace();
  const { state, replayRunId, resolution, resolutionReason, resolvedAt, resolvedByName } = exception;
  const replay = replayRunId !== null && (
    <Link href={pathTo('runs', replayRunId)} className="font-medium underline">
      See the replay
    </Link>
  );
  if (state === 'open') return null;
  return (
    <div className="pb-4">
      {state === 'replaying' ? (
        <Notice tone="info" icon={<RotateCcw aria-hidden />}>
          A replay is under way. {replay}
        </Notice>
      ) : (
        <Notice tone="good" icon={<CircleCheck aria-hidden />}>
          {resolution === 'replayed' && 'Resolved by a replay that went through. '}
          {resolution === 'superseded' && 'The replay stopped again and has an exception of its own. '}
          {resolution === 'resolved' &&
            `Resolved by hand${resolvedByName === null ? '' : ` by ${resolvedByName}`}: ${resolutionReason ?? ''} `}
          {resolvedAt !== null && <RelativeTime at={resolvedAt} />} {replay}
        </Notice>
      )}
    </div>
  );
};
