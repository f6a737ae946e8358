import type { OrganisationTx } from '../client.ts';
import { findOffered, type FlowPlace, type Offered } from './find-offered.ts';
import { hearEvent } from './hear-event.ts';
import { UnreadableFlowError } from './live-flow.ts';

/** Events that a flow could take up, because it listens now to what nobody listened to before. */
export interface OfferedEvents {
  /**
   * Each record counts once, whatever happened to it: it is read as it is now. For a flow that takes events as they were
   * sent, each event counts.
   */
  readonly records: number;
  /** How many of them were deleted. Only a flow that starts with deletions is offered any. */
  readonly deletions: number;
  /**
   * Events that the flow would take as they were sent, and cannot: they are larger than `maxUnclaimedBytes`, so that they
   * were kept without their body. Not among `records`.
   */
  readonly tooLarge: number;
  /** Whether the flow takes each event as it was sent, instead of reading each record as it is now. */
  readonly isAsSent: boolean;
  readonly oldestAt: Date;
  readonly newestAt: Date;
}

/** What was heard before the flow was live, or undefined when there is nothing, or nothing that the flow could read. */
export async function offeredEvents(tx: OrganisationTx, flow: FlowPlace): Promise<OfferedEvents | undefined> {
  const { events, isAsSent } = await findReadable(tx, flow);
  if (events.length === 0) return undefined;
  const whole = events.filter(({ isTooLarge }) => !isTooLarge);
  const instants = (whole.length > 0 ? whole : events).map(({ receivedAt }) => receivedAt.getTime());
  return {
    records: whole.length,
    deletions: whole.filter(({ change }) => change === 'deleted').length,
    tooLarge: events.length - whole.length,
    isAsSent,
    oldestAt: new Date(Math.min(...instants)),
    newestAt: new Date(Math.max(...instants)),
  };
}

async function findReadable(tx: OrganisationTx, flow: FlowPlace): Promise<Offered> {
  try {
    return await findOffered(tx, flow, new Date(0));
  } catch (error) {
    if (error instanceof UnreadableFlowError) return { events: [], isAsSent: false };
    throw error;
  }
}

interface TakingUp {
  readonly since: Date;
  /** Counts as the person who starts the runs. */
  readonly takenUpBy: string;
}

/**
 * Gives a live flow the events since an instant that nobody listened to when they came: the newest one of each record,
 * or each event where the flow takes it as it was sent, once. Nothing is taken up unless a person asks for
 * it, because an event may be weeks old. Returns how many.
 * @throws UnreadableFlowError
 */
export async function takeUpEvents(
  tx: OrganisationTx,
  flow: FlowPlace,
  { since, takenUpBy }: TakingUp,
): Promise<number> {
  let taken = 0;
  for (const event of (await findOffered(tx, flow, since)).events) {
    const { environmentId, connectionId, dedupeKey, object, recordId, change, occurredAt, receivedAt, sent } = event;
    if (event.isTooLarge || connectionId === null || object === null || recordId === null || change === null) continue;
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
    if (isNew) taken += 1;
  }
  return taken;
}
