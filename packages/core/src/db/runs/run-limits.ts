/**
 * How much of an organisation is in the engine at the same time. What comes on top waits in the table of runs, in order
 * of arrival, so a flood of one organisation delays that organisation and nobody else.
 */
export const runLimits = {
  /** Runs that are queued or running, test runs aside. */
  active: 100,
  /** The active ones, and those that wait for a time, an event or a person. */
  unfinished: 1000,
  /** Test runs. Somebody waits for each of them, so one more is refused instead of waiting. */
  tests: 20,
} as const;
