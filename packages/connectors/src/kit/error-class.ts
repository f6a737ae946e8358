import type { ErrorClass } from '@throughline/core/connector/error';

/** Maps a status to an error class when the vendor's code says nothing more exact. */
export function classOfStatus(status: number): ErrorClass {
  switch (status) {
    case 401:
      return 'auth';
    case 402:
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 409:
    case 412:
      return 'conflict';
    case 410:
      return 'gone';
    case 400:
    case 413:
    case 414:
    case 415:
    case 422:
      return 'validation';
    case 423:
      return 'lock';
    case 429:
      return 'throttled';
    case 408:
    case 425:
      return 'transient';
    default:
      return status >= 500 ? 'transient' : 'fatal';
  }
}

/** A gateway that answers with these may have passed the request on. 503 and 429 say that it was turned away. */
export function mayHaveTakenEffect(status: number): boolean {
  return status === 408 || status === 500 || status === 502 || status === 504;
}
