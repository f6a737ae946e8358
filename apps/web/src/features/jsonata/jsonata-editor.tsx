'use client';
import type { RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { useNonce } from '#ui/nonce.tsx';
import { CodeEditor } from './code-editor.tsx';
import { jsonataExtensions } from './editor-extensions.ts';
import type { ExpressionScope } from './expression-scope.ts';
import { useLatest } from './use-latest.ts';

interface JsonataEditorProps {
  readonly value: string;
  /** `run` numbers a stretch of typing; a completion, a paste or a patch is one of its own. */
  readonly onChange: (value: string, run: number) => void;
  readonly scope: ExpressionScope;
  readonly label: string;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly isFull?: boolean;
  /** Problems are marked by whoever uses the editor. */
  readonly isCheckedOutside?: boolean;
  readonly placeholder?: string;
  readonly className?: string | undefined;
  readonly viewRef?: RefObject<EditorView | null> | undefined;
  readonly more?: () => Extension[];
}

/** JSONata with colours, completion from the scope, and problems marked where they stand. */
export const JsonataEditor = (props: JsonataEditorProps) => {
  const { value, onChange, label, isReadOnly = false, isFull = false, className, viewRef } = props;
  const nonce = useNonce();
  const scope = useLatest(props.scope);
  const extensions = () => [
    ...jsonataExtensions({
      label,
      labelledBy: props.labelledBy,
      describedBy: props.describedBy,
      nonce,
      isReadOnly,
      isFull,
      // Whoever holds the value keeps its history.
      hasHistory: false,
      isCheckedOutside: props.isCheckedOutside ?? false,
      placeholder: props.placeholder ?? '',
      scope: () => scope.current,
    }),
    ...(props.more?.() ?? []),
  ];
  return (
    <CodeEditor
      key={isReadOnly ? 'read' : 'write'}
      value={value}
      onChange={onChange}
      extensions={extensions}
      className={className}
      viewRef={viewRef}
    />
  );
};
