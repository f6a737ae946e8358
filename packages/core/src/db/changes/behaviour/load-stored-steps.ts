import { and, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { MappingPlace } from '../../../flow/mapping-places.ts';
import type { OrganisationTx } from '../../client.ts';
import { run, stepRun } from '../../schema/index.ts';
import { sampleBounds } from './sample.ts';

export interface StoredStep {
  readonly runId: string;
  readonly stepId: string;
  readonly path: string;
  /** Null where it is not needed, or was shortened when it was stored. */
  readonly input: unknown;
  readonly output: unknown;
  /** It has something that is needed but is beyond the bounds, so neither of them was read. */
  readonly isLeftOut: boolean;
  /** Characters of JSON. */
  readonly size: number;
}

/**
 * What is needed of each run to know the inputs of a mapping, in the order of the run. The database adds up the sizes,
 * newest run first, so that no more is transferred than `characters` allows.
 */
export async function loadStoredSteps(
  tx: OrganisationTx,
  runs: readonly { readonly id: string }[],
  places: ReadonlyMap<string, readonly MappingPlace[]>,
  characters: number,
): Promise<ReadonlyMap<string, readonly StoredStep[]>> {
  const numbered = numberedSteps(
    tx,
    runs.map(({ id }) => id),
    [...places.values()].flat(),
  );
  const sizeOf = (value: SQL.Aliased): SQL => sql`coalesce(octet_length(${value}::text), 0)`;
  const { runId, stepId, path, position, input, output, createdAt } = numbered;
  const size = sql<number>`${sizeOf(input)} + ${sizeOf(output)}`;
  const order = sql`${createdAt} desc, ${runId} desc, ${position}, ${path}`;
  const together = sql<number>`sum(${size}) over (order by ${order})`.as('together');
  const sized = tx
    .select({ runId, stepId, path, position, input, output, size: size.as('size'), together })
    .from(numbered)
    .where(sql`${numbered.nth} <= ${sampleBounds.recordsPerRun}`)
    .as('sized');
  const isWithin = sql`${sized.together} <= ${characters}`;
  const rows: StoredStep[] = await tx
    .select({
      runId: sized.runId,
      stepId: sized.stepId,
      path: sized.path,
      input: sql<unknown>`case when ${isWithin} then ${sized.input} end`,
      output: sql<unknown>`case when ${isWithin} then ${sized.output} end`,
      isLeftOut: sql<boolean>`${sized.size} > 0 and not (${isWithin})`,
      size: sized.size,
    })
    .from(sized)
    .orderBy(sized.position, sized.path);
  return Map.groupBy(rows, (row) => row.runId);
}

/** Inputs that were recorded, and outputs from which others are computed. A loop's items are numbered. */
function numberedSteps(tx: OrganisationTx, runIds: string[], places: readonly MappingPlace[]) {
  const recorded = places.filter(({ input }) => input === 'recorded').map(({ stepId }) => stepId);
  const sources = places.flatMap(({ input }) => (input === 'recorded' ? [] : input.stepIds));
  const computed = places.flatMap(({ stepId, input }) => (input === 'recorded' ? [] : [stepId, ...input.stepIds]));
  const isRecorded = sql`(${inArray(stepRun.stepId, recorded)} and ${isNotNull(stepRun.input)})`;
  const isOutput = sql`(${inArray(stepRun.stepId, computed)} and ${stepRun.path} = ${stepRun.stepId} and ${stepRun.state} = 'succeeded')`;
  const kept = (isWanted: SQL, value: typeof stepRun.input | typeof stepRun.output) => {
    const isShortened = sql`coalesce(jsonb_typeof(${value}) = 'object' and ${value} ? '$bounded', false)`;
    return sql<unknown>`case when ${isWanted} and not ${isShortened} then ${value} end`;
  };
  const order = sql`${stepRun.position}, ${stepRun.path}`;
  return tx
    .select({
      runId: stepRun.runId,
      stepId: stepRun.stepId,
      path: stepRun.path,
      position: stepRun.position,
      input: kept(isRecorded, stepRun.input).as('kept_input'),
      output: kept(sql`${isOutput} and ${inArray(stepRun.stepId, sources)}`, stepRun.output).as('kept_output'),
      nth: sql<number>`row_number() over (partition by ${stepRun.runId}, ${stepRun.stepId} order by ${order})`.as(
        'nth',
      ),
      createdAt: run.createdAt,
    })
    .from(stepRun)
    .innerJoin(run, eq(run.id, stepRun.runId))
    .where(and(inArray(stepRun.runId, runIds), sql`(${isRecorded} or ${isOutput})`))
    .as('numbered');
}
