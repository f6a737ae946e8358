import type { MappingDocument, MappingTest, SchemaRef } from '@throughline/core/mapping/document';
import { applyEdits, type TextEdit } from '@throughline/core/mapping/syntax';
import { recordEdit, redo, undo, type History } from '#features/drafts/history.ts';

export type MapperEdit =
  /** `run` numbers a stretch of continuous typing, which is undone as a whole. A completion has its own number. */
  | { readonly type: 'text'; readonly text: string; readonly run: number }
  /** A gesture. It is one undo step, and changes nothing if the text is no longer the one that it was meant for. */
  | { readonly type: 'edits'; readonly base: string; readonly edits: readonly TextEdit[] }
  | { readonly type: 'tests'; readonly tests: readonly MappingTest[]; readonly about?: string }
  | { readonly type: 'shapes'; readonly source: SchemaRef; readonly target: SchemaRef }
  | { readonly type: 'replace'; readonly document: MappingDocument }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** The only history of an open mapping. The text editor has none, so that two can never disagree. */
export function editMapping(history: History<MappingDocument>, edit: MapperEdit): History<MappingDocument> {
  const { present } = history;
  switch (edit.type) {
    case 'text':
      return withText(history, edit.text, `text ${edit.run}`);
    case 'edits':
      return edit.base === present.text ? withText(history, applyEdits(present.text, edit.edits)) : history;
    case 'tests':
      return recordEdit(history, { ...present, tests: [...edit.tests] }, edit.about);
    case 'shapes':
      return recordEdit(history, { ...present, source: edit.source, target: edit.target });
    case 'replace':
      return recordEdit(history, edit.document);
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
  }
}

function withText(history: History<MappingDocument>, text: string, about?: string): History<MappingDocument> {
  const { present } = history;
  return text === present.text ? history : recordEdit(history, { ...present, text }, about);
}
