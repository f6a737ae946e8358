import { withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { untilDatabaseAnswers } from '../store/database-down.ts';
import type { RunContext } from './run-context.ts';

/** One transaction of the run's organisation, repeated until the database answers; `work` must be safe to repeat. */
export function inOrganisation<Result>(
  { services, organisationId }: Pick<RunContext, 'services' | 'organisationId'>,
  work: (tx: OrganisationTx) => Promise<Result>,
): Promise<Result> {
  return untilDatabaseAnswers(
    () => withOrganisation(services.db, organisationId, work),
    () => services.log.warn('The database does not answer; waiting for it.'),
  );
}
