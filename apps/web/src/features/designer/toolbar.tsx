'use client';
import Link from 'next/link';
import { ChevronRight, CircleAlert, CircleCheck, Play, Redo2, Send, Settings2, Undo2 } from 'lucide-react';
import { SaveLine } from '#features/drafts/save-line.tsx';
import type { Autosave } from '#features/drafts/use-autosave.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { FlowDocument } from '@throughline/core/flow';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { Button } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';

interface ToolbarProps {
  readonly opened: OpenedDefinition;
  readonly autosave: Autosave<FlowDocument>;
  readonly isReadOnly: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly errorCount: number;
  readonly warningCount: number;
  readonly isTesting: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSettings: () => void;
  readonly onProblems: () => void;
  readonly onTest: () => void;
  readonly onSubmit: () => void;
}

export const Toolbar = (props: ToolbarProps) => {
  const { opened, autosave, isReadOnly } = props;
  const { pathTo } = useWorkspace();
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-raised px-4 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <h1 className="flex min-w-0 items-center gap-1 text-heading leading-6 font-semibold">
          <Link
            href={pathTo('flows')}
            className="shrink-0 rounded-sm font-normal text-muted hover:text-text hover:underline"
          >
            Flows
          </Link>
          <ChevronRight aria-hidden className="size-3.5 shrink-0 text-muted" />
          <span className="truncate">{opened.name}</span>
        </h1>
        <SaveLine opened={opened} autosave={autosave} isReadOnly={isReadOnly} />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        {!isReadOnly && <HistoryButtons {...props} />}
        <Tooltip text="Flow settings">
          <Button
            variant="ghost"
            size="icon"
            aria-label="Flow settings"
            icon={<Settings2 aria-hidden />}
            onClick={props.onSettings}
          />
        </Tooltip>
        <ProblemsButton {...props} />
        <MainButtons {...props} />
      </div>
    </header>
  );
};

const HistoryButtons = ({ canUndo, canRedo, onUndo, onRedo }: ToolbarProps) => (
  <>
    <Tooltip text="Undo (Ctrl Z)">
      <Button
        variant="ghost"
        size="icon"
        aria-label="Undo"
        disabled={!canUndo}
        icon={<Undo2 aria-hidden />}
        onClick={onUndo}
      />
    </Tooltip>
    <Tooltip text="Redo (Ctrl Shift Z)">
      <Button
        variant="ghost"
        size="icon"
        aria-label="Redo"
        disabled={!canRedo}
        icon={<Redo2 aria-hidden />}
        onClick={onRedo}
      />
    </Tooltip>
  </>
);

const ProblemsButton = ({ errorCount, warningCount, onProblems }: ToolbarProps) => {
  const count = errorCount + warningCount;
  const icon =
    errorCount > 0 ? (
      <CircleAlert aria-hidden className="text-failed" />
    ) : (
      <CircleCheck aria-hidden className={warningCount > 0 ? 'text-review' : 'text-live'} />
    );
  return (
    <Button icon={icon} onClick={onProblems}>
      {count === 0 ? 'No problems' : `Problems ${count}`}
    </Button>
  );
};

const MainButtons = ({ opened, autosave, isReadOnly, isTesting, onTest, onSubmit }: ToolbarProps) => {
  const { can } = useWorkspace();
  const isUnchanged = autosave.revision === null && autosave.state.kind === 'saved';
  const { change } = opened;
  const isInReview = change !== null && change.state !== 'open';
  const why = isInReview ? `Change ${change.number} holds this draft` : 'There is nothing to submit: no draft';
  return (
    <>
      {can('analyst', 'approver', 'operator') && (
        <Button icon={<Play aria-hidden />} isBusy={isTesting} onClick={onTest}>
          Test run
        </Button>
      )}
      {!isReadOnly && (
        <Button
          variant="primary"
          icon={<Send aria-hidden />}
          disabled={isUnchanged || isInReview}
          title={isUnchanged || isInReview ? why : undefined}
          onClick={onSubmit}
        >
          Submit change
        </Button>
      )}
    </>
  );
};
