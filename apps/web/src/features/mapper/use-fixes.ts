'use client';
import { useMemo, type RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import type { MappingFix } from '@throughline/core/mapping/analysis';
import { applyPatch } from './apply-patch.ts';

interface FixOptions {
  readonly viewRef: RefObject<EditorView | null>;
  readonly isReadOnly: boolean;
  /** The text that was checked: fixes are for that one. */
  readonly checkedText: string | undefined;
  readonly onShowText: () => void;
}

/** Repairs the text by one click; undefined where it may not be edited. */
export const useFixes = (options: FixOptions): ((fix: MappingFix) => void) | undefined => {
  const { viewRef, isReadOnly, checkedText, onShowText } = options;
  return useMemo(() => {
    if (isReadOnly) return undefined;
    return ({ edits }) => {
      const editor = viewRef.current;
      // Typed on since: the next check is a moment away, and brings the fix for what stands there then.
      if (editor === null || editor.state.doc.toString() !== checkedText) return;
      onShowText();
      const [first] = edits.toSorted((one, other) => one.start - other.start);
      applyPatch(editor, { edits, caret: first === undefined ? 0 : first.start + first.text.length });
    };
  }, [viewRef, isReadOnly, checkedText, onShowText]);
};
