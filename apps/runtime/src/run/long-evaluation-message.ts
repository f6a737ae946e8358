import type { MappingErrorDetails } from '@throughline/core/mapping';
import type { Evaluation } from './compiled-mappings.ts';

/** What the thread evaluates. */
export interface LongRequest extends Evaluation {
  /** The engine's own limit when left out. */
  readonly maxTicks?: number | undefined;
}

/** The value, or what a `MappingError` is made of. */
export type LongReply =
  | { readonly value: unknown }
  | { readonly failure: Omit<MappingErrorDetails, 'text' | 'cause'> & { readonly message: string } };
