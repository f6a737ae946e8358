import { and, desc, inArray, isNull, sql } from 'drizzle-orm';
import { mappingPlaces, type MappingPlace } from '../../../flow/mapping-places.ts';
import type { OrganisationTx } from '../../client.ts';
import type { NamedDocument } from '../../definitions/load-documents.ts';
import { environment, run } from '../../schema/index.ts';
import { loadStoredSteps, type StoredStep } from './load-stored-steps.ts';
import { loadTriggers, type StoredTrigger } from './load-triggers.ts';
import { sampleBounds, type BehaviourSample } from './sample.ts';

export interface LoadedRecords {
  readonly records: readonly BehaviourSample[];
  /** Records beyond the bounds. */
  readonly leftOut: number;
  /** Characters of JSON that were read. */
  readonly characters: number;
}

/**
 * The inputs that a mapping had in recent runs of the flows that use it, in all environments, newest first, as long as
 * they are not more than `characters` of JSON. They are as the runs stored them, so they have to be masked before
 * anybody sees them. Data that retention has removed is gone.
 */
export async function loadRecords(
  tx: OrganisationTx,
  flows: readonly NamedDocument[],
  mappingKey: string,
  characters: number,
): Promise<LoadedRecords> {
  const places = new Map<string, readonly MappingPlace[]>();
  for (const { kind, definitionId, document } of flows) {
    const found = kind === 'flow' ? mappingPlaces(document, mappingKey) : [];
    if (found.length > 0) places.set(definitionId, [...(places.get(definitionId) ?? []), ...found]);
  }
  const runs = places.size === 0 ? [] : await recentRuns(tx, [...places.keys()]);
  if (runs.length === 0) return { records: [], leftOut: 0, characters: 0 };
  const steps = await loadStoredSteps(tx, runs, places, characters);
  const used = sum([...steps.values()].flat().flatMap(({ isLeftOut, size }) => (isLeftOut ? [] : [size])));
  const given = runs.map((each) => ({
    ...each,
    places: places.get(each.definitionId) ?? [],
    rows: steps.get(each.id) ?? [],
  }));
  const triggers = await loadTriggers(
    tx,
    given.filter(needsTrigger).map(({ id }) => id),
    characters - used,
  );
  const samples = given.flatMap((each) => samplesOf(each, triggers.get(each.id))).slice(0, sampleBounds.records);
  const records = samples.filter((sample) => sample !== 'left-out');
  return {
    records,
    leftOut: samples.length - records.length,
    characters: used + sum([...triggers.values()].map(({ size }) => size)),
  };
}

interface GivenRun {
  readonly label: string;
  readonly places: readonly MappingPlace[];
  readonly rows: readonly StoredStep[];
}

async function recentRuns(tx: OrganisationTx, definitionIds: string[]) {
  // With the environments named, the newest runs of a flow are found without reading all of them.
  const environments = await tx.select({ id: environment.id }).from(environment);
  return tx
    .select({
      id: run.id,
      definitionId: run.definitionId,
      label: sql<string>`coalesce(${run.businessLabel}, ${run.businessKey}, 'Run')`,
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

/** Triggers are large, and only an input that is computed again needs one. */
const needsTrigger = ({ places, rows }: GivenRun): boolean =>
  places.some(({ stepId, input }) => input !== 'recorded' && rows.some((row) => row.stepId === stepId));

function samplesOf(
  { label, places, rows }: GivenRun,
  stored: StoredTrigger | undefined,
): (BehaviourSample | 'left-out')[] {
  const named = { name: label, origin: 'record' } as const;
  const samples = places.flatMap(({ stepId, input }): (BehaviourSample | 'left-out')[] => {
    const own = rows.filter((row) => row.stepId === stepId);
    if (input === 'recorded') {
      return own.flatMap((row): (BehaviourSample | 'left-out')[] => {
        if (row.isLeftOut) return ['left-out'];
        return row.input === null ? [] : [{ ...named, given: { input: row.input } }];
      });
    }
    const { expression, stepIds } = input;
    const sources = stepIds.map((id) => rows.find((row) => row.stepId === id && row.path === id));
    if (own.length === 0 || sources.includes(undefined)) return [];
    const kept = sources.filter((row) => row !== undefined);
    if (stored === undefined || kept.some(({ isLeftOut }) => isLeftOut)) return ['left-out'];
    // An output that was shortened when it was stored says nothing about the input.
    if (kept.some(({ output }) => output === null)) return [];
    const steps = Object.fromEntries(kept.map((row) => [row.stepId, row.output]));
    return [{ ...named, given: { expression, trigger: stored.trigger, steps } }];
  });
  return samples.slice(0, sampleBounds.recordsPerRun);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
