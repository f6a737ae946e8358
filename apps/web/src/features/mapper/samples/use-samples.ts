'use client';
import { useCallback, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { MappingTest } from '@throughline/core/mapping/document';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useUrlMirror } from '#ui/use-url-mirror.ts';
import { useUrlState } from '#ui/use-url-state.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { schemaSample } from './schema-sample.ts';

export interface MapperSample {
  readonly id: string;
  readonly origin: 'test' | 'run' | 'pasted' | 'made-up';
  readonly label: string;
  readonly at?: Date | undefined;
  readonly input: unknown;
  readonly bindings?: Readonly<Record<string, unknown>> | undefined;
}

export interface Samples {
  readonly all: readonly MapperSample[];
  readonly chosen: MapperSample;
  readonly index: number;
  /** Inputs of recent runs may still arrive. The first of them is then the chosen one, so nobody saves another before. */
  readonly isLoading: boolean;
  readonly choose: (id: string) => void;
  readonly paste: (input: unknown) => void;
}

const pastedPrefix = 'pasted-';
const noSample: MapperSample = { id: 'none', origin: 'made-up', label: 'Nothing', input: {} };

/**
 * The inputs on which the mapping can be tried: pasted records, inputs in recent runs, its tests, and an invented one.
 */
export const useSamples = (mappingKey: string, tests: readonly MappingTest[], source: JsonSchema): Samples => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const { data: recent, isPending } = useQuery(
    trpc.mapper.samples.queryOptions({ environment: environment.key, key: mappingKey }, { staleTime: 60_000 }),
  );
  const [pasted, setPasted] = useState<readonly MapperSample[]>([]);
  const [chosenId, setChosenId] = useChosenId();
  const all = useMemo<readonly MapperSample[]>(
    () => [
      ...pasted,
      ...(recent ?? []).map(({ id, label, at, input }) => ({ id, origin: 'run' as const, label, at, input })),
      ...tests.map(({ name, input, bindings }, index) => ({
        id: `test-${index}`,
        origin: 'test' as const,
        label: name,
        input,
        bindings,
      })),
      { id: 'made-up', origin: 'made-up', label: 'Made up from the schema', input: schemaSample(source) },
    ],
    [pasted, recent, tests, source],
  );
  const found = all.findIndex(({ id }) => id === chosenId);
  const index = Math.max(0, found);
  const chosen = all[index] ?? noSample;
  const paste = useCallback(
    (input: unknown) => {
      const id = `${pastedPrefix}${pasted.length + 1}`;
      setPasted([{ id, origin: 'pasted', label: `Pasted record ${pasted.length + 1}`, input }, ...pasted]);
      setChosenId(id);
    },
    [pasted, setChosenId],
  );
  return useMemo(
    () => ({ all, chosen, index, isLoading: isPending && chosenId === undefined, choose: setChosenId, paste }),
    [all, chosen, index, isPending, chosenId, setChosenId, paste],
  );
};

/** The chosen sample is in the address, unless it was pasted: nobody else has that one. */
const useChosenId = () => {
  const [{ sample: linked }] = useUrlState({ sample: '' });
  const [chosenId, setChosenId] = useState<string | undefined>(linked === '' ? undefined : linked);
  const shared = chosenId === undefined || chosenId.startsWith(pastedPrefix) ? '' : chosenId;
  useUrlMirror({ sample: shared }, ({ sample }) => setChosenId(sample === '' ? undefined : sample));
  return [chosenId, setChosenId] as const;
};
