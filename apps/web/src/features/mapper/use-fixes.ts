'use client';
import { useMemo, type RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import type { MappingFix } from '@throughline/core/mapping/analysis';
import { applyPatch } from './apply-patch.ts';

interface FixOptions {
  readonly viewRef: RefObject<EditorView | null>;
  readonly isReadOnly: boolean;
  /** The text that was checked. The fixes apply to it. */
  readonly checkedText: string | undefined;
  readonly onShowText: () => void;
}

/** Applies a fix with one click; undefined if the text may not be edited. */
export const useFixes = (options: FixOptions): ((fix: MappingFix) => void) | undefined => {
  const { viewRef, isReadOnly, checkedText, onShowText } = options;
  return useMemo(() => {
    if (isReadOnly) return undefined;
    return ({ edits }) => {
      const editor = viewRef.current;
      // The text has changed since. The next check comes in a moment, and brings fixes for the current text.
      if (editor === null || editor.state.doc.toString() !== checkedText) return;
      onShowText();
      const [first] = edits.toSorted((one, other) => one.start - other.start);
      applyPatch(editor, { edits, caret: first === undefined ? 0 : first.start + first.text.length });
    };
  }, [viewRef, isReadOnly, checkedText, onShowText]);
};
