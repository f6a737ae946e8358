'use client';
import type { FlowDocument } from '@throughline/core/flow';
import { ConflictDialog } from '#features/drafts/conflict-dialog.tsx';
import { SubmitDialog } from '#features/drafts/submit-dialog.tsx';
import type { Autosave } from '#features/drafts/use-autosave.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { useDesignerData } from './designer-data.ts';
import { placeOf } from './placed-problem.ts';
import { readFlow } from './read-flow.ts';
import { SampleDialog } from './test-run/sample-dialog.tsx';
import type { TestRunView } from './test-run/use-test-run.ts';
import type { DesignerActions } from './use-designer.ts';
import { usesOf } from './uses-of.ts';

export type OpenDialog = 'sample' | 'submit';

interface DialogsProps {
  readonly opened: OpenedDefinition;
  readonly flow: FlowDocument;
  readonly autosave: Autosave<FlowDocument>;
  readonly test: TestRunView;
  readonly actions: DesignerActions;
  readonly dialog: OpenDialog | undefined;
  readonly onDialog: (dialog: OpenDialog | undefined) => void;
}

/** What opens above the designer: choosing a sample, submitting, and a conflict with another person. */
export const DesignerDialogs = ({ opened, flow, autosave, test, actions, dialog, onDialog }: DialogsProps) => {
  const data = useDesignerData();
  return (
    <>
      <SampleDialog
        isOpen={dialog === 'sample'}
        onOpenChange={(isOpen) => onDialog(isOpen ? 'sample' : undefined)}
        definitionId={opened.id}
        flow={flow}
        onStart={(payload) => test.start(flow, payload)}
      />
      <SubmitDialog
        isOpen={dialog === 'submit'}
        onOpenChange={(isOpen) => onDialog(isOpen ? 'submit' : undefined)}
        opened={opened}
        uses={() => usesOf(flow, data.validation)}
        onProblem={({ pointer }) => {
          const { subject, field } = placeOf(pointer, flow);
          actions.select(subject, field);
        }}
        flush={() => autosave.saver.flush()}
      />
      <ConflictDialog autosave={autosave} mine={flow} read={readFlow} onReplace={actions.replace} />
    </>
  );
};
