/* What a replay repeats. Free of database code: screens use it too. */

/**
 * One item of a loop, as a replay finds it again: by its key, or where the loop has no keys by what it held, or by its
 * position.
 */
export interface ItemPlace {
  /** Id of the `for-each` step. */
  readonly loop: string;
  readonly index: number;
  /** Null where the loop gives its items no key. */
  readonly key: string | null;
  /** Hash of what the list held there, where it has no key and other loops run inside it. */
  readonly hash?: string;
  /** The item as an operator left it, where that is not what the list holds. */
  readonly edited?: { readonly data: unknown };
}

/** How an effect of a run is taken back when a later step fails for good. Plain data, because it is journaled. */
export interface UndoEntry {
  readonly stepId: string;
  readonly path: string;
  /** The run that wrote the record: a record that another run has written since is not this entry's to take back. */
  readonly runId?: string | undefined;
  /** The item of a loop that is taken back while its run goes on: what other items have used since is not its own. */
  readonly item?: { readonly runId: string; readonly prefix: string } | undefined;
  /** Names the delivery. */
  readonly definitionId: string;
  readonly step: string;
  readonly recordKey: string;
  readonly connection: string;
  readonly object: string;
  /** The vendor's id of the record. */
  readonly externalId: string;
  readonly undo: { readonly operation: 'delete' } | { readonly operation: 'update'; readonly record: unknown };
}

/**
 * What a replay of an exception repeats: the whole run, one item of a loop, taking back an effect, reading the record of
 * an event, or judging an event whose data is known; nothing where an exception only reports something that a person has
 * to look at. The loops around an item come outermost first. The entry is null where an earlier release recorded too
 * little to try the undo again.
 */
export type ReplayTarget =
  | { readonly kind: 'run' }
  | { readonly kind: 'item'; readonly place: readonly ItemPlace[] }
  | { readonly kind: 'undo'; readonly entry: UndoEntry | null }
  | { readonly kind: 'event'; readonly eventId: string }
  | { readonly kind: 'judge'; readonly eventId: string }
  | { readonly kind: 'nothing' };

/** What a replay repeats, where there is one. */
export type RepeatedTarget = Exclude<ReplayTarget, { readonly kind: 'nothing' }>;

/**
 * What a run is limited to that does less than everything: the repeated item with its data, or an undo. A test run may
 * begin at a step and get outputs by step id, which take the place of executing those steps.
 */
export type RunTarget =
  | { readonly kind: 'test'; readonly from: string | null; readonly given: Readonly<Record<string, unknown>> }
  | { readonly kind: 'item'; readonly place: readonly ItemPlace[]; readonly item: unknown }
  | { readonly kind: 'undo'; readonly entry: UndoEntry | null };

/** Names an item for people, for example `lines "L-2" in orders "B"`. */
export const describePlace = (place: readonly ItemPlace[]): string =>
  place
    .toReversed()
    .map(({ loop, index, key }) => (key === null ? `item ${index + 1} of ${loop}` : `item "${key}" of ${loop}`))
    .join(' in ');
