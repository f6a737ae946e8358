export type ConnectionErrorCode =
  | 'CONNECTION_NOT_FOUND'
  | 'CONNECTION_KEY_TAKEN'
  | 'CONNECTION_CONFLICT'
  | 'CONNECTION_IN_USE'
  | 'SECRETS_NEEDED';

/** A connection cannot do what was asked; the message says what to do and never holds a secret. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly code: ConnectionErrorCode;

  constructor(code: ConnectionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
