/** Thrown while generating: the whole mapping is left to the closures, because its code would be too large. */
export class TooMuchCode extends Error {
  override readonly name = 'TooMuchCode';

  constructor() {
    super('The code for this mapping would be too long: it calls functions within functions, or is nested, too often.');
  }
}
