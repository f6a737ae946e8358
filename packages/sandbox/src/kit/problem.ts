/** Something every system can run into; each system answers it in its vendor's own error shape. */
export type VendorProblem =
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number | undefined }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unknown-route'; readonly method: string; readonly path: string }
  /** A route the vendor has and this stand-in does not: must be answered loudly, never as an empty success. */
  | { readonly kind: 'not-implemented'; readonly method: string; readonly path: string; readonly note: string }
  /** What a handler threw: the system's own refusal class, to be answered as such, or a defect of the stand-in, to be answered 500. */
  | { readonly kind: 'internal'; readonly error: Error };
