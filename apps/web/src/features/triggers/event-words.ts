import type { Tone } from '#ui/pill.tsx';
import type { Outputs } from '../workspace/trpc.ts';

export type HeardEvent = Outputs['triggers']['events'][number];

/** Why events did not start a run, as a heading. */
export const reasonWords = {
  condition: 'condition is false',
  echo: 'echo of our own write',
  deletion: 'record deleted',
  repeated: 'nothing new',
  'not-live': 'flow not live any more',
} as const satisfies Record<NonNullable<HeardEvent['reason']>, string>;

export const eventTones = {
  waiting: 'waiting',
  started: 'live',
  ignored: 'skipped',
  unclaimed: 'paused',
} as const satisfies Record<HeardEvent['state'], Tone>;

export const eventWords = {
  waiting: 'waits for its record',
  started: 'started a run',
  ignored: 'ignored',
  unclaimed: 'nobody listens',
} as const satisfies Record<HeardEvent['state'], string>;
