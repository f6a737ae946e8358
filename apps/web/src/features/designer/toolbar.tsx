'use client';
import Link from 'next/link';
import { ArrowLeft, CircleAlert, CircleCheck, CircleDashed, Play, Settings2, TriangleAlert } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { DraftToolbar, type DraftToolbarProps } from '#features/drafts/draft-toolbar.tsx';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { Button, buttonClasses } from '#ui/button.tsx';
import { useHasFailed } from '#ui/later.ts';
import { Tooltip } from '#ui/tooltip.tsx';
import { problemWords } from './problem-words.ts';
import { flowRules, type FlowChecks } from './use-flow-checks.ts';

interface ToolbarProps extends Omit<DraftToolbarProps<FlowDocument>, 'list' | 'before' | 'children'> {
  readonly checks: FlowChecks;
  readonly isTesting: boolean;
  readonly onSettings: () => void;
  readonly onProblems: () => void;
  readonly onTest: () => void;
  /** The flow from which a person came here, to go back to. */
  readonly from?: { readonly href: string; readonly name: string } | undefined;
}

export const Toolbar = ({ checks, isTesting, onSettings, onProblems, onTest, from, ...draft }: ToolbarProps) => {
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
      <ProblemsButton {...{ checks, onProblems }} />
      {can('analyst', 'approver', 'operator') && (
        <Button icon={<Play aria-hidden />} isBusy={isTesting} onClick={onTest}>
          Test run
        </Button>
      )}
    </DraftToolbar>
  );
};

const ProblemsButton = ({ checks, onProblems }: Pick<ToolbarProps, 'checks' | 'onProblems'>) => {
  const { isKnown, errorCount: errors, warningCount: warnings } = checks;
  const unknown = useHasFailed(flowRules) ? 'Not checked' : 'Checking…';
  return (
    <Button icon={problemsIcon(checks)} onClick={onProblems}>
      {isKnown ? problemWords({ errors, warnings }) : unknown}
    </Button>
  );
};

const problemsIcon = ({ isKnown, errorCount, warningCount }: FlowChecks) => {
  if (!isKnown) return <CircleDashed aria-hidden />;
  if (errorCount > 0) return <CircleAlert aria-hidden className="text-failed" />;
  if (warningCount > 0) return <TriangleAlert aria-hidden className="text-review" />;
  return <CircleCheck aria-hidden className="text-live" />;
};
