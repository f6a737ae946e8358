'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChangeProblem } from '@throughline/core/db/changes/change-error';
import { fieldErrors } from '#features/workspace/field-errors.ts';
import { QueryView } from '#features/workspace/query-view.tsx';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import type { DraftRow } from './draft-row.ts';
import { SubmissionProblems } from './submission-problems.tsx';
import { SubmitForm } from './submit-form.tsx';

interface SubmitDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly opened: OpenedDefinition;
  /** Definitions that this one uses, as `kind:key`. Their drafts are initially selected. */
  readonly uses: () => readonly string[];
  /** Shows a problem of this draft in the editor behind the dialog. */
  readonly onProblem: (problem: ChangeProblem) => void;
  /** Saves unsaved changes; false if that failed. */
  readonly flush: () => Promise<boolean>;
}

/** Submits this draft for review, with the drafts it depends on, as one change. */
export const SubmitDialog = ({ isOpen, onOpenChange, ...submitting }: SubmitDialogProps) => {
  const { opened } = submitting;
  const trpc = useTRPC();
  const query = useQuery(
    trpc.drafts.list.queryOptions(undefined, { enabled: isOpen, staleTime: 0, gcTime: 0, refetchOnMount: 'always' }),
  );
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={opened.change?.state === 'open' ? `Submit change ${opened.change.number}` : 'Submit change'}
      description="Somebody else reviews what is in it, as it is now. It goes live when it is approved and published."
    >
      <QueryView query={query}>
        {(drafts) => <Submitting drafts={drafts} {...submitting} onClose={() => onOpenChange(false)} />}
      </QueryView>
    </Dialog>
  );
};

interface SubmittingProps extends Omit<SubmitDialogProps, 'isOpen' | 'onOpenChange'> {
  readonly drafts: readonly DraftRow[];
  readonly onClose: () => void;
}

const Submitting = ({ drafts, opened, uses, flush, onProblem, onClose }: SubmittingProps) => {
  const [title, setTitle] = useState(opened.change?.title ?? '');
  const [description, setDescription] = useState('');
  const own = opened.change?.state === 'open' ? opened.change.number : null;
  const offered = drafts.filter(({ changeNumber }) => changeNumber === null || changeNumber === own);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => chosenAtFirst(offered, opened.id, uses()));
  const submit = useSubmission();
  const picked = offered.filter(({ definitionId }) => chosen.has(definitionId));
  const checked = useProblemsOf(picked);
  const problems = submit.data?.outcome === 'invalid' ? submit.data.problems : (checked.data ?? []);
  const isBlocked = problems.some(({ severity }) => severity === 'error');
  const jump = (problem: ChangeProblem) => {
    if (problem.definitionId !== opened.id) return false;
    onClose();
    onProblem(problem);
    return true;
  };
  const send = async () => {
    if (!(await flush())) return;
    submit.mutate({
      title,
      description,
      changeNumber: own,
      drafts: picked.map(({ definitionId, revision }) => ({ definitionId, revision })),
    });
  };
  return (
    <div className="flex flex-col gap-3 pb-2">
      <SubmitForm
        title={title}
        onTitle={setTitle}
        isTitleFixed={own !== null}
        description={description}
        onDescription={setDescription}
        drafts={offered}
        ownId={opened.id}
        chosen={chosen}
        onChosen={setChosen}
        errors={fieldErrors(submit.error, 'title', 'description')}
      />
      <SubmissionProblems query={checked} problems={problems} isOfOne={picked.length === 1} onJump={jump} />
      <Footer
        isBusy={submit.isPending}
        isReady={title.trim() !== '' && chosen.size > 0 && !isBlocked && !checked.isPending}
        onCancel={onClose}
        onSubmit={() => void send()}
      />
    </div>
  );
};

interface FooterProps {
  readonly isBusy: boolean;
  readonly isReady: boolean;
  readonly onCancel: () => void;
  readonly onSubmit: () => void;
}

const Footer = ({ isBusy, isReady, onCancel, onSubmit }: FooterProps) => (
  <div className="flex justify-end gap-2 pt-1">
    <Button onClick={onCancel}>Cancel</Button>
    <Button variant="primary" isBusy={isBusy} disabled={!isReady} onClick={onSubmit}>
      Submit for review
    </Button>
  </div>
);

/** Sends the drafts, then opens the resulting change. */
const useSubmission = () => {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { pathTo } = useWorkspace();
  return useMutation(
    trpc.drafts.submit.mutationOptions({
      onSuccess: async (result) => {
        if (result.outcome !== 'submitted') return;
        const { number } = result;
        // Everything read before the submission is out of date on every page that follows.
        await queryClient.invalidateQueries({ refetchType: 'none' });
        await queryClient.prefetchQuery(trpc.changes.one.queryOptions({ number }));
        router.push(pathTo('changes', String(number)));
      },
    }),
  );
};

/** The obstacles for these drafts. The last answer stays on screen until the next one arrives. */
const useProblemsOf = (drafts: readonly DraftRow[]) => {
  const trpc = useTRPC();
  return useQuery(
    trpc.drafts.problems.queryOptions(
      { definitionIds: drafts.map(({ definitionId }) => definitionId) },
      { staleTime: 0, gcTime: 0, placeholderData: keepPreviousData },
    ),
  );
};

/** This draft, those that it uses, and those that are already in its open change. */
function chosenAtFirst(drafts: readonly DraftRow[], ownId: string, uses: readonly string[]): ReadonlySet<string> {
  const first = drafts.filter(
    ({ definitionId, kind, key, changeNumber }) =>
      definitionId === ownId || changeNumber !== null || uses.includes(`${kind}:${key}`),
  );
  return new Set(first.map(({ definitionId }) => definitionId));
}
