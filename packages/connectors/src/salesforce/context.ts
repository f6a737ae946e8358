import type { SessionDependencies } from '@throughline/core/connector';
import type { SalesforceApi } from './api.ts';
import type { OrgSchema } from './org-schema.ts';

/** What the operations of one session share. */
export interface SalesforceContext {
  readonly api: SalesforceApi;
  readonly org: OrgSchema;
  /** The name of the custom field that holds our key, on every object that has one. */
  readonly externalIdField: string;
  readonly dependencies: SessionDependencies;
}
