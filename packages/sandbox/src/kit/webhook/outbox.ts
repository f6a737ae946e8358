import type { FaultPlan } from '../faults.ts';
import type { SandboxState } from '../state.ts';
import { sendWebhook } from './send.ts';
import { standardWebhook } from './sign.ts';
import type { WebhookSigner } from './sign.ts';
import { subscribersOf, subscriptions } from './subscriptions.ts';
import type { Subscription } from './subscriptions.ts';

export interface OutboxEvent {
  readonly id: string;
  readonly type: string;
  readonly body: object;
}

/** One event on its way to one subscriber. */
export interface EventDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly subscriptionId: string;
  /** The body as sent: every attempt sends the same bytes. */
  readonly body: string;
  readonly attempts: number;
  readonly status: 'pending' | 'delivered' | 'abandoned';
  readonly lastProblem: string | null;
}

const COLLECTION = '__deliveries';
/** How many delivered events are kept for reading. Older ones are dropped. */
const KEPT_DELIVERIES = 500;
const DEFAULT_HOLD_MS = 1000;

export interface OutboxOptions {
  /** Waiting time before each further attempt; after the last one the delivery is abandoned. */
  readonly retryDelaysMs?: readonly number[];
  readonly attemptTimeoutMs?: number;
  /** How the vendor signs its events; by Standard Webhooks when absent. */
  readonly sign?: WebhookSigner;
}

const DEFAULT_RETRY_DELAYS_MS = [250, 1000, 2000, 5000, 10_000, 30_000, ...Array.from({ length: 30 }, () => 60_000)];

/**
 * Sends signed events to their subscribers in order, and retries with backoff until the receiver answers 2xx. Pending
 * events survive restarts.
 */
export class EventOutbox {
  readonly #state: SandboxState;
  readonly #faults: FaultPlan;
  readonly #retryDelaysMs: readonly number[];
  readonly #attemptTimeoutMs: number;
  readonly #sign: WebhookSigner;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #chains = new Map<string, Promise<void>>();
  readonly #held: (() => void)[] = [];
  readonly #stop = new AbortController();

  constructor(state: SandboxState, faults: FaultPlan, options: OutboxOptions = {}) {
    this.#state = state;
    this.#faults = faults;
    this.#retryDelaysMs = options.retryDelaysMs ?? DEFAULT_RETRY_DELAYS_MS;
    this.#attemptTimeoutMs = options.attemptTimeoutMs ?? 10_000;
    this.#sign = options.sign ?? standardWebhook;
  }

  /** Stores one delivery per subscriber and starts sending. Returns at once. */
  emit(event: OutboxEvent): void {
    const deliveries = subscribersOf(this.#state, event.type).map((each) => this.#store(event, each));
    const send = (): void => {
      for (const delivery of deliveries) this.#enqueue(delivery.id, delivery.subscriptionId);
    };
    const subject = { event: event.type };
    const hold = this.#faults.take(['out-of-order-events'], subject);
    if (hold !== undefined) {
      this.#hold(send, hold.delayMs ?? DEFAULT_HOLD_MS);
      return;
    }
    send();
    if (this.#faults.take(['duplicate-event'], subject) !== undefined) send();
    for (const release of this.#held.splice(0)) release();
  }

  deliveries(): EventDelivery[] {
    return this.#state.collection<EventDelivery>(COLLECTION).all();
  }

  /** Sends a delivery once more, whatever its status. Returns false when there is none with that id. */
  redeliver(id: string): boolean {
    const delivery = this.#state.collection<EventDelivery>(COLLECTION).get(id);
    if (delivery === undefined) return false;
    this.#enqueue(id, delivery.subscriptionId);
    return true;
  }

  /** Resumes what an earlier process left pending. */
  resume(): void {
    for (const each of this.deliveries()) if (each.status === 'pending') this.#enqueue(each.id, each.subscriptionId);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#chains.values());
  }

  #store(event: OutboxEvent, subscription: Subscription): EventDelivery {
    const deliveries = this.#state.collection<EventDelivery>(COLLECTION);
    const settled = deliveries.filter((each) => each.status !== 'pending');
    for (const old of settled.slice(0, Math.max(0, settled.length - KEPT_DELIVERIES))) deliveries.delete(old.id);
    const id = `delivery-${this.#state.next(COLLECTION)}`;
    return deliveries.insert(id, {
      id,
      eventId: event.id,
      eventType: event.type,
      subscriptionId: subscription.id,
      body: JSON.stringify(event.body),
      attempts: 0,
      status: 'pending',
      lastProblem: null,
    });
  }

  /** Makes one attempt at a time per subscriber, so that the order holds unless an attempt fails. */
  #enqueue(deliveryId: string, subscriptionId: string): void {
    const before = this.#chains.get(subscriptionId) ?? Promise.resolve();
    this.#chains.set(
      subscriptionId,
      before.then(() => this.#attempt(deliveryId)),
    );
  }

  async #attempt(deliveryId: string): Promise<void> {
    const deliveries = this.#state.collection<EventDelivery>(COLLECTION);
    const delivery = deliveries.get(deliveryId);
    if (delivery === undefined || this.#stop.signal.aborted) return;
    const subscription = subscriptions(this.#state).find((each) => each.id === delivery.subscriptionId);
    if (subscription === undefined) {
      deliveries.update(deliveryId, { status: 'abandoned', lastProblem: 'The subscription was removed.' });
      return;
    }
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(this.#attemptTimeoutMs)]);
    const problem = await sendWebhook(subscription, delivery, this.#sign, signal);
    if (this.#stop.signal.aborted || !deliveries.has(deliveryId)) return;
    this.#settle(deliveryId, delivery.attempts + 1, problem);
  }

  #settle(deliveryId: string, attempts: number, problem: string | null): void {
    const deliveries = this.#state.collection<EventDelivery>(COLLECTION);
    const delayMs = this.#retryDelaysMs[attempts - 1];
    const status = problem === null ? 'delivered' : delayMs === undefined ? 'abandoned' : 'pending';
    const { subscriptionId } = deliveries.update(deliveryId, { attempts, status, lastProblem: problem });
    if (status === 'pending') this.#later(() => this.#enqueue(deliveryId, subscriptionId), delayMs ?? 0);
  }

  /** Holds an event back until a later one has gone out or the time is up. */
  #hold(send: () => void, atMostMs: number): void {
    let isReleased = false;
    const release = (): void => {
      if (isReleased) return;
      isReleased = true;
      send();
    };
    this.#held.push(release);
    this.#later(release, atMostMs);
  }

  #later(work: () => void, delayMs: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, delayMs);
    this.#timers.add(timer);
  }
}
