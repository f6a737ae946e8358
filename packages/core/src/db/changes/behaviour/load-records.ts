import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { mappingPlaces, type ComputedInput, type MappingPlace } from '../../../flow/mapping-places.ts';
import type { OrganisationTx } from '../../client.ts';
import type { NamedDocument } from '../../definitions/load-documents.ts';
import { environment, run, stepRun } from '../../schema/index.ts';
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
  const rows = await stepRunsOf(tx, runs, places);
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

interface StoredStep {
  readonly runId: string;
  readonly stepId: string;
  readonly path: string;
  readonly input: unknown;
  readonly output: unknown;
}

/** What is needed of each run, in the order of the run. The database adds the sizes up, so that no more is transferred. */
async function stepRunsOf(
  tx: OrganisationTx,
  runs: readonly RecentRun[],
  places: ReadonlyMap<string, readonly MappingPlace[]>,
): Promise<ReadonlyMap<string, readonly StoredStep[]>> {
  const all = [...places.values()].flat();
  const recorded = all.filter(({ input }) => input === 'recorded').map(({ stepId }) => stepId);
  const computed = all.flatMap(({ stepId, input }) => (input === 'recorded' ? [] : [stepId, ...input.stepIds]));
  const isRecorded = sql`(${inArray(stepRun.stepId, recorded)} and ${isNotNull(stepRun.input)})`;
  const isOutput = sql`(${inArray(stepRun.stepId, computed)} and ${stepRun.path} = ${stepRun.stepId} and ${stepRun.state} = 'succeeded')`;
  const kept = (isWanted: typeof isRecorded, value: typeof stepRun.input | typeof stepRun.output) =>
    sql<unknown>`case when ${isWanted} and not coalesce(jsonb_typeof(${value}) = 'object' and ${value} ? '$bounded', false) then ${value} end`;
  const numbered = tx
    .select({
      runId: stepRun.runId,
      stepId: stepRun.stepId,
      path: stepRun.path,
      position: stepRun.position,
      input: kept(isRecorded, stepRun.input).as('kept_input'),
      output: kept(isOutput, stepRun.output).as('kept_output'),
      nth: sql<number>`row_number() over (partition by ${stepRun.runId}, ${stepRun.stepId} order by ${stepRun.position}, ${stepRun.path})`.as(
        'nth',
      ),
      createdAt: run.createdAt,
    })
    .from(stepRun)
    .innerJoin(run, eq(run.id, stepRun.runId))
    .where(
      and(
        inArray(
          stepRun.runId,
          runs.map(({ id }) => id),
        ),
        sql`(${isRecorded} or ${isOutput})`,
      ),
    )
    .as('numbered');
  const sized = tx
    .select({
      runId: numbered.runId,
      stepId: numbered.stepId,
      path: numbered.path,
      position: numbered.position,
      input: numbered.input,
      output: numbered.output,
      createdAt: numbered.createdAt,
      together:
        sql<number>`sum(coalesce(octet_length(${numbered.input}::text), 0) + coalesce(octet_length(${numbered.output}::text), 0)) over (order by ${numbered.createdAt} desc, ${numbered.runId} desc, ${numbered.position}, ${numbered.path})`.as(
          'together',
        ),
    })
    .from(numbered)
    .where(sql`${numbered.nth} <= ${sampleBounds.recordsPerRun}`)
    .as('sized');
  const rows: StoredStep[] = await tx
    .select({
      runId: sized.runId,
      stepId: sized.stepId,
      path: sized.path,
      input: sized.input,
      output: sized.output,
    })
    .from(sized)
    .where(sql`${sized.together} <= ${sampleBounds.charactersTogether}`)
    .orderBy(sized.position, sized.path);
  return Map.groupBy(rows, ({ runId }) => runId);
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
