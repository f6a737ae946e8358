'use client';
import type { RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { useNonce } from '#ui/nonce.tsx';
import { CodeEditor } from './code-editor.tsx';
import { jsonataExtensions } from './editor-extensions.ts';
import type { ExpressionScope } from './expression-scope.ts';
import { useLatest } from './use-latest.ts';

export interface JsonataEditorProps {
  readonly value: string;
  /** `run` numbers a stretch of continuous typing. A completion, a paste or a patch has its own number. */
  readonly onChange: (value: string, run: number) => void;
  readonly scope: ExpressionScope;
  readonly label: string;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly isFull?: boolean;
  /** The owner of the editor marks problems itself. */
  readonly isCheckedOutside?: boolean;
  readonly placeholder?: string;
  readonly className?: string | undefined;
  readonly viewRef?: RefObject<EditorView | null> | undefined;
  readonly more?: () => Extension[];
}

/** A JSONata editor with colours, completion from the scope, and problems marked in the text. */
export const LoadedJsonataEditor = (props: JsonataEditorProps) => {
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
      // The owner of the value keeps its history.
      hasHistory: false,
      isCheckedOutside: props.isCheckedOutside ?? false,
      placeholder: props.placeholder ?? '',
      scope: () => scope.current,
    }),
    ...(props.more?.() ?? []),
  ];
  return (
    <CodeEditor
      // An editor keeps the extensions with which it was made, so that another example needs another editor.
      key={`${isReadOnly ? 'read' : 'write'} ${props.placeholder ?? ''}`}
      value={value}
      onChange={onChange}
      extensions={extensions}
      className={className}
      viewRef={viewRef}
    />
  );
};
