import type { WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { callOptions, type UsedConnection } from '../../connections/connections.ts';

/** Sends one request. A connector that gives no outcome, or fails as a whole, has answered with an error. */
export async function writeOne({ session }: UsedConnection, request: WriteRequest): Promise<WriteOutcome> {
  try {
    const [outcome] = await session.write([request], callOptions);
    if (outcome !== undefined) return outcome;
    throw new ConnectorError('The connector gave no outcome for the record.', {
      class: 'transient',
      isOutcomeUnknown: true,
    });
  } catch (error) {
    if (error instanceof ConnectorError) return { isOk: false, error };
    throw error;
  }
}
