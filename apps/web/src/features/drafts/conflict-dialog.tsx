'use client';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Later } from '#ui/later.ts';
import { DialogLater } from '#ui/shown-later.tsx';
import type { BothSavedProps } from './both-saved-dialog.tsx';
import type { ConflictDialogProps } from './conflict-dialog-props.ts';
import { useSaveStatus } from './use-autosave.ts';
import { useBusy } from '#ui/use-busy.ts';

/** Its comparisons bring an editor along. */
export const bothSavedDialog = new Later(async () => (await import('./both-saved-dialog.tsx')).BothSavedDialog);

/**
 * Somebody else, or the same person in another tab, saved first. This shows who, when and what they changed, and brings
 * both together where they do not collide. All states stay in the draft's history.
 */
export const ConflictDialog = <Document,>(props: ConflictDialogProps<Document>) => {
  const { state } = useSaveStatus(props.autosave);
  if (state.kind !== 'conflict') return null;
  return state.theirs === null ? (
    <GoneDialog {...props} />
  ) : (
    <BothSaved key={state.theirs.revision} {...props} theirs={state.theirs} isAsked={state.isAsked === true} />
  );
};

const BothSaved = <Document,>(props: BothSavedProps<Document>) => (
  <DialogLater<BothSavedProps<Document>>
    title="This draft was saved elsewhere first"
    later={bothSavedDialog}
    props={props}
  />
);

const GoneDialog = <Document,>({ autosave: { saver } }: ConflictDialogProps<Document>) => {
  const [isBusy, run] = useBusy();
  return (
    <Dialog
      isOpen
      onOpenChange={() => undefined}
      title="This draft is gone"
      description="It was discarded or published while you were editing. Nothing of yours is lost: keep it as a new draft."
      footer={
        <Button variant="primary" isBusy={isBusy} onClick={() => void run(() => saver.keepMine())}>
          Keep mine as a new draft
        </Button>
      }
    />
  );
};
