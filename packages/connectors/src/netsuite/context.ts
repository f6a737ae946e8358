import type { SessionDependencies } from '@throughline/core/connector';
import type { NetsuiteApi } from './api.ts';
import type { AccountSchema } from './account-schema.ts';

/** What the operations of one session share. */
export interface NetsuiteContext {
  readonly api: NetsuiteApi;
  readonly account: AccountSchema;
  readonly concurrency: number;
  readonly dependencies: SessionDependencies;
}
