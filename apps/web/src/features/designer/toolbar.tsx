'use client';
import { CircleAlert, CircleCheck, Play, Settings2 } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { DraftToolbar, type DraftToolbarProps } from '#features/drafts/draft-toolbar.tsx';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { Button } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';

interface ToolbarProps extends Omit<DraftToolbarProps<FlowDocument>, 'list' | 'before' | 'children'> {
  readonly errorCount: number;
  readonly warningCount: number;
  readonly isTesting: boolean;
  readonly onSettings: () => void;
  readonly onProblems: () => void;
  readonly onTest: () => void;
}

export const Toolbar = ({
  errorCount,
  warningCount,
  isTesting,
  onSettings,
  onProblems,
  onTest,
  ...draft
}: ToolbarProps) => {
  const { can } = useWorkspace();
  return (
    <DraftToolbar {...draft} list={{ label: 'Flows', path: 'flows' }}>
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
}: Pick<ToolbarProps, 'errorCount' | 'warningCount' | 'onProblems'>) => {
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
