import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run, triggerEvent } from '@throughline/core/db/schema/run';

export interface Sample {
  readonly id: string;
  readonly origin: 'event' | 'test';
  readonly label: string;
  readonly at: Date;
  readonly payload: unknown;
}

const mostOfEach = 40;

/**
 * What a flow can be tested with: the events that it received, and the inputs of its earlier test runs; newest first.
 */
export const listSamples = async (
  tx: OrganisationTx,
  environmentId: string,
  definitionId: string,
): Promise<readonly Sample[]> => {
  const events = await tx
    .select({
      id: triggerEvent.id,
      key: triggerEvent.dedupeKey,
      label: run.businessLabel,
      businessKey: run.businessKey,
      at: triggerEvent.receivedAt,
      payload: triggerEvent.payload,
    })
    .from(triggerEvent)
    .leftJoin(run, eq(run.id, triggerEvent.runId))
    .where(
      and(
        eq(triggerEvent.environmentId, environmentId),
        eq(triggerEvent.definitionId, definitionId),
        isNotNull(triggerEvent.payload),
        isNull(run.dataRemovedAt),
      ),
    )
    .orderBy(desc(triggerEvent.receivedAt))
    .limit(mostOfEach);
  const tests = await tx
    .select({
      id: run.id,
      label: run.businessLabel,
      businessKey: run.businessKey,
      at: run.createdAt,
      payload: run.trigger,
    })
    .from(run)
    .where(
      and(
        eq(run.environmentId, environmentId),
        eq(run.definitionId, definitionId),
        eq(run.mode, 'test'),
        isNull(run.dataRemovedAt),
      ),
    )
    .orderBy(desc(run.createdAt))
    .limit(mostOfEach);
  const samples = [
    ...events.map(({ key, businessKey, label, ...event }) => ({
      ...event,
      origin: 'event' as const,
      label: label ?? businessKey ?? key,
    })),
    ...tests.map(({ businessKey, label, ...test }) => ({
      ...test,
      origin: 'test' as const,
      label: label ?? businessKey ?? 'Test run',
    })),
  ];
  return withoutRepetitions(samples.toSorted((one, other) => other.at.getTime() - one.at.getTime()));
};

/** One entry per payload, because the same record tried ten times is one sample. */
const withoutRepetitions = (samples: readonly Sample[]): Sample[] => {
  const seen = new Set<string>();
  return samples.filter(({ payload }) => {
    const text = JSON.stringify(payload);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
};
