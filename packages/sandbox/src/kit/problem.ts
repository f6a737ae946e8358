import type { RefusedParameter } from './parameters/check-parameters.ts';

/** A problem that every system can have. Each system answers it in its vendor's own error shape. */
export type VendorProblem =
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number | undefined }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unknown-route'; readonly method: string; readonly path: string }
  /** A route that the vendor has and this stand-in does not. It must be answered loudly, never as an empty success. */
  | { readonly kind: 'not-implemented'; readonly method: string; readonly path: string; readonly note: string }
  /** A parameter that the route does not follow; where the vendor refuses such a parameter itself, in his words. */
  | {
      readonly kind: 'parameter';
      readonly method: string;
      readonly path: string;
      readonly parameter: RefusedParameter;
    }
  /**
   * Sorts what a handler threw: the system's own refusal is answered as such, and anything else is a defect of the
   * stand-in and answered with 500.
   */
  | { readonly kind: 'internal'; readonly error: Error };
