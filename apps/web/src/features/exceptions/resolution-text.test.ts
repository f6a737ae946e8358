import { describe, expect, it } from 'vitest';
import { resolutionReason, resolutionText } from './resolution-text.ts';

const open = {
  state: 'open',
  targetKind: 'run',
  replayRunId: null,
  resolution: null,
  resolutionReason: null,
  resolvedByName: null,
  replayRequest: null,
} as const;
const replayRequest = { byName: 'Olga Weiss', reason: 'The customer confirmed 30 days.', isPayloadEdited: true };

describe('how an exception ended', () => {
  it('says who resolved it by hand, and why', () => {
    const ended = {
      ...open,
      state: 'resolved',
      resolution: 'resolved',
      resolutionReason: 'Not wanted.',
      resolvedByName: 'Olga Weiss',
    } as const;
    expect([resolutionText(ended), resolutionReason(ended)]).toEqual(['Resolved by hand by Olga Weiss', 'Not wanted.']);
  });

  it('says who replayed it, with which payload, and why', () => {
    const ended = {
      ...open,
      state: 'resolved',
      resolution: 'replayed',
      resolutionReason: 'The replay succeeded.',
      replayRequest,
    } as const;
    expect([resolutionText(ended), resolutionReason(ended)]).toEqual([
      'Replayed by Olga Weiss with an edited payload; the replay succeeded',
      'The customer confirmed 30 days.',
    ]);
  });

  it('says what started when the record was read again', () => {
    const read = { ...open, state: 'resolved', targetKind: 'event', resolution: 'replayed' } as const;
    const by = { ...replayRequest, isPayloadEdited: false };
    expect([
      resolutionText({ ...read, replayRequest: by, replayRunId: 'r-1' }),
      resolutionText({ ...read, replayRequest: by, resolutionReason: 'The event was ignored. It is an echo.' }),
    ]).toEqual([
      'Replayed by Olga Weiss; the record was read and its run has started',
      'Replayed by Olga Weiss; the record was read again and started nothing (The event was ignored. It is an echo)',
    ]);
  });

  it('says what an event that was judged again has started', () => {
    const judged = { ...open, state: 'resolved', targetKind: 'judge', resolution: 'replayed' } as const;
    const by = { ...replayRequest, isPayloadEdited: false };
    expect([
      resolutionText({ ...judged, replayRequest: by, replayRunId: 'r-1' }),
      resolutionText({ ...judged, replayRequest: by, resolutionReason: 'The condition does not hold.' }),
    ]).toEqual([
      'Replayed by Olga Weiss; the event was judged and its run has started',
      'Replayed by Olga Weiss; the event was judged again and started nothing (The condition does not hold)',
    ]);
  });

  it('says nothing about an open one', () => {
    expect([resolutionText(open), resolutionReason(open)]).toEqual([undefined, undefined]);
  });
});
