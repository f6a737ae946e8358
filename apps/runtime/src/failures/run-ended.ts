/**
 * Leaves a run from anywhere inside it, past every `onError`: it was cancelled, or it was to repeat one item of a loop
 * and has done so, or could not find it.
 */
export class RunEnded extends Error {
  override readonly name = 'RunEnded';
  readonly reason: 'cancelled' | 'item-replayed' | 'target-gone';

  /** `message` is for people when the target is gone. */
  constructor(reason: RunEnded['reason'], message = `The run ended: ${reason}.`) {
    super(message);
    this.reason = reason;
  }
}
