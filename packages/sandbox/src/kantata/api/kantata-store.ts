import type { SandboxClock } from '../../kit/clock.ts';
import type { FaultPlan } from '../../kit/faults.ts';
import type { SandboxState } from '../../kit/state.ts';
import { plainText } from './plain-text.ts';
import type { Attributes, KantataRecord, ResourceKey } from './record.ts';

/** Ids of each kind start at a different number, so that an id of the wrong kind never matches by accident. */
const ID_BASE: Readonly<Record<ResourceKey, number>> = {
  workspaces: 41_000_000,
  stories: 62_000_000,
  workspace_groups: 2_100_000,
  users: 11_300_000,
  account_memberships: 12_400_000,
  roles: 510_000,
  rate_card_sets: 8_000,
  rate_card_set_versions: 9_000,
  rate_cards: 18_000,
  rate_card_versions: 28_000,
  rate_card_roles: 380_000,
  workspace_resources: 33_000_000,
  participations: 71_000_000,
  assignments: 81_000_000,
  time_entries: 91_000_000,
  external_references: 5_500_000,
  custom_fields: 640_000,
  custom_field_values: 7_700_000,
  subscribed_events: 990_000_000,
};

/** The user whose token integrations use. */
export const INTEGRATION_USER_ID = String(ID_BASE.users + 1);
export const ACCOUNT_ID = '7012345';

export class KantataStore {
  readonly #state: SandboxState;
  readonly #clock: SandboxClock;
  readonly #faults: FaultPlan | undefined;

  constructor(state: SandboxState, clock: SandboxClock, faults?: FaultPlan) {
    this.#state = state;
    this.#clock = clock;
    this.#faults = faults;
  }

  get(key: ResourceKey, id: unknown): KantataRecord | undefined {
    return this.#collection(key).get(plainText(id));
  }

  all(key: ResourceKey): KantataRecord[] {
    return this.#collection(key).all();
  }

  /** Records whose attribute equals the value. Ids are compared as text. */
  where(key: ResourceKey, attribute: string, value: unknown): KantataRecord[] {
    return this.#collection(key).filter((each) => plainText(each[attribute]) === plainText(value));
  }

  insert(key: ResourceKey, attributes: Attributes): KantataRecord {
    const id = String(ID_BASE[key] + this.#state.next(`kantata-${key}`));
    const now = this.now();
    return this.#collection(key).insert(id, { created_at: now, updated_at: now, ...attributes, id });
  }

  update(key: ResourceKey, id: string, attributes: Attributes): KantataRecord {
    return this.#collection(key).update(id, { ...attributes, updated_at: this.now() });
  }

  remove(key: ResourceKey, id: string): void {
    this.#collection(key).delete(id);
  }

  /** Kantata's instants carry an offset and no milliseconds. */
  now(): string {
    return `${this.#clock.now().toISOString().slice(0, 19)}+00:00`;
  }

  today(): string {
    return this.now().slice(0, 10);
  }

  nowMs(): number {
    return this.#clock.nowMs();
  }

  takeEventFault(kind: 'duplicate-event' | 'out-of-order-events', event: string): boolean {
    return this.#faults?.take([kind], { event }) !== undefined;
  }

  transaction<T>(work: () => T): T {
    return this.#state.transaction(work);
  }

  #collection(key: ResourceKey) {
    return this.#state.collection<KantataRecord>(key === 'subscribed_events' ? '__subscribed_events' : key);
  }
}
