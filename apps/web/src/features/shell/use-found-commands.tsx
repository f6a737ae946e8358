'use client';
import { useDeferredValue, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Activity, ArrowLeftRight, Plug, Table2, TriangleAlert, Workflow } from 'lucide-react';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

export type Command = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly icon: ReactNode;
} & ({ readonly href: string } | { readonly run: () => void });

type Found = Outputs['search']['everything'][number];

const shortest = 2;

/** Records whose name, business key or id contains the text. */
export const useFoundCommands = (text: string): readonly Command[] => {
  const trpc = useTRPC();
  const { environment, pathTo } = useWorkspace();
  const wanted = useDeferredValue(text.trim());
  const found = useQuery(
    trpc.search.everything.queryOptions(
      { environment: environment.key, text: wanted },
      { enabled: wanted.length >= shortest, placeholderData: keepPreviousData },
    ),
  );
  if (wanted.length < shortest) return [];
  return (found.data ?? []).map((record) => ({
    id: `${record.kind}-${record.id}`,
    label: record.label,
    hint: record.hint,
    icon: icons[record.kind],
    href: pathTo(...paths[record.kind], record.id),
  }));
};

const icons: Record<Found['kind'], ReactNode> = {
  flow: <Workflow aria-hidden />,
  mapping: <ArrowLeftRight aria-hidden />,
  'value-map': <Table2 aria-hidden />,
  connection: <Plug aria-hidden />,
  run: <Activity aria-hidden />,
  exception: <TriangleAlert aria-hidden />,
};

const paths: Record<Found['kind'], readonly string[]> = {
  flow: ['flows'],
  mapping: ['mappings'],
  'value-map': ['value-maps'],
  connection: ['connections'],
  run: ['runs'],
  exception: ['exceptions'],
};
