'use client';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Annotation, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { classNames } from '#ui/class-names.ts';
import { textChange } from './text-change.ts';
import { TypingRuns } from './typing-runs.ts';
import { useLatest } from './use-latest.ts';
import './code-editor.css';

interface CodeEditorProps {
  readonly value: string;
  /** `run` numbers a stretch of continuous typing. A completion, a paste or a patch has its own number. */
  readonly onChange: (value: string, run: number) => void;
  /** Read once, when the editor is created. To create it again, give the component another `key`. */
  readonly extensions: () => Extension[];
  readonly className?: string | undefined;
  /** Set while the editor is on screen, for inserting text and moving the caret. */
  readonly viewRef?: RefObject<EditorView | null> | undefined;
}

/** Marks a change that came from outside, so that it is not reported back. */
const fromOutside = Annotation.define<boolean>();

/** A CodeMirror editor that follows `value`. */
export const CodeEditor = ({ value, onChange, extensions, className, viewRef }: CodeEditorProps) => {
  const host = useRef<HTMLDivElement>(null);
  const own = useRef<EditorView | null>(null);
  const latest = useLatest({ value, onChange, extensions });
  const [runs] = useState(() => new TypingRuns());
  useEffect(() => {
    if (host.current === null) return;
    const report = EditorView.updateListener.of((update) => {
      const isOurs = update.transactions.some((transaction) => transaction.annotation(fromOutside) === true);
      if (update.docChanged && !isOurs) latest.current.onChange(update.state.doc.toString(), runs.next(update));
    });
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({ doc: latest.current.value, extensions: [...latest.current.extensions(), report] }),
    });
    own.current = view;
    if (viewRef !== undefined) viewRef.current = view;
    return () => {
      if (viewRef !== undefined) viewRef.current = null;
      own.current = null;
      view.destroy();
    };
  }, [viewRef, latest, runs]);
  useEffect(() => {
    const view = own.current;
    if (view === null) return;
    const present = view.state.doc.toString();
    if (present === value) return;
    const change = textChange(present, value);
    view.dispatch({
      changes: change,
      // After an undo, the caret moves to the restored text.
      ...(view.hasFocus && { selection: { anchor: change.from + change.insert.length }, scrollIntoView: true }),
      annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
    });
  }, [value]);
  return <div ref={host} className={classNames('code-editor', className)} />;
};
