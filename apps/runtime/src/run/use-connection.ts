import { ConnectorError } from '@throughline/core/connector/error';
import type { UsedConnection } from '../connections/connections.ts';
import { SystemFailure } from '../failures/failure-of.ts';
import type { RunContext } from './run-context.ts';

/**
 * Lets a step speak to the connection that its flow names by key.
 * @throws SystemFailure for an error of the connector
 */
export async function useConnection<Result>(
  context: RunContext,
  key: string,
  work: (used: UsedConnection) => Promise<Result>,
): Promise<Result> {
  const { services, organisationId, environmentId, runId, mode } = context;
  const use = { organisationId, environmentId, key, runId, isInteractive: mode === 'test' };
  let system = key;
  try {
    return await services.connections.use(use, (used) => {
      system = used.row.system;
      return work(used);
    });
  } catch (error) {
    throw error instanceof ConnectorError ? new SystemFailure(system, error) : error;
  }
}
