'use client';
import { useMemo, useReducer } from 'react';
import type { MappingDocument, MappingTest, SchemaRef } from '@throughline/core/mapping/document';
import { recordEdit, redo, startHistory, undo, type History } from '#features/drafts/history.ts';

type MapperAction =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tests'; readonly tests: readonly MappingTest[]; readonly about?: string }
  | { readonly type: 'shapes'; readonly source: SchemaRef; readonly target: SchemaRef }
  | { readonly type: 'replace'; readonly document: MappingDocument }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

export interface MapperActions {
  readonly setText: (text: string) => void;
  readonly setTests: (tests: readonly MappingTest[], about?: string) => void;
  readonly setShapes: (source: SchemaRef, target: SchemaRef) => void;
  readonly replace: (document: MappingDocument) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Typing in the text is one edit here: within the text the editor's own history goes further. */
const textEdit = 'text';

const reduce = (history: History<MappingDocument>, action: MapperAction): History<MappingDocument> => {
  const { present } = history;
  switch (action.type) {
    case 'text':
      return action.text === present.text ? history : recordEdit(history, { ...present, text: action.text }, textEdit);
    case 'tests':
      return recordEdit(history, { ...present, tests: [...action.tests] }, action.about);
    case 'shapes':
      return recordEdit(history, { ...present, source: action.source, target: action.target });
    case 'replace':
      return recordEdit(history, action.document);
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
  }
};

/** An open mapping and everything that can be done to it. */
export const useMapper = (document: MappingDocument): readonly [History<MappingDocument>, MapperActions] => {
  const [history, dispatch] = useReducer(reduce, document, startHistory);
  const actions = useMemo<MapperActions>(
    () => ({
      setText: (text) => dispatch({ type: 'text', text }),
      setTests: (tests, about) => dispatch({ type: 'tests', tests, ...(about === undefined ? {} : { about }) }),
      setShapes: (source, target) => dispatch({ type: 'shapes', source, target }),
      replace: (next) => dispatch({ type: 'replace', document: next }),
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
    }),
    [],
  );
  return [history, actions];
};
