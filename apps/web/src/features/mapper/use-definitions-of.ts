'use client';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';

export interface NamedDefinition {
  readonly name: string;
  /** It has changes that are not published. */
  readonly isDraft: boolean;
}

const none: ReadonlyMap<string, NamedDefinition> = new Map();

/** The workspace's mappings or value maps by key, which the page has read already. */
export const useDefinitionsOf = (wanted: 'mapping' | 'value-map'): ReadonlyMap<string, NamedDefinition> => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const { data } = useQuery(trpc.designer.surroundings.queryOptions({ environment: environment.key }));
  return useMemo(() => {
    const definitions = data?.definitions.filter(({ kind }) => kind === wanted);
    return definitions === undefined ? none : new Map(definitions.map((definition) => [definition.key, definition]));
  }, [data, wanted]);
};
