'use client';
import {
  CircleSlash,
  Copy,
  ListChecks,
  Move,
  Play,
  Plus,
  Redo2,
  Send,
  Settings2,
  SquareDashedMousePointer,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { walkSteps } from '@throughline/core/flow/walk';
import { useOfferCommands, useOfferTargets, type PageCommand } from '../shell/page-commands.ts';
import { viewOf } from './steps/registry.ts';
import type { DesignerActions } from './use-designer.ts';
import type { Editing } from './use-editing.ts';
import { elementOfStep } from './use-kept-focus.ts';

interface DesignerCommands {
  readonly flow: FlowDocument;
  readonly isReadOnly: boolean;
  readonly hasSelection: boolean;
  readonly actions: DesignerActions;
  readonly editing: Editing;
  readonly onSettings: () => void;
  readonly onProblems: () => void;
  readonly onTest: () => void;
  readonly onSubmit: () => void;
}

const mostTargets = 20;

/** Lists what the designer can do in the command palette, and the steps of the flow. */
export const useDesignerCommands = (commands: DesignerCommands): void => {
  const { flow, actions } = commands;
  useOfferTargets((wanted) =>
    [...walkSteps(flow.body)]
      .filter(({ step: { id, name } }) => `${name} ${id}`.toLowerCase().includes(wanted))
      .slice(0, mostTargets)
      .map(({ step: { id, kind, name } }) => {
        const { icon: Icon } = viewOf(kind);
        return { id, label: name, hint: `step ${id}`, icon: <Icon aria-hidden />, run: () => goToStep(id, actions) };
      }),
  );
  useOfferCommands([
    ...(commands.isReadOnly ? [] : editingCommands(commands)),
    {
      id: 'problems',
      label: 'Problems of this flow',
      hint: '',
      icon: <ListChecks aria-hidden />,
      run: commands.onProblems,
    },
    {
      id: 'settings',
      label: 'Flow settings',
      hint: '',
      icon: <Settings2 aria-hidden />,
      run: commands.onSettings,
    },
    { id: 'test', label: 'Test run', hint: '', icon: <Play aria-hidden />, run: commands.onTest },
    ...(commands.isReadOnly
      ? []
      : [{ id: 'submit', label: 'Submit change', hint: '', icon: <Send aria-hidden />, run: commands.onSubmit }]),
  ]);
};

/** The step is selected, and has the keyboard once the outline shows it. */
function goToStep(id: string, actions: DesignerActions): void {
  actions.select(id);
  requestAnimationFrame(() => requestAnimationFrame(() => elementOfStep(id)?.focus()));
}

function editingCommands({ actions, editing, hasSelection }: DesignerCommands): PageCommand[] {
  const always: PageCommand[] = [
    { id: 'add', label: 'Add a step', hint: 'A', icon: <Plus aria-hidden />, run: editing.startAdding },
    { id: 'undo', label: 'Undo', hint: 'Ctrl Z', icon: <Undo2 aria-hidden />, run: actions.undo },
    { id: 'redo', label: 'Redo', hint: 'Ctrl Shift Z', icon: <Redo2 aria-hidden />, run: actions.redo },
    {
      id: 'select-all',
      label: 'Select all steps',
      hint: 'Ctrl A',
      icon: <SquareDashedMousePointer aria-hidden />,
      run: actions.selectAll,
    },
  ];
  if (!hasSelection) return always;
  return [
    ...always,
    { id: 'move', label: 'Move the selected steps', hint: 'M', icon: <Move aria-hidden />, run: editing.startMoving },
    {
      id: 'duplicate',
      label: 'Duplicate the selected steps',
      hint: 'Ctrl D',
      icon: <Copy aria-hidden />,
      run: actions.duplicate,
    },
    {
      id: 'switch-off',
      label: 'Disable or enable the selected steps',
      hint: 'D',
      icon: <CircleSlash aria-hidden />,
      run: actions.switchOff,
    },
    {
      id: 'remove',
      label: 'Delete the selected steps',
      hint: 'Del',
      icon: <Trash2 aria-hidden />,
      run: actions.remove,
    },
  ];
}
