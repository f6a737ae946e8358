import type { MappingErrorDetails, ValueMapTables } from '@throughline/core/mapping';
import type { Scope } from './scope.ts';

/** What the thread evaluates. */
export interface LongRequest {
  readonly text: string;
  readonly input: unknown;
  readonly scope: Scope;
  readonly valueMaps: ValueMapTables;
  /** The clock of the run, in milliseconds since 1970. */
  readonly nowMs: number;
  /** The engine's own limit when left out. */
  readonly maxTicks?: number | undefined;
}

/** The value, or what a `MappingError` is made of. */
export type LongReply =
  | { readonly value: unknown }
  | { readonly failure: Omit<MappingErrorDetails, 'text' | 'cause'> & { readonly message: string } };
