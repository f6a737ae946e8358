'use client';
import { useState } from 'react';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { DocumentComparison } from '#features/changes/detail/document-comparison.tsx';
import { errorText } from '#features/workspace/error-text.ts';
import { QueryView } from '#features/workspace/query-view.tsx';
import { useTRPC } from '#features/workspace/trpc.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useToaster } from '#ui/toast.tsx';
import { RevisionList } from './revision-list.tsx';

interface HistoryDialogProps {
  readonly definitionId: string;
  readonly name: string;
  /** The draft's revision; null when there is none. */
  readonly revision: number | null;
  readonly mayRestore: boolean;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Every saved state of a draft: who saved it and when, compared with the current state, and a button to restore it. */
export const HistoryDialog = ({ definitionId, name, revision, mayRestore, onClose, onDone }: HistoryDialogProps) => {
  const toaster = useToaster();
  const [chosen, setChosen] = useState<number>();
  const history = useHistory(definitionId);
  const restore = useRestore(async (saved) => {
    onClose();
    toaster.succeeded(`Revision ${chosen} is restored`, `It is saved as revision ${saved}.`);
    await onDone();
  });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="large"
      title={`History of “${name}”`}
      description="Every save is kept. Restoring one saves it as the newest revision; nothing is overwritten."
      footer={
        <>
          {restore.isError && (
            <p role="alert" className="flex-1 text-failed">
              {errorText(restore.error)}
            </p>
          )}
          <Button onClick={onClose}>Close</Button>
          {mayRestore && (
            <RestoreButton
              chosen={chosen === revision ? undefined : chosen}
              isBusy={restore.isPending}
              onRestore={(each) => restore.mutate({ definitionId, revision: each, expectedRevision: revision })}
            />
          )}
        </>
      }
    >
      <div className="grid gap-3 md:grid-cols-[15rem_minmax(0,1fr)]">
        <QueryView query={history}>
          {() => (
            <RevisionList
              revisions={history.data?.pages.flatMap((page) => page.revisions) ?? []}
              current={revision}
              chosen={chosen}
              onChoose={setChosen}
              onMore={history.hasNextPage ? () => void history.fetchNextPage() : undefined}
              isLoadingMore={history.isFetchingNextPage}
            />
          )}
        </QueryView>
        <div className="min-w-0">
          {chosen === undefined ? (
            <p className="py-8 text-center text-muted">Choose a state to compare it with the current one.</p>
          ) : (
            <RevisionComparison definitionId={definitionId} revision={chosen} />
          )}
        </div>
      </div>
    </Dialog>
  );
};

interface RestoreButtonProps {
  readonly chosen: number | undefined;
  readonly isBusy: boolean;
  readonly onRestore: (revision: number) => void;
}

const RestoreButton = ({ chosen, isBusy, onRestore }: RestoreButtonProps) => (
  <Button
    variant="primary"
    icon={<RotateCcw aria-hidden />}
    disabled={chosen === undefined}
    isBusy={isBusy}
    onClick={() => {
      if (chosen !== undefined) onRestore(chosen);
    }}
  >
    {chosen === undefined ? 'Restore' : `Restore revision ${chosen}`}
  </Button>
);

const useHistory = (definitionId: string) => {
  const trpc = useTRPC();
  return useInfiniteQuery(
    trpc.drafts.revisions.infiniteQueryOptions(
      { definitionId },
      { getNextPageParam: ({ nextBefore }) => nextBefore, initialCursor: null, gcTime: 0 },
    ),
  );
};

const useRestore = (then: (revision: number) => Promise<void>) => {
  const trpc = useTRPC();
  return useMutation(trpc.drafts.restore.mutationOptions({ onSuccess: ({ revision }) => then(revision) }));
};

/** What restoring would change: from the current state to the chosen one. */
const RevisionComparison = ({
  definitionId,
  revision,
}: {
  readonly definitionId: string;
  readonly revision: number;
}) => {
  const trpc = useTRPC();
  const query = useQuery(trpc.drafts.revision.queryOptions({ definitionId, revision }));
  return (
    <QueryView query={query}>
      {({ kind, document, current }) => (
        <>
          <p className="mb-2 text-small text-muted">What restoring revision {revision} would change:</p>
          <DocumentComparison kind={kind} before={current} after={document} />
        </>
      )}
    </QueryView>
  );
};
