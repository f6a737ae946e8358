/** One entry of the vendor's error array. */
export interface ErrorEntry {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
  /** What a duplicate rule found; the spelling is the vendor's. */
  readonly duplicateResut?: object;
}

/** A refusal in the vendor's words; the route layer turns it into the array body with this status. */
export class SalesforceError extends Error {
  override name = 'SalesforceError';
  readonly status: number;
  readonly entries: readonly ErrorEntry[];

  constructor(status: number, entries: readonly ErrorEntry[]) {
    super(entries.map((each) => `${each.errorCode}: ${each.message}`).join('; '));
    this.status = status;
    this.entries = entries;
  }
}

/** A refusal with a single entry. `fields` appears in the body only when given, as at the vendor. */
export function refusal(
  status: number,
  errorCode: string,
  message: string,
  fields?: readonly string[],
): SalesforceError {
  return new SalesforceError(status, [fields === undefined ? { message, errorCode } : { message, errorCode, fields }]);
}

export const notFound = (): SalesforceError => refusal(404, 'NOT_FOUND', 'The requested resource does not exist');

export const malformedJson = (detail: string): SalesforceError => refusal(400, 'JSON_PARSER_ERROR', detail);

/** The code and message the platform uses when another transaction holds the record. */
export const LOCK_ERROR: ErrorEntry = {
  errorCode: 'UNABLE_TO_LOCK_ROW',
  message: 'unable to obtain exclusive access to this record or 1 records',
  fields: [],
};
