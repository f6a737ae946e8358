import type { RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import type { ConnectionChoice } from '@throughline/core/mapping/fields';
import type { MapLine } from '../lines/map-lines.ts';
import type { MapperActions } from '../use-mapper.ts';
import type { Shapes } from '../use-shapes.ts';
import type { MapperTrees } from './mapper-trees.ts';
import type { FieldRef, HeldField, PickingState, Side } from './picking-state.ts';

export interface PickingActions {
  /** Picks a field up, or draws the line if one of the other side is held. */
  readonly pick: (field: FieldRef, by: HeldField['by']) => void;
  readonly select: (field: FieldRef | undefined) => void;
  readonly selectLine: (key: string, target: string) => void;
  readonly over: (id: string | undefined) => void;
  readonly choose: (choice: ConnectionChoice) => void;
  readonly cancel: () => void;
  /** Hides what was said. */
  readonly dismiss: () => void;
  readonly remove: (line: Pick<MapLine, 'source' | 'target'>, from: Side) => void;
  /** Puts the path of a source field into the text, where its caret is. */
  readonly insert: (id: string) => void;
  /** Gives a target field a source field, by its id, or an expression. True if a question is asked first. */
  readonly write: (target: string, value: string) => boolean;
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
  /** Inputs of real records. */
  readonly inputs: readonly unknown[];
  readonly actions: MapperActions;
  /** Switches to the text. */
  readonly onShowText: () => void;
  readonly onHeld: (side: Side) => void;
}
