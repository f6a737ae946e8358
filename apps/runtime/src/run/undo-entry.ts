/** How an effect of a run is taken back when a later step fails for good. Plain data: it is journaled by parts. */
export interface UndoEntry {
  readonly stepId: string;
  readonly path: string;
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
