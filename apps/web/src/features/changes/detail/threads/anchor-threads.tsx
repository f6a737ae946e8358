'use client';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { MessageSquarePlus } from 'lucide-react';
import type { AnchorKind } from '@throughline/core/db/schema/change';
import { Button } from '#ui/button.tsx';
import { useTRPC } from '../../../workspace/trpc.ts';
import { useWorkspace } from '../../../workspace/workspace-context.ts';
import { anchorText } from './anchor-words.ts';
import { CommentBox } from './comment-box.tsx';
import { useReview } from './review-context.ts';
import { ThreadView } from './thread-view.tsx';
import { useThreadDeed } from './use-thread-deed.ts';

interface AnchorThreadsProps {
  readonly kind: AnchorKind;
  readonly anchor: string;
}

/** The discussions of one place of the reviewed document, and a button that starts another one. */
export const AnchorThreads = ({ kind, anchor }: AnchorThreadsProps) => {
  const trpc = useTRPC();
  const { can } = useWorkspace();
  const review = useReview();
  const [isWriting, setIsWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasWriting = useRef(false);
  // The box that had the focus is gone.
  useEffect(() => {
    if (wasWriting.current && !isWriting) opener.current?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);
  const start = useMutation(trpc.changes.startThread.mutationOptions(useThreadDeed(() => setIsWriting(false))));
  if (review === undefined) return null;
  const { change, item } = review;
  const place = { anchorKind: kind, anchor };
  const threads = change.threads.filter(
    (each) => each.definitionId === item.definitionId && each.anchorKind === kind && each.anchor === anchor,
  );
  const maySay = can('analyst', 'approver', 'operator');
  if (threads.length === 0 && !maySay) return null;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {threads.map((thread) => (
        <ThreadView key={thread.id} thread={thread} isAtAnchor />
      ))}
      {maySay &&
        (isWriting ? (
          <CommentBox
            label={`Comment on ${anchorText(place)}`}
            action="Comment"
            isFocused
            isBusy={start.isPending}
            onCancel={() => setIsWriting(false)}
            onSay={(comment) =>
              start.mutate({ changeId: change.id, definitionId: item.definitionId, ...place, comment })
            }
          />
        ) : (
          <Button
            ref={opener}
            variant="ghost"
            className="self-start"
            icon={<MessageSquarePlus aria-hidden />}
            aria-label={`Comment on ${anchorText(place)}`}
            onClick={() => setIsWriting(true)}
          >
            Comment
          </Button>
        ))}
    </div>
  );
};
