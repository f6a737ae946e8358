import { expect, it } from 'vitest';
import { adoptPart } from './adopt-part.ts';
import type { PartResult } from './child-workflows.ts';
import { journals, newestJournal } from './journals.ts';
import type { Frame } from './run-context.ts';

const part = (waitedMs: number): PartResult => ({
  steps: {},
  outputs: [],
  failure: null,
  undo: [],
  origins: [],
  response: null,
  waitedMs,
});

/** The deadline of a run after parts that were started with these deadlines and waited as long as these say. */
const deadlineAfter = (journal: number, parts: readonly (readonly [startedWith: number, waitedMs: number])[]) => {
  const context = { journal, deadlineMs: 100, undo: [], origins: new Map(), response: undefined };
  const frame = { context, scope: { steps: {} } } as unknown as Frame;
  for (const [startedWith, waitedMs] of parts) adoptPart(frame, part(waitedMs), startedWith);
  return frame.context.deadlineMs;
};

it.each([
  [
    'the longest wait of parts side by side',
    newestJournal,
    [
      [100, 20],
      [100, 50],
      [100, 30],
    ],
    150,
  ],
  [
    'the waits of parts one after the other',
    newestJournal,
    [
      [100, 20],
      [120, 50],
    ],
    170,
  ],
  [
    'every wait in a run that an earlier release began',
    journals.takesOverLostRuns,
    [
      [100, 20],
      [100, 50],
    ],
    170,
  ],
] as const)('moves the deadline by %s', (_title, journal, parts, expected) => {
  expect(deadlineAfter(journal, parts)).toBe(expected);
});
