import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '@throughline/core/db';
import { isDatabaseDown } from '@throughline/core/db/is-database-down';
import type { Lease } from '../run/run-context.ts';
import { renewLease } from '../store/worker-lease.ts';

export interface WorkerLeaseOptions {
  readonly db: Database;
  readonly workerId: string;
  readonly leaseMs: number;
  /** Milliseconds that only go forward, even while the process is stopped or the clock is set. */
  readonly monotonicMs: () => number;
  readonly log: Logger;
  /** Called when this worker was declared dead. It must end the process, because others have its runs. */
  readonly onFenced: () => never;
}

/**
 * This process's right to act. It holds while the database has confirmed it within the lease. After a stall or an
 * outage nothing happens until the database confirms it again. When the database says that others have taken over, the
 * process ends.
 */
export class WorkerLease implements Lease {
  readonly #options: WorkerLeaseOptions;
  #confirmedAtMs: number;
  /** Since when confirmations have come without a gap. */
  #steadySinceMs: number;

  constructor(options: WorkerLeaseOptions) {
    this.#options = options;
    this.#confirmedAtMs = options.monotonicMs();
    // A process that starts had no outage, so whatever it finds lapsed had lapsed before.
    this.#steadySinceMs = this.#confirmedAtMs - options.leaseMs;
  }

  /** False for one lease after this worker itself came back, because the others' silence may have the same cause. */
  get mayJudgeOthers(): boolean {
    const { monotonicMs, leaseMs } = this.#options;
    return this.isConfirmed && monotonicMs() - this.#steadySinceMs >= leaseMs;
  }

  get workerId(): string {
    return this.#options.workerId;
  }

  /** False after a stall or an outage: nothing may leave this process until `ensure` returned. */
  get isConfirmed(): boolean {
    return this.#options.monotonicMs() - this.#confirmedAtMs < this.#options.leaseMs;
  }

  /** Returns once this worker may act: at once in the usual case, after the database answered otherwise. */
  async ensure(): Promise<void> {
    while (!this.isConfirmed) {
      await this.renew();
      if (!this.isConfirmed) await delay(200);
    }
  }

  /** Others have taken over. */
  fenced(): never {
    this.#options.log.fatal('This worker was declared dead and its runs have been taken over; it ends now.');
    this.#options.onFenced();
  }

  /** Sends one heartbeat. It says nothing about a database that does not answer; the lease just grows older. */
  async renew(): Promise<void> {
    const { db, workerId, leaseMs, log, monotonicMs } = this.#options;
    // The moment before the request counts, because the time that the answer took must not prolong the lease.
    const askedAtMs = monotonicMs();
    try {
      if (!(await renewLease(db, workerId, leaseMs))) {
        this.fenced();
      }
      if (askedAtMs - this.#confirmedAtMs >= leaseMs) this.#steadySinceMs = askedAtMs;
      this.#confirmedAtMs = askedAtMs;
    } catch (error) {
      if (!isDatabaseDown(error)) throw error;
      log.warn('The heartbeat found no database.');
    }
  }
}
