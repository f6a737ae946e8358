'use client';
import type { ReactNode } from 'react';
import Link from 'next/link';
import { ChevronRight, Redo2, Send, Undo2 } from 'lucide-react';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { Button } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { NewerSave } from './presence/newer-save.tsx';
import { PresentPeople } from './presence/present-people.tsx';
import { usePresence } from './presence/use-presence.ts';
import { SaveLine } from './save-line.tsx';
import { useSaveStatus, type Autosave } from './use-autosave.ts';

export interface DraftToolbarProps<Document> {
  readonly opened: OpenedDefinition;
  readonly autosave: Autosave<Document>;
  readonly isReadOnly: boolean;
  /** The list to go back to. */
  readonly list: { readonly label: string; readonly path: string };
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What the last edit did, such as `delete of 3 steps`. */
  readonly undoes?: string | undefined;
  readonly redoes?: string | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSubmit: () => void;
  /** What is selected, for the others who have the draft open; and the words for what they have selected. */
  readonly place?: string;
  readonly wordsFor?: (place: string) => string | undefined;
  /** Left of undo and redo: figures. */
  readonly before?: ReactNode;
  /** Between redo and submit: the editor's own buttons. */
  readonly children?: ReactNode;
}

/** The toolbar of every draft editor: what it edits, its save state, undo, redo and submit. */
export const DraftToolbar = <Document,>(props: DraftToolbarProps<Document>) => {
  const { opened, autosave, isReadOnly, list, before, children } = props;
  const { pathTo } = useWorkspace();
  const presence = usePresence(opened.id, props.place ?? '');
  return (
    <>
      <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-raised px-4 py-2">
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="flex min-w-0 items-center gap-1 text-heading leading-6 font-semibold">
            <Link
              href={pathTo(list.path)}
              className="shrink-0 rounded-sm font-normal text-muted hover:text-text hover:underline"
            >
              {list.label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-muted" />
            <span className="truncate">{opened.name}</span>
          </h1>
          <SaveLine opened={opened} autosave={autosave} isReadOnly={isReadOnly} />
        </div>
        <div className="flex flex-wrap items-center gap-1.5">
          <PresentPeople tabs={presence?.others ?? []} wordsFor={props.wordsFor ?? nowhere} />
          {before}
          {!isReadOnly && <HistoryButtons {...props} />}
          {children}
          {!isReadOnly && <SubmitButton {...props} />}
        </div>
      </header>
      {!isReadOnly && <NewerSave definitionId={opened.id} autosave={autosave} saved={presence?.saved ?? null} />}
    </>
  );
};

const nowhere = () => undefined;

type HistoryProps = Pick<DraftToolbarProps<unknown>, 'canUndo' | 'canRedo' | 'undoes' | 'redoes' | 'onUndo' | 'onRedo'>;

const HistoryButtons = ({ canUndo, canRedo, undoes = '', redoes = '', onUndo, onRedo }: HistoryProps) => (
  <>
    <Tooltip text={`${`Undo ${undoes}`.trim()} (Ctrl Z)`}>
      <Button
        variant="ghost"
        size="icon"
        aria-label={`Undo ${undoes}`.trim()}
        disabled={!canUndo}
        icon={<Undo2 aria-hidden />}
        onClick={onUndo}
      />
    </Tooltip>
    <Tooltip text={`${`Redo ${redoes}`.trim()} (Ctrl Shift Z)`}>
      <Button
        variant="ghost"
        size="icon"
        aria-label={`Redo ${redoes}`.trim()}
        disabled={!canRedo}
        icon={<Redo2 aria-hidden />}
        onClick={onRedo}
      />
    </Tooltip>
  </>
);

const SubmitButton = <Document,>({ opened, autosave, onSubmit }: DraftToolbarProps<Document>) => {
  const { change } = opened;
  const { revision, state } = useSaveStatus(autosave);
  const isUnchanged = revision === null && state.kind === 'saved';
  const isInReview = change !== null && change.state !== 'open';
  const why = isInReview ? `Change ${change.number} holds this draft` : 'There is nothing to submit: no draft';
  return (
    <Button
      variant="primary"
      icon={<Send aria-hidden />}
      disabled={isUnchanged || isInReview}
      title={isUnchanged || isInReview ? why : undefined}
      onClick={onSubmit}
    >
      Submit change
    </Button>
  );
};
