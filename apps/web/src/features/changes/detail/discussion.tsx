'use client';
import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { ReviewDecision } from '@throughline/core/db/schema/change';
import { Button } from '#ui/button.tsx';
import { Textarea } from '#ui/input.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { initialsOf } from '../../workspace/initials-of.ts';
import { PersonName } from '../../workspace/person-name.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ChangeDetail } from './change-detail.ts';
import { ThreadList } from './threads/thread-list.tsx';
import { useChangeDeed } from './use-change-deed.ts';

const verbs: Record<ReviewDecision, string> = {
  approved: 'approved',
  'changes-requested': 'asked for changes',
  commented: 'said',
};

/** Comments and decisions in order, and a box for the next one. */
export const Discussion = ({ change }: { readonly change: ChangeDetail }) => {
  const trpc = useTRPC();
  const { can } = useWorkspace();
  const [comment, setComment] = useState('');
  const say = useMutation(trpc.changes.comment.mutationOptions(useChangeDeed('Comment added', () => setComment(''))));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (comment.trim() !== '') say.mutate({ changeId: change.id, comment });
  };
  return (
    <div className="flex flex-col gap-3">
      {change.reviews.length === 0 && change.threads.length === 0 && (
        <p className="text-muted">Nothing was said yet.</p>
      )}
      <ol className="flex flex-col gap-3">
        {change.reviews.map((review) => (
          <li key={review.id} className="flex gap-2.5">
            <span
              aria-hidden
              className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-[10px] font-semibold text-accent-strong"
            >
              {initialsOf(review.userName ?? '?')}
            </span>
            <div className="min-w-0 flex-1">
              <p>
                <PersonName name={review.userName ?? 'A former member'} email={review.userEmail} />{' '}
                {verbs[review.decision]} <RelativeTime at={review.createdAt} />
              </p>
              {review.comment !== '' && <p className="wrap-anywhere whitespace-pre-wrap">{review.comment}</p>}
            </div>
          </li>
        ))}
      </ol>
      <ThreadList change={change} />
      {can('analyst', 'approver', 'operator') && (
        <form onSubmit={onSubmit} className="flex flex-col items-end gap-2">
          <Textarea
            aria-label="Comment"
            placeholder="Comment…"
            rows={2}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
          <Button type="submit" isBusy={say.isPending} disabled={comment.trim() === ''}>
            Comment
          </Button>
        </form>
      )}
    </div>
  );
};
