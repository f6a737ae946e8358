'use client';
import { useState } from 'react';
import { GitMerge, History, MoreHorizontal, RotateCcw, Trash2 } from 'lucide-react';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { Button } from '#ui/button.tsx';
import { DropdownMenu, type MenuItem } from '#ui/dropdown-menu.tsx';
import { Later } from '#ui/later.ts';
import { DialogLater } from '#ui/shown-later.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { isOlderLive } from './is-older-live.ts';
import { StartFromLiveDialog } from './start-from-live-dialog.tsx';
import { useSaveStatus, type Autosave } from './use-autosave.ts';
import { useReopen } from './use-reopen.ts';

interface DraftMenuProps<Document> {
  readonly opened: OpenedDefinition;
  readonly autosave: Autosave<Document>;
}

// The comparisons in them bring an editor along.
const historyDialog = new Later(async () => (await import('./history/history-dialog.tsx')).HistoryDialog);
const bringInDialog = new Later(async () => (await import('./bring-in/bring-in-dialog.tsx')).BringInDialog);

/** What the menu opens. */
export const draftDialogs = [historyDialog, bringInDialog] as const;

type OpenDialog = 'history' | 'discard' | 'bring-in' | 'start-from-live';

/** Actions on a draft besides editing it: its history, discarding it, rebasing it onto a newer version. */
export const DraftMenu = <Document,>({ opened, autosave }: DraftMenuProps<Document>) => {
  const { can } = useWorkspace();
  const [dialog, setDialog] = useState<OpenDialog>();
  const reopen = useReopen();
  const { revision } = useSaveStatus(autosave);
  const mayEdit = can('analyst');
  /** Dialogs work on saved states, so unsaved work is saved first. */
  const show = async (next: OpenDialog) => {
    if (!mayEdit || (await autosave.saver.flush())) setDialog(next);
  };
  const close = () => setDialog(undefined);
  const items = menuItems(opened, revision, mayEdit, (next) => void show(next));
  const shared = { definitionId: opened.id, revision, onClose: close, onDone: reopen };
  return (
    <>
      {mayEdit && opened.isBehind && (
        <Button
          variant="ghost"
          className="h-5 text-review"
          icon={<GitMerge aria-hidden />}
          onClick={() => void show('bring-in')}
        >
          {bringInLabel(opened)}
        </Button>
      )}
      <DropdownMenu
        trigger={
          <Button
            variant="ghost"
            size="icon"
            className="size-6"
            aria-label="Draft history and more"
            title="History, discard"
            icon={<MoreHorizontal aria-hidden />}
          />
        }
        sections={[{ items }]}
      />
      {dialog === 'history' && (
        <DialogLater
          title={`History of “${opened.name}”`}
          onClose={close}
          later={historyDialog}
          props={{ ...shared, name: opened.name, mayRestore: mayEdit }}
        />
      )}
      {dialog === 'discard' && <DiscardDialog {...shared} opened={opened} />}
      {dialog === 'start-from-live' && opened.live !== null && (
        <StartFromLiveDialog {...shared} name={opened.name} versionNumber={opened.live.versionNumber} />
      )}
      {dialog === 'bring-in' && (
        <DialogLater
          title={`Newer version of “${opened.name}”`}
          onClose={close}
          later={bringInDialog}
          props={{ definitionId: opened.id, name: opened.name, onClose: close, onDone: reopen }}
        />
      )}
    </>
  );
};

const bringInLabel = ({ latestVersion }: OpenedDefinition): string => `Bring in version ${latestVersion?.number ?? 1}…`;

/** Reviewers and operators read the history; a draft under review cannot be discarded. */
function menuItems(
  opened: OpenedDefinition,
  revision: number | null,
  mayEdit: boolean,
  show: (dialog: OpenDialog) => void,
): MenuItem[] {
  const { change, isBehind } = opened;
  const isReviewed = change !== null && change.state !== 'open';
  const history = { label: 'History…', icon: <History aria-hidden />, onSelect: () => show('history') };
  if (!mayEdit) return [history];
  const bringIn = { label: bringInLabel(opened), icon: <GitMerge aria-hidden />, onSelect: () => show('bring-in') };
  const discard = {
    label: 'Discard draft…',
    icon: <Trash2 aria-hidden />,
    isDangerous: true,
    isDisabled: revision === null || isReviewed,
    ...(isReviewed ? { hint: `in change ${change.number}` } : {}),
    onSelect: () => show('discard'),
  };
  const startFromLive = {
    label: `Start from the live version ${opened.live?.versionNumber ?? 1}…`,
    icon: <RotateCcw aria-hidden />,
    isDisabled: isReviewed,
    ...(isReviewed ? { hint: `in change ${change.number}` } : {}),
    onSelect: () => show('start-from-live'),
  };
  return [history, ...(isBehind ? [bringIn] : []), ...(isOlderLive(opened) ? [startFromLive] : []), discard];
}
