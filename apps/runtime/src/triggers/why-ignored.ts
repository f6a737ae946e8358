import type { OrganisationTx } from '@throughline/core/db';
import type { Ignored } from '@throughline/core/db/events/decide-event';
import { findOwnWrite, hasHeardVersion, type RecordVersion, type WrittenRecord } from '../store/own-write.ts';

export interface HeardChange {
  readonly environmentId: string;
  readonly definitionId: string;
  readonly record: WrittenRecord;
  /** What the record was at when the runtime saw it. */
  readonly seen: RecordVersion;
  /** When the change happened, by the system's clock; absent where the change itself brought the record. */
  readonly occurredAt?: Date | undefined;
  /** Changes before this instant are none of the flow's business; absent where the system sends them by itself. */
  readonly since?: Date | undefined;
}

const echo: Ignored = { reason: 'echo', note: 'This is the echo of our own last write.' };
const repeated: Ignored = {
  reason: 'repeated',
  note: 'The record has not changed since this flow took it up for an earlier event.',
};

/** A system that sends changes by itself has sent one that is older than this, or never will. */
const deliveredWithinMs = 15 * 60_000;
/** Systems stamp records with whole seconds, and events with fractions. */
const stampMs = 1000;

/**
 * Why a change tells a flow nothing new, or undefined. Only what is certain is ignored: a run too many finds that there
 * is nothing to do, but a change that is ignored by mistake is lost. So an echo is ignored only while the record stands
 * at the version that our write left, and only when the flow knows what stood there before: somebody may have changed
 * the record shortly before we did.
 */
export async function whyIgnored(tx: OrganisationTx, change: HeardChange): Promise<Ignored | undefined> {
  const { record, seen, occurredAt } = change;
  // The event reports a later change than the one we read.
  if (occurredAt !== undefined && occurredAt.getTime() >= seen.changedAt.getTime() + stampMs) return undefined;
  const own = await findOwnWrite(tx, record);
  if (own?.version === seen.version && (await knowsBefore(tx, change, own))) return echo;
  if (occurredAt === undefined) return undefined;
  return (await hasHeardVersion(tx, change, record, seen.version)) ? repeated : undefined;
}

type OwnWrite = NonNullable<Awaited<ReturnType<typeof findOwnWrite>>>;

async function knowsBefore(tx: OrganisationTx, change: HeardChange, own: OwnWrite): Promise<boolean> {
  const { versionBefore, changedAtBefore, changedAt } = own;
  if (versionBefore === null || changedAtBefore === null) return true;
  if (change.since === undefined) {
    if (changedAt.getTime() - changedAtBefore.getTime() > deliveredWithinMs) return true;
  } else if (changedAtBefore < change.since) return true;
  return hasHeardVersion(tx, change, change.record, versionBefore);
}
