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
  SquareDashedMousePointer,
  Trash2,
  Undo2,
} from 'lucide-react';
import { useOfferCommands, type PageCommand } from '../shell/page-commands.ts';
import type { DesignerActions } from './use-designer.ts';
import type { Editing } from './use-editing.ts';

interface DesignerCommands {
  readonly isReadOnly: boolean;
  readonly hasSelection: boolean;
  readonly actions: DesignerActions;
  readonly editing: Editing;
  readonly onProblems: () => void;
  readonly onTest: () => void;
  readonly onSubmit: () => void;
}

/** Lists what the designer can do in the command palette. */
export const useDesignerCommands = (commands: DesignerCommands): void => {
  useOfferCommands([
    ...(commands.isReadOnly ? [] : editingCommands(commands)),
    {
      id: 'problems',
      label: 'Problems of this flow',
      hint: '',
      icon: <ListChecks aria-hidden />,
      run: commands.onProblems,
    },
    { id: 'test', label: 'Test run', hint: '', icon: <Play aria-hidden />, run: commands.onTest },
    ...(commands.isReadOnly
      ? []
      : [{ id: 'submit', label: 'Submit change', hint: '', icon: <Send aria-hidden />, run: commands.onSubmit }]),
  ]);
};

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
