import { and, desc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { loadDraftDocuments, loadLatestDocuments } from '@throughline/core/db/definitions/load-documents';
import { run, stepRun } from '@throughline/core/db/schema/run';
import { mappingSteps } from './mapping-steps.ts';

export interface MappingSample {
  readonly id: string;
  readonly label: string;
  readonly at: Date;
  readonly input: unknown;
}

const mostSamples = 40;
/** More are read than shown, because equal inputs count once. */
const mostLookedAt = 160;

/** The inputs of a mapping in recent runs of an environment, newest first, each once. */
export const listMappingSamples = async (
  tx: OrganisationTx,
  environmentId: string,
  mappingKey: string,
): Promise<readonly MappingSample[]> => {
  const documents = [...(await loadLatestDocuments(tx)), ...(await loadDraftDocuments(tx))];
  const places = [...mappingSteps(documents, mappingKey)];
  if (places.length === 0) return [];
  const rows = await tx
    .select({
      id: stepRun.id,
      label: run.businessLabel,
      businessKey: run.businessKey,
      at: stepRun.startedAt,
      input: stepRun.input,
    })
    .from(stepRun)
    .innerJoin(run, eq(run.id, stepRun.runId))
    .where(
      and(
        eq(run.environmentId, environmentId),
        isNotNull(stepRun.input),
        or(...places.map(([id, steps]) => and(eq(run.definitionId, id), inArray(stepRun.stepId, [...steps])))),
      ),
    )
    .orderBy(desc(stepRun.startedAt))
    .limit(mostLookedAt);
  const seen = new Set<string>();
  return rows
    .filter(({ input }) => {
      const text = JSON.stringify(input);
      return seen.has(text) ? false : seen.add(text) !== undefined;
    })
    .slice(0, mostSamples)
    .map(({ businessKey, label, ...sample }) => ({ ...sample, label: label ?? businessKey ?? 'Run' }));
};
