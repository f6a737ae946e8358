'use client';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { designerData, type DesignerData } from './designer-data.ts';

const noSurroundings = { connections: [], definitions: [] };

/** Names of connections, mappings and value maps. Until they are loaded, their keys are used. */
export const useNames = (): DesignerData => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const { data } = useQuery(trpc.designer.surroundings.queryOptions({ environment: environment.key }));
  return useMemo(() => designerData(data ?? noSurroundings, ''), [data]);
};
