/** One thing that can be inserted at the caret. */
export interface ExpressionCompletion {
  readonly label: string;
  readonly kind: 'field' | 'variable' | 'function' | 'key' | 'value-map';
  /** Text that replaces the part already typed; the label when absent. */
  readonly apply?: string;
  readonly detail?: string;
  readonly info?: string;
  /** Of equal matches, the one with the higher value comes first. */
  readonly boost?: number;
}
