import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@throughline/core/db';
import { WorkerLease } from './worker-lease.ts';

describe('WorkerLease', () => {
  it('holds for the lease from the moment when the confirmation was requested, and no longer', () => {
    let nowMs = 0;
    const lease = new WorkerLease({
      db: openDatabase('postgresql://nobody@127.0.0.1:1/none'),
      workerId: 'w',
      leaseMs: 1000,
      monotonicMs: () => nowMs,
      log: pino({ level: 'silent' }),
      onFenced: () => {
        throw new Error('fenced');
      },
    });
    const seen = [0, 999, 1000, 5000].map((at) => {
      nowMs = at;
      return lease.isConfirmed;
    });
    expect(seen).toEqual([true, true, false, false]);
    expect(lease.mayJudgeOthers).toBe(false);
  });
});
