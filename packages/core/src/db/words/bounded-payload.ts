/* How a payload that is too large to be kept is stored. Free of database code: screens use it too. */

/** The beginning of a payload, in its place. */
export interface BoundedPayload {
  readonly $bounded: true;
  /** It has more characters than this. */
  readonly longerThan: number;
  readonly start: string;
}

export const isBoundedPayload = (value: unknown): value is BoundedPayload =>
  typeof value === 'object' && value !== null && '$bounded' in value && value.$bounded === true;
