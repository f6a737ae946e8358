import type { JournalEntry, SessionDependencies } from '@throughline/core/connector';

export interface TestDependencies {
  readonly dependencies: SessionDependencies;
  readonly journal: JournalEntry[];
  /** Every wait that was asked for, in milliseconds. */
  readonly sleeps: number[];
}

/** A clock whose time passes at once: a sleep moves it forward and returns, so waiting is tested without waiting. */
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
