import { and, eq, ne } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { change } from '@throughline/core/db/schema/change';
import { exception } from '@throughline/core/db/schema/run';

/** What is waiting for somebody: open exceptions of an environment, and the organisation's changes in review. */
export const countWaiting = async (tx: OrganisationTx, environmentId: string) => ({
  openExceptions: await tx.$count(
    exception,
    and(eq(exception.environmentId, environmentId), ne(exception.state, 'resolved')),
  ),
  changesInReview: await tx.$count(change, eq(change.state, 'in-review')),
});
