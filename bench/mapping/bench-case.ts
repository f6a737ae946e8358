/** One realistic mapping, its data, and what an engineer would write in its place. */
export interface BenchCase {
  readonly name: string;
  readonly text: string;
  readonly input: unknown;
  /** Gives what the mapping gives for any input of this shape. A field that is missing is left out. */
  readonly byHand: (input: never) => unknown;
}
