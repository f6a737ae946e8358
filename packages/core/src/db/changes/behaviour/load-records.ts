import { and, desc, inArray, isNull, sql } from 'drizzle-orm';
import { mappingPlaces, type ComputedInput, type MappingPlace } from '../../../flow/mapping-places.ts';
import type { OrganisationTx } from '../../client.ts';
import type { NamedDocument } from '../../definitions/load-documents.ts';
import { environment, run } from '../../schema/index.ts';
import { loadStoredSteps, type StoredStep } from './load-stored-steps.ts';
import { sampleBounds, type BehaviourSample } from './sample.ts';

/**
 * The inputs that a mapping had in recent runs of the flows that use it, in all environments, newest first. They are as
 * the runs stored them, so they have to be masked before anybody sees them. Data that retention has removed is gone.
 */
export async function loadRecords(
  tx: OrganisationTx,
  flows: readonly NamedDocument[],
  mappingKey: string,
): Promise<BehaviourSample[]> {
  const places = new Map<string, readonly MappingPlace[]>();
  for (const { kind, definitionId, document } of flows) {
    const found = kind === 'flow' ? mappingPlaces(document, mappingKey) : [];
    if (found.length > 0) places.set(definitionId, [...(places.get(definitionId) ?? []), ...found]);
  }
  if (places.size === 0) return [];
  const runs = await recentRuns(tx, [...places.keys()]);
  if (runs.length === 0) return [];
  const rows = await loadStoredSteps(tx, runs, places);
  return runs
    .flatMap((each) => samplesOf(each, places.get(each.definitionId) ?? [], rows.get(each.id) ?? []))
    .slice(0, sampleBounds.records);
}

type RecentRun = Awaited<ReturnType<typeof recentRuns>>[number];

async function recentRuns(tx: OrganisationTx, definitionIds: string[]) {
  // With the environments named, the newest runs of a flow are found without reading all of them.
  const environments = await tx.select({ id: environment.id }).from(environment);
  const isSmall = sql`octet_length(${run.trigger}::text) <= ${sampleBounds.characters}`;
  return tx
    .select({
      id: run.id,
      definitionId: run.definitionId,
      label: sql<string>`coalesce(${run.businessLabel}, ${run.businessKey}, 'Run')`,
      trigger: sql<unknown>`case when ${isSmall} then ${run.trigger} end`,
    })
    .from(run)
    .where(
      and(
        inArray(
          run.environmentId,
          environments.map(({ id }) => id),
        ),
        inArray(run.definitionId, definitionIds),
        isNull(run.dataRemovedAt),
      ),
    )
    .orderBy(desc(run.createdAt), desc(run.id))
    .limit(sampleBounds.runs);
}

function samplesOf(
  { label, trigger }: RecentRun,
  places: readonly MappingPlace[],
  rows: readonly StoredStep[],
): BehaviourSample[] {
  const samples = places.flatMap(({ stepId, input }): BehaviourSample[] => {
    const own = rows.filter((row) => row.stepId === stepId);
    if (input === 'recorded') {
      return own.flatMap((row) =>
        row.input === null ? [] : [{ name: label, origin: 'record' as const, given: { input: row.input } }],
      );
    }
    const steps = outputsOf(input, rows);
    if (own.length === 0 || steps === undefined) return [];
    const { expression } = input;
    return [{ name: label, origin: 'record', given: { expression, trigger, steps } }];
  });
  return samples.slice(0, sampleBounds.recordsPerRun);
}

/** Undefined when one of the steps has no output that was kept whole. */
function outputsOf({ stepIds }: ComputedInput, rows: readonly StoredStep[]): Record<string, unknown> | undefined {
  const outputs: Record<string, unknown> = {};
  for (const stepId of stepIds) {
    const output = rows.find((row) => row.stepId === stepId && row.path === stepId)?.output;
    if (output === undefined || output === null) return undefined;
    outputs[stepId] = output;
  }
  return outputs;
}
