import type { SystemTx } from '@throughline/core/db';
import { environment } from '@throughline/core/db/schema/index';

/** The environments of every organisation. */
export const listEnvironments = (tx: SystemTx): Promise<{ environmentId: string; organisationId: string }[]> =>
  tx.select({ environmentId: environment.id, organisationId: environment.organisationId }).from(environment);
