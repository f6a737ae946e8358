/** Thrown while generating: this node is left to the closures. */
export class Uncovered extends Error {
  override readonly name = 'Uncovered';
}
