import type { ChangePage, RecordChange } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { startRun } from '@throughline/core/db/start-run';
import { ConnectionHeld } from '../connections/connection-held.ts';
import { callOptions } from '../connections/connections.ts';
import { durationMs } from '../run/duration.ts';
import type { Services } from '../run/run-context.ts';
import { StepFailure } from '../failures/step-failure.ts';
import { claimPoll, moveCursor, notePollFailure, type CursorRow } from '../store/change-cursor.ts';
import { findConnection } from '../store/find-connection.ts';
import { versionWritten } from '../store/link.ts';
import type { TimedFlow } from '../store/list-timed-flows.ts';

type ChangeFlow = TimedFlow & { readonly trigger: Extract<TimedFlow['trigger'], { kind: 'change' }> };

/**
 * One turn of looking for changed records, when it is due. Polls overlap, so that nothing falls between two; what was
 * seen before is known by its version. A page's events and the cursor behind them are stored together.
 */
export async function pollChanges(services: Services, flow: ChangeFlow): Promise<void> {
  const { organisationId, environmentId, definitionId, trigger } = flow;
  const inOrganisation = <Result>(work: (tx: OrganisationTx) => Promise<Result>) =>
    withOrganisation(services.db, organisationId, work);
  const claimed = await inOrganisation(async (tx) => {
    const connection = await findConnection(tx, environmentId, trigger.connection);
    if (connection === undefined) return undefined;
    const everyMs = durationMs(trigger.every);
    return claimPoll(tx, { environmentId, definitionId, connectionId: connection.id, since: flow.liveSince, everyMs });
  });
  if (claimed === undefined) return;
  try {
    for (let cursor = claimed.cursor, hasMore = true; hasMore;) {
      const page = await readPage(services, flow, claimed, cursor);
      await inOrganisation((tx) => storePage(tx, flow, claimed, page));
      cursor = page.cursor;
      hasMore = page.hasMore;
    }
  } catch (error) {
    if (!(error instanceof ConnectorError || error instanceof ConnectionHeld || error instanceof StepFailure))
      throw error;
    services.log.warn({ definitionId, connection: trigger.connection, reason: error.message }, 'Polling failed.');
    await inOrganisation((tx) => notePollFailure(tx, claimed.id, error.message));
  }
}

function readPage(
  { connections }: Services,
  { organisationId, environmentId, definitionId, trigger }: ChangeFlow,
  { since }: CursorRow,
  cursor: string | null,
): Promise<ChangePage> {
  const use = { organisationId, environmentId, key: trigger.connection, runId: definitionId, isInteractive: false };
  return connections.use(use, ({ session }) =>
    session.changes(
      { object: trigger.object, since: since.toISOString(), ...(cursor === null ? {} : { cursor }) },
      callOptions,
    ),
  );
}

async function storePage(tx: OrganisationTx, flow: ChangeFlow, claimed: CursorRow, page: ChangePage): Promise<void> {
  const { connectionId } = claimed;
  const { object } = flow.trigger;
  for (const change of page.changes) {
    const written = await versionWritten(tx, { connectionId, object, externalId: change.id });
    await startRun(tx, {
      environmentId: flow.environmentId,
      definitionId: flow.definitionId,
      source: 'change',
      dedupeKey: `change:${connectionId}:${object}:${change.id}:${change.version}`,
      payload: payloadOf(change),
      connectionId,
      occurredAt: new Date(change.changedAt),
      ignoreBecause: written === change.version ? 'This is the echo of our own last write.' : undefined,
    });
  }
  await moveCursor(tx, claimed.id, { cursor: page.cursor, seen: page.changes.length });
}

/** `$trigger`: the record; of a deleted one what is left of it. */
const payloadOf = (change: RecordChange): unknown =>
  change.record ?? { id: change.id, isDeleted: true, deletedAt: change.changedAt };
