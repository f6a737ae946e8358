'use client';
import Link from 'next/link';
import { ChevronRight, CircleCheck, Redo2, Send, Shapes, TriangleAlert, Undo2 } from 'lucide-react';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { SaveLine } from '#features/drafts/save-line.tsx';
import type { Autosave } from '#features/drafts/use-autosave.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { Button } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import type { Coverage } from './coverage.ts';
import type { TestOutcomes } from './evaluation/use-test-outcomes.ts';

interface MapperToolbarProps {
  readonly opened: OpenedDefinition;
  readonly autosave: Autosave<MappingDocument>;
  readonly isReadOnly: boolean;
  readonly coverage: Coverage;
  readonly outcomes: TestOutcomes;
  readonly testCount: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onShapes: () => void;
  readonly onTests: () => void;
  readonly onSubmit: () => void;
}

export const MapperToolbar = (props: MapperToolbarProps) => {
  const { opened, autosave, isReadOnly } = props;
  const { pathTo } = useWorkspace();
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
      <div className="flex flex-wrap items-center gap-1.5">
        <Figures {...props} />
        {!isReadOnly && <Actions {...props} />}
      </div>
    </header>
  );
};

const Figures = ({ coverage, outcomes, testCount, onTests }: MapperToolbarProps) => {
  const isGood = outcomes.passed === testCount;
  return (
    <>
      <Tooltip text="Target fields without fields of their own that the mapping sets">
        <span tabIndex={0} className="rounded-md px-2 py-1 text-muted tabular-nums">
          <span className="font-medium text-text">
            {coverage.mapped}/{coverage.total}
          </span>{' '}
          fields
        </span>
      </Tooltip>
      <Button
        variant="ghost"
        onClick={onTests}
        icon={
          isGood ? (
            <CircleCheck aria-hidden className={testCount === 0 ? '' : 'text-live'} />
          ) : (
            <TriangleAlert aria-hidden className="text-review" />
          )
        }
      >
        tests {outcomes.passed}/{testCount}
      </Button>
    </>
  );
};

const Actions = (props: MapperToolbarProps) => {
  const { opened, autosave, canUndo, canRedo, onUndo, onRedo, onShapes, onSubmit } = props;
  const { change } = opened;
  const isUnchanged = autosave.revision === null && autosave.state.kind === 'saved';
  const isInReview = change !== null && change.state !== 'open';
  return (
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
      <Button icon={<Shapes aria-hidden />} onClick={onShapes}>
        Shapes
      </Button>
      <Button
        variant="primary"
        icon={<Send aria-hidden />}
        disabled={isUnchanged || isInReview}
        title={isInReview ? `Change ${change.number} holds this draft` : undefined}
        onClick={onSubmit}
      >
        Submit change
      </Button>
    </>
  );
};
