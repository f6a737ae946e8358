'use client';
import { useMemo, useState, type RefObject } from 'react';
import { EditorView } from '@codemirror/view';
import {
  insertAt,
  nestedSource,
  objectAt,
  outlineEntries,
  patchTarget,
  pathWithin,
  readOutline,
  replaced,
  type OutlineEntry,
  type OutlineObject,
} from '@throughline/core/mapping/fields';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { applyPatch } from './apply-patch.ts';
import type { FieldNode } from './target-fields.ts';
import type { Shapes } from './use-shapes.ts';

/** A target field that is already set, and what can be done with another source. */
export interface FieldChoice {
  readonly target: string;
  readonly expression: string;
  readonly replace: () => void;
  readonly combine: () => void;
  readonly cancel: () => void;
}

export interface Picking {
  readonly target: FieldNode | undefined;
  readonly choice: FieldChoice | undefined;
  readonly pickTarget: (node: FieldNode) => void;
  readonly pickSource: (node: FieldNode) => void;
  readonly clear: () => void;
  readonly goTo: (from: number, to?: number) => void;
}

interface PickingOptions {
  readonly viewRef: RefObject<EditorView | null>;
  readonly isReadOnly: boolean;
  readonly text: string;
  readonly shapes: Shapes;
  /** Switches to the text. */
  readonly onShowText: () => void;
}

/**
 * Clicking a target and then a source puts the field into the text. Without a target, the path is inserted at the
 * caret. The functions keep their identity while the text is typed, so that the panes need not be rendered again.
 */
export const usePicking = (options: PickingOptions): Picking => {
  const [target, setTarget] = useState<FieldNode>();
  const [choice, setChoice] = useState<FieldChoice>();
  const latest = useLatest({ ...options, target });
  const actions = useMemo(() => {
    const goTo = (from: number, to = from) => {
      latest.current.onShowText();
      requestAnimationFrame(() => showRange(latest.current.viewRef.current, from, to));
    };
    const pickTarget = (node: FieldNode) => {
      setChoice(undefined);
      setTarget(node.id === latest.current.target?.id ? undefined : node);
      const entry = entryOf(latest.current.text, node.path);
      if (entry !== undefined) goTo(entry.value.from, entry.value.to);
    };
    const pickSource = (node: FieldNode) => {
      const { isReadOnly, viewRef, target: chosen, shapes, onShowText } = latest.current;
      const editor = viewRef.current;
      if (isReadOnly || editor === null) return;
      onShowText();
      setChoice(undefined);
      if (chosen === undefined) insertAtCaret(editor, node);
      else setChoice(fillTarget({ editor, target: chosen, source: node, shapes, done: () => setChoice(undefined) }));
    };
    const clear = () => {
      setTarget(undefined);
      setChoice(undefined);
    };
    return { goTo, pickTarget, pickSource, clear };
  }, [latest]);
  return useMemo(() => ({ target, choice, ...actions }), [target, choice, actions]);
};

function showRange(editor: EditorView | null, from: number, to: number): void {
  if (editor === null) return;
  const { length } = editor.state.doc;
  const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
  editor.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
  editor.focus();
}

const entryOf = (text: string, path: readonly string[]): OutlineEntry | undefined =>
  outlineEntries(readOutline(text).object).find((entry) => entry.path.join('\n') === path.join('\n'));

function insertAtCaret(editor: EditorView, node: FieldNode): void {
  const text = editor.state.doc.toString();
  const { from, to } = editor.state.selection.main;
  const around = objectAt(readOutline(text), from);
  applyPatch(editor, insertAt(text, from, to, pathWithin(objectsTo(text, around), node.path)));
}

interface Filling {
  readonly editor: EditorView;
  readonly target: FieldNode;
  readonly source: FieldNode;
  readonly shapes: Shapes;
  readonly done: () => void;
}

/** Puts the source into the target field. If that is already set, returns the alternatives. */
function fillTarget({ editor, target, source, shapes, done }: Filling): FieldChoice | undefined {
  const text = editor.state.doc.toString();
  const { context: sourceSchema = {}, target: targetSchema = {} } = shapes.scope;
  const around = objectsTo(text, deepestObject(text, target.path));
  const { path, expression } = nestedSource({
    target: target.path,
    targetSchema,
    source: source.path,
    sourceSchema,
    around,
  });
  const result = patchTarget(text, path, expression);
  if (result.kind === 'patch') {
    applyPatch(editor, result.patch);
    return undefined;
  }
  if (result.kind === 'no-place') {
    insertAtCaret(editor, source);
    return undefined;
  }
  const { from, to } = result.entry.value;
  const put = (insert: string) => () => {
    applyPatch(editor, replaced(result.entry.value, insert));
    done();
  };
  return {
    target: result.entry.path.join('.'),
    expression,
    replace: put(expression),
    combine: put(`${text.slice(from, to)} & ${expression}`),
    cancel: done,
  };
}

/** The deepest object of the text to which a target path leads. */
function deepestObject(text: string, path: readonly string[]): OutlineObject | undefined {
  const { object } = readOutline(text);
  const inside = outlineEntries(object).findLast(
    (entry) => entry.object !== undefined && entry.path.every((name, index) => path[index] === name),
  );
  return inside?.object ?? object;
}

/** Objects from the outermost to this one, as nested in the result. */
function objectsTo(text: string, inner: OutlineObject | undefined): OutlineObject[] {
  const { object } = readOutline(text);
  if (object === undefined || inner === undefined) return [];
  const around = outlineEntries(object).flatMap((entry) => (entry.object === undefined ? [] : [entry.object]));
  return [object, ...around].filter(({ path }) => path.every((name, index) => inner.path[index] === name));
}
