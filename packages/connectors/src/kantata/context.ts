import type { SessionDependencies } from '@throughline/core/connector';
import type { KantataApi } from './api.ts';

/** What the operations of one session share. */
export interface KantataContext {
  readonly api: KantataApi;
  readonly dependencies: SessionDependencies;
}
