/** A request as a public integration sends it, and what should come of it. */
export interface PublicRequest {
  /** Repository or product whose source builds the request. */
  readonly client: string;
  readonly method: string;
  /** From the root of the server. */
  readonly path: string;
  /** An object is sent as JSON, a text as a form. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * How many records the right answer holds, `answered` where it is not a list, or `refused`: in the vendor's error shape.
   */
  readonly expected: number | 'answered' | 'refused';
}

/** Percent-encodes the values of a query; a space as `%20`, which every OAuth 1.0 signer reads alike. */
export function query(parameters: Readonly<Record<string, string>>): string {
  return `?${new URLSearchParams(parameters).toString().replaceAll('+', '%20')}`;
}
