import type { ChangePage } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { reportLostPlace } from '@throughline/core/db/events/report-lost-place';
import { storableText } from '@throughline/core/db/storable-text';
import { ConnectionHeld } from '../connections/connection-held.ts';
import { callOptions } from '../connections/connections.ts';
import { durationMs } from '@throughline/core/flow/duration-ms';
import type { Services } from '../run/run-context.ts';
import { StepFailure } from '../failures/step-failure.ts';
import { claimPoll, notePollFailure, restartCursor, type CursorRow } from '../store/change-cursor.ts';
import { stillFollows } from '../store/still-follows.ts';
import { findConnection } from '../store/find-connection.ts';
import type { TimedFlow } from '../store/list-timed-flows.ts';
import { keepPage, type WhileFollowed } from './keep-page.ts';
import { objectOf } from './store-page.ts';

export type ChangeFlow = TimedFlow & { readonly trigger: Extract<TimedFlow['trigger'], { kind: 'change' }> };

/**
 * Looks for changed records once, if that is due. Polls overlap, so nothing is missed between two of them; what was seen
 * before is recognised by its version. A page's events and the cursor behind them are stored together.
 */
export async function pollChanges(services: Services, flow: ChangeFlow): Promise<void> {
  const { organisationId, environmentId, definitionId, trigger } = flow;
  const inOrganisation: InOrganisation = (work) => withOrganisation(services.db, organisationId, work);
  const claimed = await inOrganisation(async (tx) => {
    const connection = await findConnection(tx, environmentId, trigger.connection);
    if (connection === undefined) return undefined;
    const everyMs = durationMs(trigger.every);
    const { object } = trigger;
    const place = { environmentId, definitionId, connectionId: connection.id, object };
    return claimPoll(tx, { ...place, since: flow.liveSince, everyMs });
  });
  if (claimed === undefined) return;
  try {
    await crawl(services, flow, claimed, inOrganisation);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    services.log.warn({ definitionId, connection: trigger.connection, reason }, 'Polling failed.');
    await inOrganisation((tx) => notePollFailure(tx, claimed.id, storableText(reason)));
    if (!(error instanceof ConnectorError || error instanceof ConnectionHeld || error instanceof StepFailure))
      throw error;
  }
}

type InOrganisation = <Result>(work: (tx: OrganisationTx) => Promise<Result>) => Promise<Result>;

/**
 * Reads page by page to the end. A cursor that the system no longer knows is given up, once per turn: changes are crawled
 * again from shortly before the newest one that was seen. What was heard before is recognised by its version.
 */
async function crawl(
  services: Services,
  flow: ChangeFlow,
  claimed: CursorRow,
  inOrganisation: InOrganisation,
): Promise<void> {
  const whileFollowed: WhileFollowed = (work) =>
    inOrganisation(async (tx) => ((await stillFollows(tx, { ...flow, ...placeOf(flow) })) ? work(tx) : false));
  let row = claimed;
  let newestMs = -Infinity;
  for (let cursor = row.cursor, hasMore = true; hasMore;) {
    try {
      const page = await readPage(services, flow, row, cursor);
      newestMs = page.changes.reduce((latest, { changedAt }) => Math.max(latest, Date.parse(changedAt)), newestMs);
      const newest = newestMs === -Infinity ? undefined : new Date(newestMs);
      if (!(await keepPage({ services, flow, row, from: cursor, page, newest }, whileFollowed))) return;
      ({ cursor, hasMore } = page);
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.class !== 'gone' || cursor === null || row !== claimed)
        throw error;
      const restarted = await startAgain({ services, flow, row, gone: cursor, error }, whileFollowed);
      if (restarted === false) return;
      row = restarted;
      cursor = null;
    }
  }
  services.heard();
}

interface StartingAgain {
  readonly services: Services;
  readonly flow: ChangeFlow;
  readonly row: CursorRow;
  readonly gone: string;
  readonly error: ConnectorError;
}

/** Gives up a lost place and reports it. Returns false when the flow has moved, or another worker was faster. */
async function startAgain(
  { services, flow, row, gone, error }: StartingAgain,
  whileFollowed: WhileFollowed,
): Promise<CursorRow | false> {
  const { environmentId, definitionId } = flow;
  const message = storableText(error.message);
  const restarted = await whileFollowed(async (tx) => {
    const overlapMs = (await objectOf(tx, { services, flow, row }))?.changes?.overlapMs ?? 0;
    const again = await restartCursor(tx, { cursorId: row.id, gone, overlapMs, message });
    if (again === undefined) return false;
    const place = { environmentId, definitionId, ...placeOf(flow) };
    await reportLostPlace(tx, { ...place, readAgainFrom: again.since, systemSaid: message });
    return again;
  });
  if (restarted !== false) {
    services.log.warn({ definitionId, reason: message }, 'The change cursor is gone; crawling again.');
  }
  return restarted;
}

const placeOf = ({ trigger: { connection, object } }: ChangeFlow) => ({ connection, object });

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
