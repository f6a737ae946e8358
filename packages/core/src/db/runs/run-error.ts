export type RunErrorCode =
  | 'FLOW_NOT_LIVE'
  | 'FLOW_NOT_FOUND'
  | 'FLOW_UNREADABLE'
  | 'TOO_MANY_TESTS'
  | 'RUN_NOT_FOUND'
  | 'RUN_NOT_FINISHED'
  | 'RUN_FINISHED'
  | 'RUN_BEING_REPLAYED'
  | 'RUN_DATA_REMOVED'
  | 'EXCEPTION_NOT_FOUND'
  | 'EXCEPTION_NOT_OPEN'
  | 'PAYLOAD_NOT_EDITABLE'
  | 'NOTHING_TO_ADOPT'
  | 'NOTHING_TO_REPLAY'
  | 'EVENT_GONE'
  | 'APPROVAL_NOT_FOUND'
  | 'APPROVAL_DECIDED'
  | 'RUN_NOT_WAITING'
  | 'OWN_RUN'
  | 'REQUEST_TIMED_OUT'
  | 'REQUEST_FAILED'
  | 'TOO_BUSY';

/** A run cannot be started, repeated or changed; the message says why and what to do. */
export class RunError extends Error {
  override readonly name = 'RunError';
  readonly code: RunErrorCode;

  constructor(code: RunErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
