'use client';
import Link from 'next/link';
import { ArrowLeft, CircleAlert, CircleCheck, Play, Settings2, TriangleAlert } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { DraftToolbar, type DraftToolbarProps } from '#features/drafts/draft-toolbar.tsx';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { Button, buttonClasses } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { problemWords } from './problem-words.ts';

interface ToolbarProps extends Omit<DraftToolbarProps<FlowDocument>, 'list' | 'before' | 'children'> {
  readonly errorCount: number;
  readonly warningCount: number;
  readonly isTesting: boolean;
  readonly onSettings: () => void;
  readonly onProblems: () => void;
  readonly onTest: () => void;
  /** The flow from which a person came here, to go back to. */
  readonly from?: { readonly href: string; readonly name: string } | undefined;
}

export const Toolbar = ({
  errorCount,
  warningCount,
  isTesting,
  onSettings,
  onProblems,
  onTest,
  from,
  ...draft
}: ToolbarProps) => {
  const { can } = useWorkspace();
  return (
    <DraftToolbar {...draft} list={{ label: 'Flows', path: 'flows' }}>
      {from !== undefined && (
        <Link href={from.href} className={buttonClasses({ variant: 'ghost' })}>
          <ArrowLeft aria-hidden />
          Back to {from.name}
        </Link>
      )}
      <Tooltip text="Flow settings">
        <Button
          variant="ghost"
          size="icon"
          aria-label="Flow settings"
          icon={<Settings2 aria-hidden />}
          onClick={onSettings}
        />
      </Tooltip>
      <ProblemsButton {...{ errorCount, warningCount, onProblems }} />
      {can('analyst', 'approver', 'operator') && (
        <Button icon={<Play aria-hidden />} isBusy={isTesting} onClick={onTest}>
          Test run
        </Button>
      )}
    </DraftToolbar>
  );
};

const ProblemsButton = ({
  errorCount,
  warningCount,
  onProblems,
}: Pick<ToolbarProps, 'errorCount' | 'warningCount' | 'onProblems'>) => (
  <Button icon={problemsIcon(errorCount, warningCount)} onClick={onProblems}>
    {problemWords({ errors: errorCount, warnings: warningCount })}
  </Button>
);

const problemsIcon = (errorCount: number, warningCount: number) => {
  if (errorCount > 0) return <CircleAlert aria-hidden className="text-failed" />;
  if (warningCount > 0) return <TriangleAlert aria-hidden className="text-review" />;
  return <CircleCheck aria-hidden className="text-live" />;
};
