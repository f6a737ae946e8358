import { matchesGlob } from '../faults.ts';
import type { SandboxState } from '../state.ts';

/** A receiver of events, registered through `/__control/subscriptions`; it survives restarts. */
export interface Subscription {
  readonly id: string;
  readonly url: string;
  /** `whsec_` plus base64. */
  readonly secret: string;
  /** Globs on the event type. An event is sent when one of them matches. */
  readonly events: readonly string[];
}

const COLLECTION = '__subscriptions';

/**
 * Registers a receiver. The same id, or without an id the same URL, changes the earlier registration instead of sending
 * every event twice. A receiver whose port changes from start to start should give an id.
 */
export function subscribe(
  state: SandboxState,
  wanted: Omit<Subscription, 'id'> & { readonly id?: string },
): Subscription {
  const subscriptions = state.collection<Subscription>(COLLECTION);
  const known = subscriptions.find((each) =>
    wanted.id === undefined ? each.url === wanted.url : each.id === wanted.id,
  );
  if (known !== undefined) return subscriptions.update(known.id, wanted);
  const id = wanted.id ?? `subscription-${state.next(COLLECTION)}`;
  return subscriptions.insert(id, { ...wanted, id });
}

export function unsubscribe(state: SandboxState, id: string): boolean {
  return state.collection<Subscription>(COLLECTION).delete(id);
}

export function subscriptions(state: SandboxState): Subscription[] {
  return state.collection<Subscription>(COLLECTION).all();
}

export function subscribersOf(state: SandboxState, eventType: string): Subscription[] {
  return subscriptions(state).filter((each) => each.events.some((glob) => matchesGlob(glob, eventType)));
}
