'use client';
import { useMemo, useReducer, type RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import { connect, disconnect, refusalOf, type ConnectionChoice } from '@throughline/core/mapping/fields';
import { schemaAt } from '@throughline/core/mapping/schema-fields';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { MapLine } from '../lines/map-lines.ts';
import type { MapperActions } from '../use-mapper.ts';
import type { Shapes } from '../use-shapes.ts';
import { insertAtCaret } from './insert-at-caret.ts';
import type { MapperTrees } from './mapper-trees.ts';
import {
  pickingState,
  startPicking,
  type FieldRef,
  type HeldField,
  type PickingState,
  type Side,
} from './picking-state.ts';
import { fieldSpan, focusText, showInText } from './show-in-text.ts';
import { writtenValue } from './written-value.ts';

export interface PickingActions {
  /** Picks a field up, or draws the line if one of the other side is held. */
  readonly pick: (field: FieldRef, by: HeldField['by']) => void;
  readonly select: (field: FieldRef | undefined) => void;
  readonly selectLine: (key: string, target: string) => void;
  readonly over: (id: string | undefined) => void;
  readonly choose: (choice: ConnectionChoice) => void;
  readonly cancel: () => void;
  readonly remove: (line: Pick<MapLine, 'source' | 'target'>, from: Side) => void;
  /** Puts the path of a source field into the text, where its caret is. */
  readonly insert: (id: string) => void;
  /** Gives a target field a source field, by its id, or an expression. */
  readonly write: (target: string, value: string) => void;
  readonly say: (text: string) => void;
  /** Shows a part of the text, with the focus there. */
  readonly goTo: (from: number, to?: number) => void;
}

export interface Picking extends PickingActions {
  readonly state: PickingState;
}

export interface PickingOptions {
  readonly viewRef: RefObject<EditorView | null>;
  readonly isReadOnly: boolean;
  readonly text: string;
  readonly shapes: Shapes;
  readonly trees: MapperTrees;
  readonly actions: MapperActions;
  /** Switches to the text. */
  readonly onShowText: () => void;
  readonly onHeld: (side: Side) => void;
}

/**
 * Draws and removes lines. Each of these gestures is one edit of the document. The functions keep their identity while
 * the text is typed, so that the panes need not be rendered again.
 */
export const usePicking = (options: PickingOptions): Picking => {
  const [state, dispatch] = useReducer(pickingState, startPicking);
  const latest = useLatest({ ...options, state });
  const actions = useMemo(() => pickingActions(latest, dispatch), [latest]);
  return useMemo(() => ({ state, ...actions }), [state, actions]);
};

export const otherSide = (side: Side): Side => (side === 'source' ? 'target' : 'source');

type Latest = RefObject<PickingOptions & { readonly state: PickingState }>;
type Dispatch = (event: Parameters<typeof pickingState>[1]) => void;

function pickingActions(latest: Latest, dispatch: Dispatch): PickingActions {
  const pathOf = ({ side, id }: FieldRef) => latest.current.trees[side].byId.get(id)?.path;
  const focus = ({ side, id }: FieldRef) => latest.current.trees[side].fields.go(id, true);
  const apply = (base: string, { edits, caret }: Pick<ConnectionChoice, 'edits' | 'caret'>) => {
    latest.current.actions.edit(base, edits);
    showInText(latest.current.viewRef, caret, caret);
  };
  const meet = (source: string, target: string) => {
    const { text, shapes } = latest.current;
    const [from, to] = [pathOf({ side: 'source', id: source }), pathOf({ side: 'target', id: target })];
    if (from === undefined || to === undefined) return;
    const { context: sourceSchema = {}, target: targetSchema = {} } = shapes.scope;
    const connection = connect({ text, source: from, target: to, sourceSchema, targetSchema });
    if (connection.kind === 'connected') apply(text, connection);
    dispatch({ type: 'met', source, target, connection });
  };
  const select = (field: FieldRef | undefined) => {
    dispatch({ type: 'select', field });
    if (field?.side === 'target') showField(latest.current, pathOf(field));
  };
  return {
    select,
    pick(field, by) {
      const { state, isReadOnly, trees } = latest.current;
      if (isReadOnly) return select(field);
      const { held } = state;
      if (held !== undefined && held.side !== field.side && by !== 'drag') {
        return field.side === 'target' ? meet(held.id, field.id) : meet(field.id, held.id);
      }
      dispatch({ type: 'pick', field, by });
      if (by === 'click') latest.current.onHeld(field.side);
      if (field.side === 'target' && by === 'click') showField(latest.current, pathOf(field));
      if (by !== 'keyboard' || held?.id === field.id) return undefined;
      const { rows, current, go } = trees[otherSide(field.side)].fields;
      const there = rows[current];
      if (there !== undefined) go(there.node.id, true);
      return undefined;
    },
    selectLine: (key, target) => dispatch({ type: 'line', key, target }),
    over: (id) => dispatch({ type: 'over', id }),
    choose(choice) {
      const target = latest.current.state.choice?.target;
      apply(latest.current.text, choice);
      dispatch({ type: 'chosen' });
      if (target !== undefined) focus({ side: 'target', id: target });
    },
    cancel() {
      const { held, choice } = latest.current.state;
      dispatch({ type: 'cancel' });
      if (held !== undefined && (held.by === 'keyboard' || choice !== undefined)) focus(held);
    },
    remove({ source, target }, from) {
      const { text } = latest.current;
      const [read, written] = [pathOf({ side: 'source', id: source }), pathOf({ side: 'target', id: target })];
      if (read === undefined || written === undefined) return;
      const result = disconnect(text, written, read);
      if ('reason' in result) return dispatch({ type: 'say', text: result.reason, isProblem: true });
      latest.current.actions.edit(text, result.edits);
      dispatch({ type: 'say', text: `The line from ${source} to ${target} is removed.`, isProblem: false });
      focus(from === 'source' ? { side: 'source', id: source } : { side: 'target', id: target });
    },
    insert(id) {
      const { viewRef, onShowText } = latest.current;
      const path = pathOf({ side: 'source', id });
      if (viewRef.current === null || path === undefined) return;
      onShowText();
      insertAtCaret(viewRef.current, path);
      dispatch({ type: 'select', field: { side: 'source', id } });
    },
    write(id, value) {
      const { text, trees } = latest.current;
      const path = pathOf({ side: 'target', id });
      if (path === undefined) return;
      if (trees.source.byId.has(value)) return meet(value, id);
      const patch = writtenValue(text, path, value);
      if ('reason' in patch) return dispatch({ type: 'say', text: patch.reason, isProblem: true });
      apply(text, patch);
      dispatch({ type: 'select', field: { side: 'target', id } });
      dispatch({ type: 'say', text: `${id} is now ${value}.`, isProblem: false });
    },
    say: (text) => dispatch({ type: 'say', text, isProblem: true }),
    goTo(from, to = from) {
      latest.current.onShowText();
      focusText(latest.current.viewRef, from, to);
    },
  };
}

/** Scrolls the text to a field without taking the focus away from the tree. */
function showField({ text, viewRef }: PickingOptions, path: readonly string[] | undefined): void {
  const span = path && fieldSpan(text, path);
  if (span !== undefined) showInText(viewRef, span.from, span.to);
}

/** Why a field cannot be connected with the one that is held; undefined if it can, or if none is held. */
export function refusalFor(held: FieldRef | undefined, field: FieldRef, trees: MapperTrees, { scope }: Shapes) {
  if (held === undefined || held.side === field.side) return undefined;
  const [source, target] = held.side === 'source' ? [held, field] : [field, held];
  const { context: sourceRoot = {}, target: targetRoot = {} } = scope;
  const from = schemaAt(sourceRoot, trees.source.byId.get(source.id)?.path ?? []);
  const to = schemaAt(targetRoot, trees.target.byId.get(target.id)?.path ?? []);
  return from === undefined || to === undefined ? undefined : refusalOf(from, sourceRoot, to, targetRoot);
}
