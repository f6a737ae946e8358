'use client';
import { useMemo, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { diffValues } from '@throughline/core/flow/diff-values';
import { errorText } from '#features/workspace/error-text.ts';
import { QueryView } from '#features/workspace/query-view.tsx';
import { useTRPC, type Outputs } from '#features/workspace/trpc.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Notice } from '#ui/states.tsx';
import { useToaster } from '#ui/toast.tsx';
import { mergeDocuments, type MergeConflict, type Side } from '../merge/merge-documents.ts';
import { ConflictChoices } from './conflict-choices.tsx';

interface BringInDialogProps {
  readonly definitionId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

type Found = NonNullable<Outputs['drafts']['newerVersion']>;

/** Rebases a draft onto a version that somebody published after it was started. A person resolves the conflicts. */
export const BringInDialog = ({ definitionId, name, onClose, onDone }: BringInDialogProps) => {
  const trpc = useTRPC();
  const query = useQuery(trpc.drafts.newerVersion.queryOptions({ definitionId }, { staleTime: 0, gcTime: 0 }));
  if (query.data === undefined || query.data === null) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={`Newer version of “${name}”`}
        footer={<Button onClick={onClose}>Close</Button>}
      >
        <QueryView query={query}>
          {() => <p className="py-4 text-center text-muted">The draft is based on the newest version already.</p>}
        </QueryView>
      </Dialog>
    );
  }
  return <BringingIn key={query.data.newer.id} found={query.data} {...{ definitionId, name, onClose, onDone }} />;
};

const BringingIn = ({ found, definitionId, name, onClose, onDone }: BringInDialogProps & { readonly found: Found }) => {
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const { base, mine, newer } = found;
  const merged = useMemo(
    () => mergeDocuments({ base: base?.document, mine: mine.document, newer: newer.document }, choices),
    [base, mine, newer, choices],
  );
  const open = merged.conflicts.filter(({ pointer }) => !choices.has(pointer)).length;
  const bringIn = useBringIn(newer.number, async () => {
    onClose();
    await onDone();
  });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="large"
      title={`Bring version ${newer.number} into the draft of “${name}”`}
      description={
        <>
          Published by {newer.createdByName ?? 'a former member'}
          {newer.changeNumber !== null && ` with change ${newer.changeNumber}`}, <RelativeTime at={newer.createdAt} />.
          What only one side changed is taken from it.
        </>
      }
      footer={
        <>
          {bringIn.isError && (
            <p role="alert" className="flex-1 text-failed">
              {errorText(bringIn.error)}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={open > 0}
            isBusy={bringIn.isPending}
            onClick={() =>
              bringIn.mutate({
                definitionId,
                document: merged.document,
                expectedRevision: mine.revision,
                versionId: newer.id,
              })
            }
          >
            {open > 0 ? `${open} to decide` : `Bring in version ${newer.number}`}
          </Button>
        </>
      }
    >
      <Collisions found={found} conflicts={merged.conflicts} choices={choices} onChoices={setChoices} />
    </Dialog>
  );
};

interface CollisionsProps {
  readonly found: Found;
  readonly conflicts: readonly MergeConflict[];
  readonly choices: ReadonlyMap<string, Side>;
  readonly onChoices: (choices: ReadonlyMap<string, Side>) => void;
}

const Collisions = ({ found: { base, mine, newer, change }, conflicts, choices, onChoices }: CollisionsProps) => (
  <div className="flex flex-col gap-3">
    {change !== null && change.state !== 'open' && (
      <Notice tone="warn" icon={<TriangleAlert aria-hidden />}>
        Change {change.number} goes back to its authors and needs review again: what was reviewed is no longer what
        would be published.
      </Notice>
    )}
    <p className="text-muted">
      Version {newer.number} changed {places(base?.document, newer.document)}, your draft{' '}
      {places(base?.document, mine.document)}
      {base === null ? '' : ` since version ${base.number}`}.
    </p>
    <ConflictChoices
      conflicts={conflicts}
      documents={[mine.document, newer.document, base?.document]}
      titles={{ mine: 'Mine', newer: `Version ${newer.number}` }}
      choices={choices}
      onChoices={onChoices}
    />
  </div>
);

const useBringIn = (versionNumber: number, then: () => Promise<void>) => {
  const trpc = useTRPC();
  const toaster = useToaster();
  return useMutation(
    trpc.drafts.bringInNewer.mutationOptions({
      onSuccess: async ({ reopenedChange }) => {
        const next =
          reopenedChange === null ? undefined : `Change ${reopenedChange} is open again: submit it for review.`;
        toaster.succeeded(`The draft is based on version ${versionNumber} now`, next);
        await then();
      },
    }),
  );
};

const places = (before: unknown, after: unknown): string => {
  const count = diffValues(before, after).length;
  return count === 1 ? 'one place' : `${count} places`;
};
