import type { Connection, ConnectionChoice } from '@throughline/core/mapping/fields';

export type Side = 'source' | 'target';

export const otherSide = (side: Side): Side => (side === 'source' ? 'target' : 'source');

/** A field of one of the two trees. */
export interface FieldRef {
  readonly side: Side;
  readonly id: string;
}

/** A field that is picked up, so that a field of the other side can be chosen for it. */
export interface HeldField extends FieldRef {
  readonly by: 'click' | 'keyboard' | 'drag';
}

/** A line that can mean several things, so the person chooses one. */
export interface PickingChoice {
  readonly source: string;
  readonly target: string;
  readonly question: string;
  readonly choices: readonly ConnectionChoice[];
}

export interface PickingState {
  /** The field whose lines are listed and strong. */
  readonly selected: FieldRef | undefined;
  readonly held: HeldField | undefined;
  /** The field under the pointer while one is dragged. */
  readonly over: string | undefined;
  readonly choice: PickingChoice | undefined;
  /** Key of the selected line. */
  readonly line: string | undefined;
  /** What happened last. Everybody sees a problem; anything else is for a screen reader. */
  readonly said: string;
  readonly isProblem: boolean;
}

export type PickingEvent =
  | { readonly type: 'pick'; readonly field: FieldRef; readonly by: HeldField['by'] }
  | { readonly type: 'select'; readonly field: FieldRef | undefined }
  | { readonly type: 'over'; readonly id: string | undefined }
  /** The held field met a field of the other side. */
  | { readonly type: 'met'; readonly source: string; readonly target: string; readonly connection: Connection }
  /** One of the meanings was chosen. */
  | { readonly type: 'chosen' }
  | { readonly type: 'cancel' }
  /** A line was selected, and its target field with it. */
  | { readonly type: 'line'; readonly key: string; readonly target: string }
  | { readonly type: 'say'; readonly text: string; readonly isProblem: boolean };

export const startPicking: PickingState = {
  selected: undefined,
  held: undefined,
  over: undefined,
  choice: undefined,
  line: undefined,
  said: '',
  isProblem: false,
};

const nothingHeld = { held: undefined, over: undefined, choice: undefined, line: undefined, isProblem: false } as const;

/** What the pointer and the keyboard do to fields. What a line changes in the text is decided elsewhere. */
export function pickingState(state: PickingState, event: PickingEvent): PickingState {
  switch (event.type) {
    case 'pick':
      return picked(state, event);
    case 'select':
      return { ...state, ...nothingHeld, selected: event.field, said: '' };
    case 'over':
      return state.over === event.id ? state : { ...state, over: event.id };
    case 'met':
      return met(state, event);
    case 'chosen': {
      const { choice } = state;
      return choice === undefined ? state : connected(state, choice.source, choice.target);
    }
    case 'cancel':
      return state.held === undefined && state.choice === undefined
        ? state
        : { ...state, ...nothingHeld, said: 'Cancelled. Nothing has changed.' };
    case 'line':
      return { ...state, ...nothingHeld, line: event.key, selected: { side: 'target', id: event.target }, said: '' };
    case 'say':
      return { ...state, said: event.text, isProblem: event.isProblem };
  }
}

/** Picking the held field again puts it down; it stays selected. */
function picked(state: PickingState, { field, by }: Extract<PickingEvent, { type: 'pick' }>): PickingState {
  const { side, id } = field;
  const isHeld = state.held?.side === side && state.held.id === id;
  if (isHeld && by !== 'drag') return { ...state, ...nothingHeld, selected: field, said: `${id} is put down.` };
  const other = side === 'source' ? 'a target field' : 'a source field';
  return {
    ...state,
    ...nothingHeld,
    selected: field,
    held: { side, id, by },
    said: `${id} is picked up. Choose ${other} for it, or press Escape.`,
  };
}

function met(state: PickingState, event: Extract<PickingEvent, { type: 'met' }>): PickingState {
  const { source, target, connection } = event;
  switch (connection.kind) {
    case 'connected':
      return connected(state, source, target);
    case 'refused':
      // A dragged field falls back; a picked one stays, so that another field can be chosen.
      return {
        ...state,
        ...(state.held?.by === 'drag' ? nothingHeld : {}),
        over: undefined,
        said: connection.reason,
        isProblem: true,
      };
    case 'choose': {
      const { question, choices } = connection;
      return {
        ...state,
        over: undefined,
        choice: { source, target, question, choices },
        said: question,
        isProblem: false,
      };
    }
  }
}

const connected = (state: PickingState, source: string, target: string): PickingState => ({
  ...state,
  ...nothingHeld,
  selected: { side: 'target', id: target },
  said: `${target} now comes from ${source}.`,
});
