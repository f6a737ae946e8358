/**
 * What the journal of a run holds, from the release in which the run began: a resumed run must go the way that its
 * journal has. Each release can do what those before it can.
 */
export const journals = {
  /** The clock is read between steps without effects. */
  readsClock: 1,
  /** What it says then ends the whole run, and it is read between parts, too. */
  endsWholeRun: 2,
  /** A caller takes over what a called run left that was cancelled or given up. */
  takesOverLostRuns: 3,
  /** Waits of parts that run side by side are not added up. */
  countsLongestWait: 4,
} as const;

/** Of a run that begins now. */
export const newestJournal = journals.countsLongestWait;

/** As a run or a part noted it when it began. `readsClock` is what the first release with a mark noted. */
export interface JournalMark {
  readonly journal?: number | undefined;
  readonly readsClock?: boolean | undefined;
}

export const journalOf = ({ journal, readsClock }: JournalMark): number =>
  journal ?? (readsClock === true ? journals.readsClock : 0);
