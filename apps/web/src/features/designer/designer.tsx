'use client';
import { useMemo, useState } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { ConflictDialog } from '#features/drafts/conflict-dialog.tsx';
import { SubmitDialog } from '#features/drafts/submit-dialog.tsx';
import { useAutosave, type Autosave } from '#features/drafts/use-autosave.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { useToaster } from '#ui/toast.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { useDesignerData } from './designer-data.ts';
import { proposeStep } from './find/propose-step.ts';
import { triggerNodeId } from './layout/geometry.ts';
import { LayoutCache } from './layout/share-unchanged.ts';
import { Panes } from './panes.tsx';
import { placeOf } from './problems.ts';
import { Said } from './said.tsx';
import { selectedSteps } from './state/selected-steps.ts';
import { readFlow } from './read-flow.ts';
import { pointBehind } from './state/designer-state.ts';
import { StepPicker } from './step-picker.tsx';
import { SampleDialog } from './test-run/sample-dialog.tsx';
import { useTestRun, type TestRunView } from './test-run/use-test-run.ts';
import { Toolbar } from './toolbar.tsx';
import { useDesigner, type DesignerActions } from './use-designer.ts';
import { useDesignerKeys } from './use-designer-keys.ts';
import { elementOfStep, useKeptFocus } from './use-kept-focus.ts';
import { useFlowChecks } from './use-flow-checks.ts';
import { usesOf } from './uses-of.ts';

interface DesignerProps {
  readonly opened: OpenedDefinition;
  readonly flow: FlowDocument;
}

interface Inserting {
  readonly point: InsertionPoint;
  readonly at: HTMLElement;
}

type OpenDialog = 'sample' | 'submit';

/** A flow in the editor: outline, canvas and the selected step side by side. */
export const Designer = ({ opened, flow: startFlow }: DesignerProps) => {
  const { can } = useWorkspace();
  const data = useDesignerData();
  const toaster = useToaster();
  const isReadOnly = !can('analyst');
  const [{ step: linked }] = useUrlState({ step: '' });
  const [state, actions] = useDesigner(startFlow, linked === '' ? triggerNodeId : linked);
  const { history, selection, collapsed } = state;
  const flow = history.present;
  useKeptFocus(flow, selection);
  const autosave = useAutosave(opened, flow, isReadOnly);
  const checks = useFlowChecks(flow);
  const test = useTestRun(opened.id);
  const layout = useLayout(flow, collapsed);
  const [inserting, setInserting] = useState<Inserting>();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [isListOpen, setIsListOpen] = useState(false);
  const onInsert = useMemo(() => (point: InsertionPoint, at: HTMLElement) => setInserting({ point, at }), []);
  useDesignerKeys({
    ...actions,
    isReadOnly,
    selected: () => selectedSteps(state).map(({ step }) => step),
    refuse: (sentence) => {
      toaster.failed('Nothing was pasted', sentence);
      actions.say(sentence);
    },
    leaveForm: () => elementOfStep(selection)?.focus(),
    add: () => onInsert(pointBehind(state), selectedElement(selection)),
  });
  const submit = async () => {
    if (await autosave.saver.flush()) setDialog('submit');
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Toolbar
        opened={opened}
        autosave={autosave}
        isReadOnly={isReadOnly}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        undoes={history.done.at(-1)}
        redoes={history.undone[0]}
        errorCount={checks.errorCount}
        warningCount={checks.warningCount}
        isTesting={test.isRunning}
        onUndo={actions.undo}
        onRedo={actions.redo}
        onSettings={() => actions.select(null)}
        onProblems={() => setIsListOpen(!isListOpen)}
        onTest={() => setDialog('sample')}
        onSubmit={() => void submit()}
      />
      <Panes
        {...{ state, actions, layout, checks, test, isReadOnly, isListOpen }}
        onInsert={onInsert}
        onCloseList={() => setIsListOpen(false)}
      />
      <StepPicker
        anchor={inserting?.at}
        onClose={() => setInserting(undefined)}
        onPick={(offer) => {
          if (inserting !== undefined) actions.add(inserting.point, proposeStep(flow, inserting.point, offer, data));
          setInserting(undefined);
        }}
      />
      <Said said={state.said} />
      <Dialogs {...{ opened, flow, autosave, test, dialog, actions }} onDialog={setDialog} />
    </div>
  );
};

/** The layout. Parts that an edit did not change stay the same objects. */
const useLayout = ({ body }: FlowDocument, collapsed: ReadonlySet<string>) => {
  const [layouts] = useState(() => new LayoutCache());
  return layouts.of(body, collapsed);
};

interface DialogsProps {
  readonly opened: OpenedDefinition;
  readonly flow: FlowDocument;
  readonly autosave: Autosave<FlowDocument>;
  readonly test: TestRunView;
  readonly actions: DesignerActions;
  readonly dialog: OpenDialog | undefined;
  readonly onDialog: (dialog: OpenDialog | undefined) => void;
}

const Dialogs = ({ opened, flow, autosave, test, actions, dialog, onDialog }: DialogsProps) => {
  const data = useDesignerData();
  return (
    <>
      <SampleDialog
        isOpen={dialog === 'sample'}
        onOpenChange={(isOpen) => onDialog(isOpen ? 'sample' : undefined)}
        definitionId={opened.id}
        trigger={flow.trigger}
        onStart={(payload) => test.start(flow, payload)}
      />
      <SubmitDialog
        isOpen={dialog === 'submit'}
        onOpenChange={(isOpen) => onDialog(isOpen ? 'submit' : undefined)}
        opened={opened}
        uses={usesOf(flow, data.validation)}
        onProblem={({ pointer }) => {
          const { subject, field } = placeOf(pointer, flow);
          actions.select(subject, field);
        }}
        flush={() => autosave.saver.flush()}
      />
      <ConflictDialog autosave={autosave} mine={flow} read={readFlow} onTakeTheirs={actions.replace} />
    </>
  );
};

/** Where the step picker opens when a key is pressed: at the selected line of the outline, or the selected node. */
const selectedElement = (selection: string | null): HTMLElement => {
  const id = CSS.escape(selection ?? triggerNodeId);
  return (
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`) ??
    document.querySelector<HTMLElement>(`[data-row="${id}"]`) ??
    document.body
  );
};
