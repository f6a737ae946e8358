'use client';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { DraftChooser } from '../draft-chooser.tsx';
import type { ChangeDetail } from './change-detail.ts';
import { useChangeDeed } from './use-change-deed.ts';

interface AddDraftsDialogProps {
  readonly change: ChangeDetail;
  readonly isOpen: boolean;
  readonly onOpenChange: () => void;
}

export const AddDraftsDialog = ({ change, isOpen, onOpenChange }: AddDraftsDialogProps) => {
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const add = useMutation(
    trpc.changes.addDrafts.mutationOptions(useChangeDeed('The drafts are in the change', onOpenChange)),
  );
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Add drafts"
      footer={
        <>
          <Button onClick={onOpenChange}>Cancel</Button>
          <Button
            variant="primary"
            disabled={chosen.length === 0}
            isBusy={add.isPending}
            onClick={() => add.mutate({ changeId: change.id, definitionIds: [...chosen] })}
          >
            Add to change {change.number}
          </Button>
        </>
      }
    >
      <DraftChooser chosen={chosen} onChange={setChosen} />
    </Dialog>
  );
};
