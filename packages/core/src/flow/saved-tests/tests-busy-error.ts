/** The saved tests of a change did not get a turn. This says nothing about the change. */
export class TestsBusyError extends Error {
  override readonly name = 'TestsBusyError';
  readonly code = 'TOO_BUSY';

  constructor() {
    super('Nothing was done, because the saved tests of other changes are running. Try again in a minute.');
  }
}
