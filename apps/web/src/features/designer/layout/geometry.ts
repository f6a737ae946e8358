import type { InsertionPoint } from '@throughline/core/flow/edit';
import type { Step } from '@throughline/core/flow/step';

/** Sizes of the drawing, in pixels at zoom 1, on the 4 px grid. */
export const nodeWidth = 248;
export const nodeHeight = 52;
/** Length of the line between two steps; the insert button is in its middle. */
export const stepGap = 36;
export const columnGap = 32;
/** Height of the fork and of the join of parallel columns. */
export const forkHeight = 28;
export const labelHeight = 24;
export const framePadding = 16;

export const triggerNodeId = '@trigger';
export const endNodeId = '@end';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface LayoutNode extends Box {
  readonly id: string;
  readonly type: 'trigger' | 'step' | 'end';
  /** Absent for the trigger and the end. */
  readonly step?: Step;
  /** Number of steps hidden inside a collapsed container. */
  readonly hiddenSteps?: number;
}

export interface LayoutFrame extends Box {
  readonly id: string;
  readonly type: 'each' | 'error';
}

export interface LayoutLine {
  readonly id: string;
  readonly tone: 'flow' | 'error';
  readonly points: readonly Point[];
}

/** The label of a column or lane. The middle of its top edge is at `x`, `y`. */
export interface LayoutLabel extends Point {
  readonly id: string;
  readonly tone: 'flow' | 'error';
  readonly text: string;
}

/** Where a step can be inserted; `x`, `y` is the middle of the button. */
export interface LayoutInsert extends Point {
  readonly id: string;
  readonly point: InsertionPoint;
}

export interface FlowLayout {
  readonly nodes: readonly LayoutNode[];
  readonly frames: readonly LayoutFrame[];
  readonly lines: readonly LayoutLine[];
  readonly labels: readonly LayoutLabel[];
  readonly inserts: readonly LayoutInsert[];
  readonly width: number;
  readonly height: number;
}

/** The target to which placing a block writes. */
export interface Drawing {
  readonly nodes: LayoutNode[];
  readonly frames: LayoutFrame[];
  readonly lines: LayoutLine[];
  readonly labels: LayoutLabel[];
  readonly inserts: LayoutInsert[];
}

/**
 * A measured part of the drawing around a vertical axis, entered at the top and left at the bottom. `left` and `right`
 * say how far it extends from the axis.
 */
export interface Block {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** True if nothing can run after it, so that no line leaves its bottom. */
  readonly isTerminal: boolean;
  readonly place: (axis: number, top: number, drawing: Drawing) => void;
}
