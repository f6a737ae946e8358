import type { ChangePage } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { StatementError } from '@throughline/core/db/database-error';
import { reportLostPlace } from '@throughline/core/db/events/report-lost-place';
import { storableText } from '@throughline/core/db/storable-text';
import { ConnectionHeld } from '../connections/connection-held.ts';
import { callOptions } from '../connections/connections.ts';
import { durationMs } from '@throughline/core/flow/duration-ms';
import type { Services } from '../run/run-context.ts';
import { failureOf } from '../failures/failure-of.ts';
import { StepFailure } from '../failures/step-failure.ts';
import { claimPoll, notePollFailure, restartCursor, type CursorRow } from '../store/change-cursor.ts';
import { stillFollows } from '../store/still-follows.ts';
import { findConnection } from '../store/find-connection.ts';
import type { TimedFlow } from '../store/list-timed-flows.ts';
import { objectOf, passPage, refuseChange, storeChanges, storePage, type StorePageInput } from './store-page.ts';

export type ChangeFlow = TimedFlow & { readonly trigger: Extract<TimedFlow['trigger'], { kind: 'change' }> };

/**
 * One turn of looking for changed records, when it is due. Polls overlap, so that nothing falls between two; what was
 * seen before is known by its version. A page's events and the cursor behind them are stored together.
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
 * Reads page by page to the end. A cursor that the system does not know any more is given up, once per turn: changes are
 * crawled again from shortly before the newest one that was seen. What was heard before is known by its version.
 */
async function crawl(
  services: Services,
  flow: ChangeFlow,
  claimed: CursorRow,
  inOrganisation: InOrganisation,
): Promise<void> {
  let row = claimed;
  let newestMs = -Infinity;
  for (let cursor = row.cursor, hasMore = true; hasMore;) {
    try {
      const page = await readPage(services, flow, row, cursor);
      newestMs = page.changes.reduce((latest, { changedAt }) => Math.max(latest, Date.parse(changedAt)), newestMs);
      const newest = newestMs === -Infinity ? undefined : new Date(newestMs);
      if (!(await keepPage({ services, flow, row, page, newest }, inOrganisation))) return;
      ({ cursor, hasMore } = page);
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.class !== 'gone' || cursor === null || row !== claimed)
        throw error;
      const message = storableText(error.message);
      services.log.warn(
        { definitionId: flow.definitionId, reason: message },
        'The change cursor is gone; crawling again.',
      );
      row = await inOrganisation(async (tx) => {
        const overlapMs = (await objectOf(tx, { services, flow, row }))?.changes?.overlapMs ?? 0;
        const restarted = await restartCursor(tx, { cursorId: claimed.id, overlapMs, message });
        const { environmentId, definitionId } = flow;
        const place = { environmentId, definitionId, ...placeOf(flow) };
        await reportLostPlace(tx, { ...place, readAgainFrom: restarted.since, systemSaid: message });
        return restarted;
      });
      cursor = null;
    }
  }
  services.heard();
}

/**
 * Stores a page. If the database refuses something in it for good, its events are stored one by one, so that one of them
 * does not hold up the others; when this is repeated, what was stored is known by its version. False where the flow has
 * moved since it asked for the page, which is none of its business then, and waits for it to move back.
 */
async function keepPage(input: StorePageInput, inOrganisation: InOrganisation): Promise<boolean> {
  const { flow, page } = input;
  try {
    return await inOrganisation(async (tx) => {
      const isWanted = await stillFollows(tx, { ...flow, ...placeOf(flow) });
      if (isWanted) await storePage(tx, input);
      return isWanted;
    });
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
  }
  for (const change of page.changes) {
    try {
      await inOrganisation((tx) => storeChanges(tx, { ...input, page: { ...page, changes: [change] } }));
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      await inOrganisation((tx) => refuseChange(tx, change, failureOf(error), input));
    }
  }
  await inOrganisation((tx) => passPage(tx, input));
  return true;
}

const placeOf = ({ trigger: { connection, object } }: ChangeFlow) => ({ connection, object });

const isRefusedForGood = (error: unknown): boolean => error instanceof StatementError && error.isRefusedForGood;

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
