'use client';
import { BookOpen, CircleAlert, FlaskConical, Redo2, Send, Shapes, Table2, Type, Undo2 } from 'lucide-react';
import { useOfferCommands, type PageCommand } from '../shell/page-commands.ts';
import type { MapperTab } from './mapping-tabs.tsx';
import type { MapperActions } from './use-mapper.ts';

interface MapperCommands {
  readonly isReadOnly: boolean;
  readonly actions: MapperActions;
  readonly onTab: (tab: MapperTab) => void;
  readonly onShapes: () => void;
  readonly onFunctions: () => void;
  readonly onSubmit: () => void;
  /** Absent if the sample has no result to save. */
  readonly onSaveTest: (() => void) | undefined;
}

/** Lists what the mapper can do in the command palette. */
export const useMapperCommands = (commands: MapperCommands): void => {
  const { isReadOnly, onTab, onFunctions } = commands;
  useOfferCommands([
    tab('text', 'Text of the mapping', <Type aria-hidden />, onTab),
    tab('table', 'Table of the mapping', <Table2 aria-hidden />, onTab),
    tab('tests', 'Tests of the mapping', <FlaskConical aria-hidden />, onTab),
    tab('problems', 'Problems of the mapping', <CircleAlert aria-hidden />, onTab),
    { id: 'functions', label: 'Functions for mappings', hint: '', icon: <BookOpen aria-hidden />, run: onFunctions },
    ...(isReadOnly ? [] : editingCommands(commands)),
  ]);
};

const tab = (name: MapperTab, label: string, icon: PageCommand['icon'], onTab: (tab: MapperTab) => void) => ({
  id: name,
  label,
  hint: '',
  icon,
  run: () => onTab(name),
});

const editingCommands = ({ actions, onShapes, onSubmit, onSaveTest }: MapperCommands): PageCommand[] => [
  { id: 'undo', label: 'Undo', hint: 'Ctrl Z', icon: <Undo2 aria-hidden />, run: actions.undo },
  { id: 'redo', label: 'Redo', hint: 'Ctrl Shift Z', icon: <Redo2 aria-hidden />, run: actions.redo },
  {
    id: 'shapes',
    label: 'Shapes: what is read and what is built',
    hint: '',
    icon: <Shapes aria-hidden />,
    run: onShapes,
  },
  ...(onSaveTest === undefined
    ? []
    : [
        {
          id: 'save-test',
          label: 'Save the sample as a test',
          hint: '',
          icon: <FlaskConical aria-hidden />,
          run: onSaveTest,
        },
      ]),
  { id: 'submit', label: 'Submit change', hint: '', icon: <Send aria-hidden />, run: onSubmit },
];
