import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { liveVersion } from '@throughline/core/db/schema/index';

interface LiveSchedule {
  readonly environmentId: string;
  readonly definitionId: string;
}

const isLive = ({ environmentId, definitionId }: LiveSchedule) =>
  and(eq(liveVersion.environmentId, environmentId), eq(liveVersion.definitionId, definitionId));

/** The occurrence for which a schedule was last set off, or undefined. */
export async function lastScheduled(tx: OrganisationTx, schedule: LiveSchedule): Promise<Date | undefined> {
  const [row] = await tx.select({ at: liveVersion.scheduledAt }).from(liveVersion).where(isLive(schedule));
  return row?.at ?? undefined;
}

/** Notes an occurrence where the retention of events and runs does not reach. */
export async function noteScheduled(tx: OrganisationTx, schedule: LiveSchedule, at: Date): Promise<void> {
  await tx.update(liveVersion).set({ scheduledAt: at }).where(isLive(schedule));
}
