'use client';
import { useState } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { walkSteps } from '@throughline/core/flow/walk';
import { bothSavedDialog } from '#features/drafts/conflict-dialog.tsx';
import { draftDialogs } from '#features/drafts/draft-menu.tsx';
import { useAutosave } from '#features/drafts/use-autosave.ts';
import { jsonataEditor } from '#features/jsonata/jsonata-editor.tsx';
import { FirstHint } from '#features/workspace/first-hint.tsx';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { useLoadedWhenIdle } from '#ui/later.ts';
import { useUrlMirror } from '#ui/use-url-mirror.ts';
import { useUrlState } from '#ui/use-url-state.ts';
import { useDesignerData, type DesignerData } from './designer-data.ts';
import { DesignerDialogs, type OpenDialog } from './designer-dialogs.tsx';
import { triggerNodeId } from './layout/geometry.ts';
import { readFlow } from './read-flow.ts';
import { LayoutCache } from './layout/share-unchanged.ts';
import { Panes } from './panes.tsx';
import { Said } from './said.tsx';
import { selectedIds } from './state/selected-steps.ts';
import { selectionFromUrl, selectionInUrl } from './state/selection-in-url.ts';
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

const openedLater = [jsonataEditor, bothSavedDialog, ...draftDialogs];

/** A flow in the editor: outline, canvas and the selected step side by side. */
export const Designer = ({ opened, flow: startFlow }: DesignerProps) => {
  const { can, pathTo } = useWorkspace();
  const data = useDesignerData();
  const isReadOnly = !can('analyst');
  const [{ from, list, ...linked }] = useUrlState({ step: '', also: '', show: '', list: '', from: '' });
  const [state, actions] = useDesigner(startFlow, selectionFromUrl(linked));
  const { history, collapsed } = state;
  const flow = history.present;
  const autosave = useAutosave({ opened, document: flow, isReadOnly, read: readFlow, replace: actions.replace });
  const { checks, unapplied } = useFlowChecks(flow);
  const test = useTestRun(opened.id);
  useLoadedWhenIdle(openedLater);
  const layout = useLayout(flow, collapsed);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [isListOpen, setIsListOpen] = useState(list === 'problems');
  useUrlMirror({ ...selectionInUrl(state), list: isListOpen ? 'problems' : '' }, (url) => {
    actions.show(selectionFromUrl(url));
    setIsListOpen(url.list === 'problems');
  });
  const editing = useEditing(state, actions, layout, isReadOnly);
  const doing = {
    onUndo: actions.undo,
    onRedo: actions.redo,
    onSettings: () => actions.select(null),
    onProblems: () => setIsListOpen(!isListOpen),
    onTest: () => setDialog('sample'),
    onSubmit: () => void autosave.saver.flush().then((isSaved) => isSaved && setDialog('submit')),
  };
  useDesignerCommands({ ...doing, flow, isReadOnly, hasSelection: selectedIds(state).size > 0, actions, editing });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Toolbar
        {...{ opened, autosave, isReadOnly }}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        undoes={history.done.at(-1)}
        redoes={history.undone[0]}
        checks={checks}
        isTesting={test.isRunning}
        place={state.selection ?? ''}
        wordsFor={(id) => stepInWords(flow, id)}
        from={from === '' ? undefined : { href: pathTo('flows', from), name: nameOfFlow(from, data) }}
        {...doing}
      />
      {!isReadOnly && (
        <FirstHint id="designer">
          Press + on a line, or A, to add a step; drag steps to move them. Ctrl K finds steps and commands, and ? shows
          all keys.
        </FirstHint>
      )}
      <Panes
        {...{ state, actions, layout, checks, unapplied, test, isReadOnly, isListOpen, editing }}
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

/** What is selected in another tab; undefined for a step that is not in this draft. */
const stepInWords = ({ body }: FlowDocument, id: string): string | undefined => {
  if (id === triggerNodeId) return 'the trigger';
  const found = [...walkSteps(body)].find(({ step }) => step.id === id);
  return found === undefined ? undefined : `the step “${found.step.name}”`;
};

const nameOfFlow = (flowKey: string, { flows }: DesignerData): string =>
  flows.find(({ key }) => key === flowKey)?.name ?? flowKey;
