import { withOrganisation } from '@throughline/core/db';
import type { Services } from '../run/run-context.ts';
import { claimEvents, type ClaimedEvent } from '../store/claim-events.ts';
import { postponeEvent } from '../store/record-events.ts';
import { receiveEvent } from './receive-event.ts';

/** How many events a worker handles at once, in total and per connection: a slow system must not hold up the others. */
const maxInHand = 40;
const maxOfConnection = 8;
/** An event that failed because of an internal error is tried again after this. */
const failedWaitMs = 5000;

/** Reads the records of waiting events. Every worker does this, and no two workers have the same event. */
export class EventReceiver {
  readonly #services: Services;
  readonly #inHand = new Map<string, { readonly connectionId: string; readonly done: Promise<void> }>();
  #turn: Promise<void> | undefined;
  #isAskedAgain = false;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Looks for waiting events now, instead of with the next turn. Never fails. */
  readonly kick = (): void => {
    this.turn().catch((error: unknown) => {
      this.#services.log.warn({ err: error }, 'Looking for waiting events failed; the next turn tries again.');
    });
  };

  async turn(): Promise<void> {
    this.#isAskedAgain = true;
    this.#turn ??= this.#claimAll().finally(() => (this.#turn = undefined));
    return this.#turn;
  }

  /** Resolves when the events in hand are settled or postponed. */
  async settle(): Promise<void> {
    await this.#turn?.catch(() => undefined);
    await Promise.allSettled([...this.#inHand.values()].map(({ done }) => done));
  }

  async #claimAll(): Promise<void> {
    const { db, lease, activity } = this.#services;
    while (this.#isAskedAgain && lease.isConfirmed && !activity.isDraining) {
      this.#isAskedAgain = false;
      const limit = Math.min(maxInHand - this.#inHand.size, maxOfConnection);
      if (limit <= 0) return;
      const claimed = await claimEvents(db, {
        workerId: lease.workerId,
        limit,
        inHandIds: [...this.#inHand.keys()],
        busyConnectionIds: this.#busyConnections(),
      });
      for (const event of claimed) this.#take(event);
      if (claimed.length === limit) this.#isAskedAgain = true;
    }
  }

  #take(event: ClaimedEvent): void {
    const done = receiveEvent(this.#services, event)
      .catch((error: unknown) => this.#postpone(event, error))
      .finally(() => {
        this.#inHand.delete(event.eventId);
        // The next event of the record, or of the connection, may be due.
        this.kick();
      });
    this.#inHand.set(event.eventId, { connectionId: event.connectionId, done });
  }

  async #postpone({ eventId, organisationId }: ClaimedEvent, error: unknown): Promise<void> {
    const { db, lease, log } = this.#services;
    log.error({ err: error, eventId }, 'An event failed because of an internal error; it is tried again.');
    const message = error instanceof Error ? error.message : String(error);
    const postponement = { eventId, workerId: lease.workerId, waitMs: failedWaitMs, message, isAttempt: true };
    // If the database does not answer, the event stays claimed, and the next turn finds that it is not in hand.
    await withOrganisation(db, organisationId, (tx) => postponeEvent(tx, postponement)).catch(() => undefined);
  }

  #busyConnections(): string[] {
    const counts = new Map<string, number>();
    for (const { connectionId } of this.#inHand.values()) counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1);
    return [...counts].flatMap(([connectionId, count]) => (count >= maxOfConnection ? [connectionId] : []));
  }
}
