'use client';
import { useEffect, useMemo, useState } from 'react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { designerData } from '#features/designer/designer-data.ts';
import type { MappingEvaluator } from '#features/mapper/evaluation/evaluator.ts';
import { useEvaluator } from '#features/mapper/evaluation/use-evaluator.ts';
import { valueMapTables } from '#features/mapper/value-map-tables.ts';
import { valueMapsOf } from '#features/mapper/value-maps-of.ts';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { seenUse, type MappingUse, type SeenUse } from './seen-use.ts';

/** More mappings would take longer than a person wants to wait. */
const mostMappings = 12;

/**
 * What the mappings that use a value map looked up in it, in their tests and recent runs; undefined while it is read, and
 * `failed` if not even the mappings could be read.
 */
export const useSeenUse = (mapKey: string): SeenUse | 'failed' | undefined => {
  const evaluator = useEvaluator();
  const works = useWorks(mapKey);
  const [use, setUse] = useState<{ readonly works: typeof works; readonly seen: SeenUse }>();
  useEffect(() => {
    if (works === undefined || works === 'failed') return;
    let isStale = false;
    void Promise.all(works.map((work) => seenIn(evaluator, mapKey, work))).then((uses) => {
      if (!isStale) setUse({ works, seen: seenUse(uses) });
    });
    return () => {
      isStale = true;
    };
  }, [evaluator, mapKey, works]);
  if (works === 'failed') return works;
  return use !== undefined && use.works === works ? use.seen : undefined;
};

interface MappingWork {
  readonly text: string;
  readonly samples: readonly { readonly input: unknown; readonly bindings?: unknown }[];
  /** JSON of the value maps. */
  readonly valueMaps: string;
  readonly hasRecent: boolean;
}

/** One for each mapping that uses the value map; undefined for those beyond the limit. */
const useWorks = (mapKey: string): readonly (MappingWork | undefined)[] | 'failed' | undefined => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const { data: surroundings, isError } = useQuery(
    trpc.designer.surroundings.queryOptions({ environment: environment.key }, { staleTime: 60_000 }),
  );
  const found = useMemo(() => {
    if (surroundings === undefined) return undefined;
    const { validation } = designerData(surroundings, '');
    return {
      mappings: Object.entries(validation.mappings).filter(([, { text }]) => valueMapsOf(text).includes(mapKey)),
      valueMaps: valueMapTables(validation),
    };
  }, [surroundings, mapKey]);
  const recent = useQueries({
    queries: (found?.mappings ?? [])
      .slice(0, mostMappings)
      .map(([key]) => trpc.mapper.samples.queryOptions({ environment: environment.key, key }, { staleTime: 60_000 })),
    combine: (results) => (results.some(({ isPending }) => isPending) ? undefined : results.map(({ data }) => data)),
  });
  const works = useMemo(
    () =>
      recent &&
      found?.mappings.map(([, { text, tests }], index): MappingWork | undefined =>
        index >= mostMappings
          ? undefined
          : {
              text,
              samples: [...tests, ...(recent[index] ?? [])].map((sample) => ({
                input: sample.input,
                ...('bindings' in sample && { bindings: sample.bindings }),
              })),
              valueMaps: found.valueMaps,
              hasRecent: recent[index] !== undefined,
            },
      ),
    [recent, found],
  );
  return isError && surroundings === undefined ? 'failed' : works;
};

async function seenIn(
  evaluator: MappingEvaluator,
  map: string,
  work: MappingWork | undefined,
): Promise<MappingUse | undefined> {
  if (work === undefined) return undefined;
  const { text, samples, valueMaps, hasRecent } = work;
  const outcome = await evaluator.ask('seenValues', { text, samples: JSON.stringify(samples), valueMaps, map });
  if (outcome.status === 'failed') return undefined;
  return { samples: samples.length, values: outcome.answer, isComplete: hasRecent };
}
