'use client';
import { useState } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { useAutosave } from '#features/drafts/use-autosave.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { useUrlState } from '#ui/use-url-state.ts';
import { useDesignerData, type DesignerData } from './designer-data.ts';
import { DesignerDialogs, type OpenDialog } from './designer-dialogs.tsx';
import { triggerNodeId } from './layout/geometry.ts';
import { LayoutCache } from './layout/share-unchanged.ts';
import { Panes } from './panes.tsx';
import { Said } from './said.tsx';
import { selectedIds } from './state/selected-steps.ts';
import { StepPicker } from './step-picker.tsx';
import { useTestRun } from './test-run/use-test-run.ts';
import { Toolbar } from './toolbar.tsx';
import { useDesigner } from './use-designer.ts';
import { useDesignerCommands } from './use-designer-commands.tsx';
import { useEditing } from './use-editing.ts';
import { useFlowChecks } from './use-flow-checks.ts';

interface DesignerProps {
  readonly opened: OpenedDefinition;
  readonly flow: FlowDocument;
}

/** A flow in the editor: outline, canvas and the selected step side by side. */
export const Designer = ({ opened, flow: startFlow }: DesignerProps) => {
  const { can, pathTo } = useWorkspace();
  const data = useDesignerData();
  const isReadOnly = !can('analyst');
  const [{ step: linked, from }] = useUrlState({ step: '', from: '' });
  const [state, actions] = useDesigner(startFlow, linked === '' ? triggerNodeId : linked);
  const { history, collapsed } = state;
  const flow = history.present;
  const autosave = useAutosave(opened, flow, isReadOnly);
  const checks = useFlowChecks(flow);
  const test = useTestRun(opened.id);
  const layout = useLayout(flow, collapsed);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [isListOpen, setIsListOpen] = useState(false);
  const editing = useEditing(state, actions, layout, isReadOnly);
  const doing = {
    onUndo: actions.undo,
    onRedo: actions.redo,
    onSettings: () => actions.select(null),
    onProblems: () => setIsListOpen(!isListOpen),
    onTest: () => setDialog('sample'),
    onSubmit: () => void autosave.saver.flush().then((isSaved) => isSaved && setDialog('submit')),
  };
  useDesignerCommands({ ...doing, isReadOnly, hasSelection: selectedIds(state).size > 0, actions, editing });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Toolbar
        {...{ opened, autosave, isReadOnly }}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        undoes={history.done.at(-1)}
        redoes={history.undone[0]}
        errorCount={checks.errorCount}
        warningCount={checks.warningCount}
        isTesting={test.isRunning}
        from={from === '' ? undefined : { href: pathTo('flows', from), name: nameOfFlow(from, data) }}
        {...doing}
      />
      <Panes
        {...{ state, actions, layout, checks, test, isReadOnly, isListOpen, editing }}
        onCloseList={() => setIsListOpen(false)}
      />
      <StepPicker anchor={editing.pickerAt} onClose={editing.closePicker} onPick={editing.pick} />
      <Said said={state.said} />
      <DesignerDialogs {...{ opened, flow, autosave, test, dialog, actions }} onDialog={setDialog} />
    </div>
  );
};

/** The layout. Parts that an edit did not change stay the same objects. */
const useLayout = ({ body }: FlowDocument, collapsed: ReadonlySet<string>) => {
  const [layouts] = useState(() => new LayoutCache());
  return layouts.of(body, collapsed);
};

const nameOfFlow = (flowKey: string, { flows }: DesignerData): string =>
  flows.find(({ key }) => key === flowKey)?.name ?? flowKey;
