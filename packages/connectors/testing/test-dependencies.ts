import type { JournalEntry, SessionDependencies } from '@throughline/core/connector';

export interface TestDependencies {
  readonly dependencies: SessionDependencies;
  readonly journal: JournalEntry[];
  /** Every wait that was requested, in milliseconds. */
  readonly sleeps: number[];
}

/** A clock for tests that never really waits: a sleep moves it forward and returns at once. */
export function createTestDependencies(more: Partial<SessionDependencies> = {}): TestDependencies {
  const journal: JournalEntry[] = [];
  const sleeps: number[] = [];
  let sleptMs = 0;
  return {
    journal,
    sleeps,
    dependencies: {
      now: () => Date.now() + sleptMs,
      random: () => 0.5,
      sleep: (durationMs, signal) => {
        signal?.throwIfAborted();
        sleeps.push(durationMs);
        sleptMs += durationMs;
        return Promise.resolve();
      },
      journal: (entry) => journal.push(entry),
      guard: () => undefined,
      ...more,
    },
  };
}
