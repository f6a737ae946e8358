'use client';
import { useMemo, useState } from 'react';
import { diffValues } from '@throughline/core/flow/diff-values';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import type { DraftState } from '@throughline/core/db/definitions/definition-error';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { ConflictChoices } from './bring-in/conflict-choices.tsx';
import { Comparison } from './conflict/comparison.tsx';
import type { ConflictDialogProps } from './conflict-dialog-props.ts';
import { mergeDocuments, type Side } from './merge/merge-documents.ts';
import { useBusy } from '#ui/use-busy.ts';

export interface BothSavedProps<Document> extends ConflictDialogProps<Document> {
  readonly theirs: DraftState;
  readonly isAsked: boolean;
}

/** Shows what both sides changed, and brings them together. */
export const BothSavedDialog = <Document,>(props: BothSavedProps<Document>) => {
  const { autosave, mine, theirs, isAsked, read } = props;
  const { saver } = autosave;
  // Documents are compared as the editor reads them. Otherwise an older format would count as changed.
  const newer = useMemo(() => read(theirs.document) ?? theirs.document, [read, theirs]);
  const { person } = useWorkspace();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const isOwn = theirs.savedBy === person.id;
  const name = isOwn ? 'Your other tab' : (theirs.savedByName ?? 'A former member');
  const hasMine = useMemo(() => diffValues(saver.base, mine).length > 0, [saver, mine]);
  const merged = useMemo(
    () => mergeDocuments({ base: saver.base, mine, newer }, choices),
    [saver, mine, newer, choices],
  );
  const open = merged.conflicts.filter(({ pointer }) => !choices.has(pointer)).length;
  return (
    <Dialog
      isOpen
      onOpenChange={() => (isAsked ? saver.leave() : undefined)}
      size="large"
      title={isOwn ? 'You saved this draft in another tab' : `${name} saved this draft${isAsked ? '' : ' first'}`}
      description={
        <>
          Revision {theirs.revision}, <RelativeTime at={theirs.savedAt} />. Nothing is lost: whatever you choose, the
          other state stays in the draft's history.
        </>
      }
      footer={<Choices {...props} {...{ name, isOwn, hasMine, open }} merged={merged.document} />}
    >
      <div className="flex flex-col gap-4">
        <Comparison
          caption={`${name} changed`}
          before={saver.base}
          after={newer}
          titles={['Before', isOwn ? 'Other tab' : name]}
        />
        {hasMine && (
          <>
            <Comparison
              caption={isOwn ? 'This tab changed' : 'You changed'}
              before={saver.base}
              after={mine}
              titles={['Before', 'Mine']}
            />
            <ConflictChoices
              conflicts={merged.conflicts}
              documents={[mine, newer, saver.base]}
              titles={{ mine: 'Mine', newer: name }}
              choices={choices}
              onChoices={setChoices}
            />
          </>
        )}
      </div>
    </Dialog>
  );
};

interface ChoicesProps<Document> extends BothSavedProps<Document> {
  readonly name: string;
  readonly isOwn: boolean;
  /** False if only the other side has changes. */
  readonly hasMine: boolean;
  /** Places that are still to be decided. */
  readonly open: number;
  readonly merged: unknown;
}

/** The ways out of a conflict, the one that loses nothing last. */
const Choices = <Document,>(props: ChoicesProps<Document>) => {
  const { autosave, theirs, read, onReplace, isOwn, hasMine, open } = props;
  const { saver } = autosave;
  const [isBusy, run] = useBusy();
  const [theirDocument, merged] = [read(theirs.document), read(props.merged)];
  const whose = isOwn ? 'the other tab’s' : `${props.name}’s`;
  const take = () => {
    if (theirDocument === undefined) return;
    saver.takeTheirs(theirDocument);
    onReplace(theirDocument);
  };
  const bringIn = async () => {
    if (merged === undefined) return;
    onReplace(merged);
    await saver.bringIn(merged);
  };
  if (!hasMine && theirDocument !== undefined) {
    return (
      <Button variant="primary" onClick={take}>
        Bring in {whose} changes
      </Button>
    );
  }
  return (
    <>
      <Button onClick={() => void run(() => saver.keepMine())}>Keep only mine</Button>
      {theirDocument !== undefined && <Button onClick={take}>Keep only {whose}</Button>}
      {merged !== undefined && (
        <Button
          variant="primary"
          data-first-focus
          isBusy={isBusy}
          disabled={open > 0}
          onClick={() => void run(bringIn)}
        >
          {open > 0 ? `${open} to decide` : `Bring in ${whose} changes`}
        </Button>
      )}
    </>
  );
};
