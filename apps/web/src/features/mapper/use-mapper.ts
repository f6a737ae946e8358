'use client';
import { useMemo, useReducer } from 'react';
import type { MappingDocument, MappingTest, SchemaRef } from '@throughline/core/mapping/document';
import type { TextEdit } from '@throughline/core/mapping/syntax';
import { startHistory, type History } from '#features/drafts/history.ts';
import { editMapping } from './mapper-history.ts';
import { useUndoKeys } from './use-undo-keys.ts';

export interface MapperActions {
  /** `run` numbers a stretch of continuous typing, which is undone as a whole. */
  readonly setText: (text: string, run: number) => void;
  /** Edits `base`, the text for which they were made, as one undo step. The text editor follows. */
  readonly edit: (base: string, edits: readonly TextEdit[]) => void;
  readonly setTests: (tests: readonly MappingTest[], about?: string) => void;
  readonly setShapes: (source: SchemaRef, target: SchemaRef) => void;
  readonly replace: (document: MappingDocument) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** An open mapping, and all actions on it, with undo and redo by keyboard. */
export const useMapper = (
  document: MappingDocument,
  isReadOnly: boolean,
): readonly [History<MappingDocument>, MapperActions] => {
  const [history, dispatch] = useReducer(editMapping, document, startHistory);
  const actions = useMemo<MapperActions>(
    () => ({
      setText: (text, run) => dispatch({ type: 'text', text, run }),
      edit: (base, edits) => dispatch({ type: 'edits', base, edits }),
      setTests: (tests, about) => dispatch({ type: 'tests', tests, ...(about === undefined ? {} : { about }) }),
      setShapes: (source, target) => dispatch({ type: 'shapes', source, target }),
      replace: (next) => dispatch({ type: 'replace', document: next }),
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
    }),
    [],
  );
  useUndoKeys({ ...actions, isReadOnly });
  return [history, actions];
};
