import type { ViewUpdate } from '@codemirror/view';

/**
 * Numbers the stretches of typing in an editor. Typing on where the last key stroke ended continues a stretch; moving
 * elsewhere, going from typing to deleting, and everything that is no key stroke begins another one.
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
