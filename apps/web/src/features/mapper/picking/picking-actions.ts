import type { RefObject } from 'react';
import { connect, type ConnectionChoice } from '@throughline/core/mapping/fields';
import { disconnecting } from './disconnecting.ts';
import { insertAtCaret } from './insert-at-caret.ts';
import { fieldShapes } from '../use-shapes.ts';
import { otherSide, type FieldRef, type PickingEvent, type PickingState } from './picking-state.ts';
import type { PickingActions, PickingOptions } from './picking.ts';
import { fieldSpan, focusText, showInText } from './show-in-text.ts';
import { writtenValue } from './written-value.ts';

export type LatestPicking = RefObject<PickingOptions & { readonly state: PickingState }>;
type Dispatch = (event: PickingEvent) => void;

/** What gestures do: to the state of picking, to the document, and to the focus. */
export function pickingActions(latest: LatestPicking, dispatch: Dispatch): PickingActions {
  const gesture = new Gesture(latest, dispatch);
  return {
    pick: (field, by) => gesture.pick(field, by),
    select: (field) => gesture.select(field),
    selectLine: (key, target) => dispatch({ type: 'line', key, target }),
    over: (id) => dispatch({ type: 'over', id }),
    choose: (choice) => gesture.choose(choice),
    cancel: () => gesture.cancel(),
    dismiss: () => gesture.dismiss(),
    remove: (line, from) => gesture.remove(line, from),
    insert: (id) => gesture.insert(id),
    write: (id, value) => gesture.write(id, value),
    say: (text) => dispatch({ type: 'say', text, isProblem: true }),
    goTo(from, to = from) {
      latest.current.onShowText();
      focusText(latest.current.viewRef, from, to);
    },
  };
}

class Gesture {
  readonly #latest: LatestPicking;
  readonly #dispatch: Dispatch;
  /** The text to which the choices of a question apply. */
  #asked = '';

  constructor(latest: LatestPicking, dispatch: Dispatch) {
    this.#latest = latest;
    this.#dispatch = dispatch;
  }

  pick: PickingActions['pick'] = (field, by) => {
    const { state, isReadOnly, trees, onHeld } = this.#latest.current;
    if (isReadOnly) return this.select(field);
    const { held } = state;
    if (held !== undefined && held.side !== field.side && by !== 'drag') {
      if (field.side === 'target') this.#meet(held.id, field.id);
      else this.#meet(field.id, held.id);
      return undefined;
    }
    this.#dispatch({ type: 'pick', field, by });
    if (by === 'click') {
      onHeld(field.side);
      this.#showField(field);
    }
    if (by !== 'keyboard' || held?.id === field.id) return undefined;
    const { rows, current, go } = trees[otherSide(field.side)].fields;
    const there = rows[current];
    if (there !== undefined) go(there.node.id, true);
    return undefined;
  };

  select: PickingActions['select'] = (field) => {
    this.#dispatch({ type: 'select', field });
    if (field !== undefined) this.#showField(field);
  };

  choose: PickingActions['choose'] = (choice) => {
    const { state } = this.#latest.current;
    this.#apply(this.#asked, choice);
    this.#dispatch({ type: 'chosen' });
    if (state.choice !== undefined) this.#focus({ side: 'target', id: state.choice.target });
  };

  cancel: PickingActions['cancel'] = () => {
    const { state, viewRef } = this.#latest.current;
    this.#dispatch({ type: 'cancel' });
    // The field has the focus again, unless somebody types in the text.
    if (viewRef.current?.hasFocus === true) return;
    if (state.held !== undefined && state.held.by !== 'drag') this.#focus(state.held);
    // A question about what was typed at a target field, where nothing is picked up.
    else if (state.held === undefined && state.choice !== undefined)
      this.#focus({ side: 'target', id: state.choice.target });
  };

  dismiss: PickingActions['dismiss'] = () => {
    const { selected } = this.#latest.current.state;
    this.#dispatch({ type: 'select', field: selected });
    if (selected !== undefined) this.#focus(selected);
  };

  remove: PickingActions['remove'] = ({ source, target }, from) => {
    const read = this.#pathOf({ side: 'source', id: source });
    const written = this.#pathOf({ side: 'target', id: target });
    if (read === undefined || written === undefined) return;
    void disconnecting.loaded().then((disconnect) => {
      // Somebody may have typed while the code was loaded, and edits of a text that is gone would do nothing.
      const { text } = this.#latest.current;
      const result = disconnect?.(text, written, read) ?? {
        reason: 'The line is still there: no connection. Try again.',
      };
      if ('reason' in result) {
        this.#dispatch({ type: 'say', text: result.reason, isProblem: true });
        return;
      }
      this.#latest.current.actions.edit(text, result.edits);
      this.#dispatch({ type: 'say', text: `The line from ${source} to ${target} is removed.`, isProblem: false });
      this.#focus(from === 'source' ? { side: 'source', id: source } : { side: 'target', id: target });
    });
  };

  insert: PickingActions['insert'] = (id) => {
    const { viewRef, onShowText } = this.#latest.current;
    const path = this.#pathOf({ side: 'source', id });
    if (viewRef.current === null || path === undefined) return;
    onShowText();
    insertAtCaret(viewRef.current, path);
    this.#dispatch({ type: 'select', field: { side: 'source', id } });
  };

  write: PickingActions['write'] = (id, value) => {
    const { text, trees, shapes } = this.#latest.current;
    const path = this.#pathOf({ side: 'target', id });
    if (path === undefined) return false;
    if (trees.source.byId.has(value)) return this.#meet(value, id);
    const patch = writtenValue(text, path, value, fieldShapes(shapes));
    if ('reason' in patch) {
      this.#dispatch({ type: 'say', text: patch.reason, isProblem: true });
      return false;
    }
    this.#apply(text, patch);
    this.#dispatch({ type: 'select', field: { side: 'target', id } });
    this.#dispatch({ type: 'say', text: `${id} is now ${value}.`, isProblem: false });
    return false;
  };

  /** True if a question is asked. */
  #meet(source: string, target: string): boolean {
    const { text, shapes, inputs: samples } = this.#latest.current;
    const from = this.#pathOf({ side: 'source', id: source });
    const to = this.#pathOf({ side: 'target', id: target });
    if (from === undefined || to === undefined) return false;
    const connection = connect({ text, source: from, target: to, ...fieldShapes(shapes), samples });
    this.#asked = text;
    if (connection.kind === 'connected') this.#apply(text, connection);
    this.#dispatch({ type: 'met', source, target, connection });
    return connection.kind === 'choose';
  }

  #apply(base: string, { edits, caret }: Pick<ConnectionChoice, 'edits' | 'caret'>): void {
    this.#latest.current.actions.edit(base, edits);
    showInText(this.#latest.current.viewRef, caret, caret);
  }

  #pathOf({ side, id }: FieldRef): readonly string[] | undefined {
    return this.#latest.current.trees[side].byId.get(id)?.path;
  }

  #focus({ side, id }: FieldRef): void {
    this.#latest.current.trees[side].fields.go(id, true);
  }

  /** Scrolls the text to a target field without taking the focus away from the tree. */
  #showField(field: FieldRef): void {
    const { text, viewRef } = this.#latest.current;
    const path = field.side === 'target' ? this.#pathOf(field) : undefined;
    const span = path && fieldSpan(text, path);
    if (span !== undefined) showInText(viewRef, span.from, span.to);
  }
}
