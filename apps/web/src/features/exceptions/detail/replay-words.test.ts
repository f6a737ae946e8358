import { describe, expect, it } from 'vitest';
import { replayWords } from './replay-words.ts';

describe('replayWords', () => {
  it('says which part of the run is repeated', () => {
    const place = [
      { loop: 'orders', index: 1, key: 'B' },
      { loop: 'lines', index: 2, key: null },
    ];
    expect(replayWords({ kind: 'item', place }, false)).toEqual({
      button: 'Replay this item',
      question: 'Replay this item?',
      description:
        'Only item 3 of lines in item "B" of orders runs again, with what is published now. Records already written are found, never duplicated.',
      action: 'Replay',
    });
    expect(replayWords({ kind: 'run' }, true).button).toBe('Replay with this payload');
    expect(replayWords({ kind: 'event', eventId: 'e-1' }, false).button).toBe('Read the record again');
    expect(replayWords({ kind: 'undo', entry: null }, false).button).toBe('Take it back');
  });
});
