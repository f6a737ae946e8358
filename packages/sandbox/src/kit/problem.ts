/** A problem that every system can have. Each system answers it in its vendor's own error shape. */
export type VendorProblem =
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number | undefined }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unknown-route'; readonly method: string; readonly path: string }
  /** A route that the vendor has and this stand-in does not. It must be answered loudly, never as an empty success. */
  | { readonly kind: 'not-implemented'; readonly method: string; readonly path: string; readonly note: string }
  /**
   * Sorts what a handler threw: the system's own refusal is answered as such, and anything else is a defect of the
   * stand-in and answered with 500.
   */
  | { readonly kind: 'internal'; readonly error: Error };
