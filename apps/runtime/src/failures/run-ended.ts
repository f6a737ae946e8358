/**
 * Leaves a run from anywhere inside it, past every `onError`: it was cancelled, or it was to repeat single items of a
 * loop and has done so.
 */
export class RunEnded extends Error {
  override readonly name = 'RunEnded';
  readonly reason: 'cancelled' | 'items-replayed';

  constructor(reason: RunEnded['reason']) {
    super(`The run ended: ${reason}.`);
    this.reason = reason;
  }
}
