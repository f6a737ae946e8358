import type { ViewUpdate } from '@codemirror/view';

/**
 * Numbers the stretches of continuous typing in an editor. Typing where the last keystroke ended continues a stretch.
 * Moving the caret, changing from typing to deleting, and any other edit begins a new one.
 */
export class TypingRuns {
  #run = 0;
  #kind: string | undefined;
  #end = -1;

  next({ transactions, changes }: ViewUpdate): number {
    const kind = ['input.type', 'delete'].find((event) => transactions.some((each) => each.isUserEvent(event)));
    let from = -1;
    let to = -1;
    let end = -1;
    changes.iterChanges((fromA, toA, _fromB, toB) => {
      from = from < 0 ? fromA : from;
      to = toA;
      end = toB;
    });
    const isContinued = kind !== undefined && kind === this.#kind && (from === this.#end || to === this.#end);
    if (!isContinued) this.#run += 1;
    this.#kind = kind;
    this.#end = end;
    return this.#run;
  }
}
