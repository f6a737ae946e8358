import type { SourceRecord } from '@throughline/core/connector';

/** How a delivered record stands: as it was delivered, gone, or changed by somebody else since. */
export type Looked =
  | { readonly as: 'delivered' }
  | { readonly as: 'gone' }
  | { readonly as: 'changed'; readonly record: SourceRecord };
