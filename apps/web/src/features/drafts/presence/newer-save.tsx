'use client';
import { useMutation } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { errorText } from '#features/workspace/error-text.ts';
import { useTRPCClient } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { Button } from '#ui/button.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { useToaster } from '#ui/toast.tsx';
import { useSaveStatus, type Autosave } from '../use-autosave.ts';
import type { Presence } from './use-presence.ts';

interface NewerSaveProps<Document> {
  readonly definitionId: string;
  readonly autosave: Autosave<Document>;
  readonly saved: Presence['saved'];
}

/** Says that somebody else saved the draft, as soon as that is known and not only when the next save runs into it. */
export const NewerSave = <Document,>({ definitionId, autosave, saved }: NewerSaveProps<Document>) => {
  const { person } = useWorkspace();
  const { revision, state } = useSaveStatus(autosave);
  const isNews =
    saved !== null &&
    saved.revision > (revision ?? 0) &&
    // The answer to one's own save may come after the news of it.
    !['saving', 'conflict'].includes(state.kind);
  const look = useLook(definitionId, autosave);
  return (
    <div role="status" aria-live="polite">
      {isNews && (
        <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-review-soft px-4 py-1 text-review">
          <UsersRound aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 flex-1">
            <span className="font-medium">
              {saved.savedBy === person.id
                ? 'You saved this draft in another tab'
                : `${saved.savedByName ?? 'A former member'} saved this draft`}
            </span>{' '}
            <RelativeTime at={saved.savedAt} />. Nothing of yours is lost: what you both changed can be brought
            together.
          </span>
          <Button isBusy={look.isPending} onClick={() => look.mutate()}>
            Show and bring in…
          </Button>
        </div>
      )}
    </div>
  );
};

const useLook = <Document,>(definitionId: string, { saver }: Autosave<Document>) => {
  const client = useTRPCClient();
  const toaster = useToaster();
  return useMutation({
    mutationFn: () => client.drafts.current.query({ definitionId }),
    onSuccess: (theirs) => {
      if (theirs !== null) saver.meet({ ...theirs, savedByName: theirs.savedByName ?? undefined });
    },
    onError: (error) => toaster.failed('Their changes could not be fetched', errorText(error)),
  });
};
