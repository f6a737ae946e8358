export interface SchemaChange {
  /** JSON pointer of the place in the newer schema, or in the older one for what was removed. */
  readonly pointer: string;
  readonly kind:
    | 'field-added'
    | 'field-removed'
    | 'field-required'
    | 'field-optional'
    | 'type-changed'
    | 'value-added'
    | 'value-removed'
    | 'limit-tightened'
    | 'limit-loosened'
    | 'format-changed'
    | 'closed'
    | 'opened'
    | 'wording-changed'
    | 'not-comparable';
  readonly isBreaking: boolean;
  /** One sentence that says what changed and whom it affects. */
  readonly sentence: string;
}
