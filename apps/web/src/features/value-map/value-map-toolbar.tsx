'use client';
import Link from 'next/link';
import { ChevronRight, Redo2, Send, Undo2 } from 'lucide-react';
import type { ValueMapDocument } from '@throughline/core/flow';
import { SaveLine } from '#features/drafts/save-line.tsx';
import type { Autosave } from '#features/drafts/use-autosave.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { Button } from '#ui/button.tsx';

interface ValueMapToolbarProps {
  readonly opened: OpenedDefinition;
  readonly autosave: Autosave<ValueMapDocument>;
  readonly isReadOnly: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSubmit: () => void;
}

export const ValueMapToolbar = (props: ValueMapToolbarProps) => {
  const { opened, autosave, isReadOnly, canUndo, canRedo, onUndo, onRedo, onSubmit } = props;
  const { pathTo } = useWorkspace();
  const { change } = opened;
  const isUnchanged = autosave.revision === null && autosave.state.kind === 'saved';
  const isInReview = change !== null && change.state !== 'open';
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-raised px-4 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <h1 className="flex min-w-0 items-center gap-1 text-heading leading-6 font-semibold">
          <Link
            href={pathTo('mappings')}
            className="shrink-0 rounded-sm font-normal text-muted hover:text-text hover:underline"
          >
            Mappings
          </Link>
          <ChevronRight aria-hidden className="size-3.5 shrink-0 text-muted" />
          <span className="truncate">{opened.name}</span>
        </h1>
        <SaveLine opened={opened} autosave={autosave} isReadOnly={isReadOnly} />
      </div>
      {!isReadOnly && (
        <div className="flex items-center gap-1.5">
          <Button
            variant="ghost"
            size="icon"
            aria-label="Undo"
            disabled={!canUndo}
            icon={<Undo2 aria-hidden />}
            onClick={onUndo}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label="Redo"
            disabled={!canRedo}
            icon={<Redo2 aria-hidden />}
            onClick={onRedo}
          />
          <Button
            variant="primary"
            icon={<Send aria-hidden />}
            disabled={isUnchanged || isInReview}
            title={isInReview ? `Change ${change.number} holds this draft` : undefined}
            onClick={onSubmit}
          >
            Submit change
          </Button>
        </div>
      )}
    </header>
  );
};
