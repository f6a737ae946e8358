import type { OrganisationTx } from '../client.ts';
import { countOffered, findOffered, type FlowPlace, type OfferedEvents } from './find-offered.ts';
import { hearEvent } from './hear-event.ts';
import { UnreadableFlowError } from './live-flow.ts';

/**
 * What came since an instant and before the flow went live, or undefined when there is nothing, or nothing that the flow
 * could read.
 */
export async function offeredEvents(
  tx: OrganisationTx,
  flow: FlowPlace,
  since = new Date(0),
): Promise<OfferedEvents | undefined> {
  try {
    return await countOffered(tx, flow, since);
  } catch (error) {
    if (error instanceof UnreadableFlowError) return undefined;
    throw error;
  }
}

interface TakingUp {
  readonly since: Date;
  /** Counts as the person who starts the runs. */
  readonly takenUpBy: string;
}

export interface TakenEvents {
  readonly taken: number;
  /** How many of them were deletions. */
  readonly deletions: number;
}

/**
 * Gives a live flow the events since an instant that nobody listened to when they came: the newest one of each record,
 * or each event where the flow takes it as it was sent, once. Nothing is taken up unless a person asks for it, because an
 * event may be weeks old.
 * @throws UnreadableFlowError
 */
export async function takeUpEvents(
  tx: OrganisationTx,
  flow: FlowPlace,
  { since, takenUpBy }: TakingUp,
): Promise<TakenEvents> {
  const taken = { taken: 0, deletions: 0 };
  for (const event of await findOffered(tx, flow, since)) {
    const { environmentId, connectionId, dedupeKey, object, recordId, change, occurredAt, receivedAt, sent } = event;
    if (connectionId === null || object === null || recordId === null || change === null) continue;
    const isNew = await hearEvent(tx, {
      environmentId,
      definitionId: flow.definitionId,
      connectionId,
      source: 'webhook',
      dedupeKey,
      record: { object, recordId, change, sent },
      occurredAt: occurredAt ?? receivedAt,
      askedForBy: takenUpBy,
    });
    if (!isNew) continue;
    taken.taken += 1;
    if (change === 'deleted') taken.deletions += 1;
  }
  return taken;
}
