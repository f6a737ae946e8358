'use client';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { errorProblems } from '../error-problems.ts';
import { ProblemList } from '../problem-list.tsx';
import type { ChangeDetail } from './change-detail.ts';
import { useChangeDeed } from './use-change-deed.ts';
import { useFailingTests } from './use-failing-tests.ts';

/** Submits a change. Obstacles are shown as a list of links to each place. */
export const SubmitButton = ({ change }: { readonly change: ChangeDetail }) => {
  const trpc = useTRPC();
  const isBlocked = useFailingTests(change).length > 0;
  const [isShowing, setIsShowing] = useState(false);
  const { onSuccess } = useChangeDeed('Submitted for review');
  const submit = useMutation(trpc.changes.submit.mutationOptions({ onSuccess, onError: () => setIsShowing(true) }));
  const expectedRevisions = Object.fromEntries(
    change.items.flatMap(({ definitionId, currentRevision }) =>
      currentRevision === null ? [] : [[definitionId, currentRevision]],
    ),
  );
  return (
    <>
      <Button
        variant="primary"
        icon={<Send aria-hidden />}
        isBusy={submit.isPending}
        disabled={change.items.length === 0 || isBlocked}
        onClick={() => submit.mutate({ changeId: change.id, expectedRevisions })}
      >
        Submit for review
      </Button>
      <Dialog
        isOpen={isShowing}
        onOpenChange={setIsShowing}
        title="Not submitted"
        description={submit.isError ? errorText(submit.error) : ''}
        size="large"
        footer={<Button onClick={() => setIsShowing(false)}>Close</Button>}
      >
        <ProblemList problems={errorProblems(submit.error)} />
      </Dialog>
    </>
  );
};
