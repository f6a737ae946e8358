export type RefusalKind = 'not-found' | 'invalid' | 'conflict' | 'forbidden' | 'too-many';

/** A request that cannot be fulfilled, for a reason on which the person can act. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  /** Upper-case words joined by underscores, stable for tests and support. */
  readonly code: string;

  constructor(kind: RefusalKind, code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.kind = kind;
    this.code = code;
  }
}
