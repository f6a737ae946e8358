'use client';
import { useEffect, useRef, type ReactNode } from 'react';
import { useSearchParams } from 'next/navigation';
import { useMutation } from '@tanstack/react-query';
import { Check, RotateCcw } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { Pill } from '#ui/pill.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { PersonName } from '../../../workspace/person-name.tsx';
import { useTRPC } from '../../../workspace/trpc.ts';
import { useWorkspace } from '../../../workspace/workspace-context.ts';
import type { ChangeDetail } from '../change-detail.ts';
import { anchorText } from './anchor-words.ts';
import { CommentBox } from './comment-box.tsx';
import { useThreadDeed } from './use-thread-deed.ts';

export type Thread = ChangeDetail['threads'][number];

interface ThreadViewProps {
  readonly thread: Thread;
  /** What stands above the comments: the place, in the list of all discussions. */
  readonly heading?: ReactNode;
  /** The place that a link leads to. */
  readonly isAtAnchor?: boolean;
}

/** One discussion with its comments, a box for a reply, and whether it is resolved. */
export const ThreadView = ({ thread, heading, isAtAnchor = false }: ThreadViewProps) => {
  const trpc = useTRPC();
  const { can } = useWorkspace();
  const deed = useThreadDeed();
  const reply = useMutation(trpc.changes.reply.mutationOptions(deed));
  const resolve = useMutation(trpc.changes.resolveThread.mutationOptions(deed));
  const { id, comments, resolvedAt, resolvedByName } = thread;
  const isResolved = resolvedAt !== null;
  const place = useRef<HTMLElement>(null);
  const isLinked = useSearchParams().get('thread') === id && isAtAnchor;
  useEffect(() => {
    if (!isLinked) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [isLinked]);
  return (
    <article
      ref={place}
      tabIndex={-1}
      aria-label={`Discussion of ${anchorText(thread)}`}
      className={classNames(
        'flex flex-col gap-2 rounded-md border p-3',
        isLinked ? 'border-accent' : 'border-line',
        isResolved && 'bg-sunken',
      )}
    >
      {heading}
      <Comments comments={comments} />
      {isResolved && (
        <p className="flex flex-wrap items-center gap-2 text-small text-muted">
          <Pill tone="live">resolved</Pill> by {resolvedByName ?? 'a former member'} <RelativeTime at={resolvedAt} />
        </p>
      )}
      {can('analyst', 'approver', 'operator') && (
        <>
          {!isResolved && (
            <CommentBox
              label="Reply"
              action="Reply"
              isBusy={reply.isPending}
              onSay={(comment, done) => reply.mutate({ threadId: id, comment }, { onSuccess: done })}
            />
          )}
          <Button
            variant="ghost"
            className="self-start"
            icon={isResolved ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
            isBusy={resolve.isPending}
            onClick={() => resolve.mutate({ threadId: id, isResolved: !isResolved })}
          >
            {isResolved ? 'Open again' : 'Resolve'}
          </Button>
        </>
      )}
    </article>
  );
};

const Comments = ({ comments }: Pick<Thread, 'comments'>) => (
  <ol className="flex flex-col gap-2">
    {comments.map((each) => (
      <li key={each.id}>
        <p>
          <PersonName name={each.userName ?? 'A former member'} email={each.userEmail} />{' '}
          <RelativeTime at={each.createdAt} />
        </p>
        <p className="wrap-anywhere whitespace-pre-wrap">{each.comment}</p>
      </li>
    ))}
  </ol>
);
