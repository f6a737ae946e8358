import { asc, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { connection, delivery } from '@throughline/core/db/schema/index';

/** What a run did to records in other systems, in order of start. */
export const loadDeliveries = (tx: OrganisationTx, runId: string) =>
  tx
    .select({
      id: delivery.id,
      step: delivery.step,
      recordKey: delivery.recordKey,
      connectionId: delivery.connectionId,
      connectionName: connection.name,
      system: delivery.system,
      object: delivery.object,
      operation: delivery.operation,
      state: delivery.state,
      externalId: delivery.externalId,
      effect: delivery.effect,
      attempts: delivery.attempts,
      errorMessage: delivery.errorMessage,
      updatedAt: delivery.updatedAt,
    })
    .from(delivery)
    .leftJoin(connection, eq(connection.id, delivery.connectionId))
    .where(eq(delivery.runId, runId))
    .orderBy(asc(delivery.createdAt));
