'use client';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { FlowDocument } from '@throughline/core/flow';
import { QueryView } from '#features/workspace/query-view.tsx';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { Surroundings } from '#server/designer/load-surroundings.ts';
import type { OpenedFlow } from '#server/designer/open-flow.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { ErrorState } from '#ui/states.tsx';
import { designerData, DesignerDataContext } from './designer-data.ts';
import { Designer } from './designer.tsx';
import { readFlow } from './read-flow.ts';

/** Opens a flow. While it is being edited, it is never refreshed; another person's save shows as a conflict. */
export const DesignerPage = ({ flowKey }: { readonly flowKey: string }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const opened = useQuery(
    trpc.designer.open.queryOptions(
      { environment: environment.key, key: flowKey },
      { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
    ),
  );
  const surroundings = useQuery(trpc.designer.surroundings.queryOptions({ environment: environment.key }));
  return (
    <QueryView query={opened} loading={<DesignerSkeleton />}>
      {(definition) => (
        <QueryView query={surroundings} loading={<DesignerSkeleton />}>
          {(around) => <WithData key={definition.id} opened={definition} surroundings={around} />}
        </QueryView>
      )}
    </QueryView>
  );
};

interface WithDataProps {
  readonly opened: OpenedFlow;
  readonly surroundings: Surroundings;
}

const WithData = ({ opened, surroundings }: WithDataProps) => {
  const data = useMemo(() => designerData(surroundings, opened.key), [surroundings, opened.key]);
  const flow = useMemo(() => (opened.isRead ? (opened.document as FlowDocument) : readFlow(opened.document)), [opened]);
  if (flow === undefined) return <NotDrawable opened={opened} />;
  return (
    <DesignerDataContext value={data}>
      <Designer opened={opened} flow={flow} />
    </DesignerDataContext>
  );
};

/** A document that is not a flow is shown as it is, and opening it overwrites nothing. */
const NotDrawable = ({ opened }: { readonly opened: OpenedFlow }) => (
  <div className="flex flex-col gap-4 p-6">
    <ErrorState message={`“${opened.name}” holds no flow that can be drawn. It is shown as it is stored.`} />
    <CodeBlock label="document" text={JSON.stringify(opened.document, null, 2)} />
  </div>
);

const DesignerSkeleton = () => (
  <div role="status" aria-label="Loading" className="flex h-full flex-col">
    <div className="h-14 border-b border-line" />
    <div className="grid flex-1 grid-cols-[240px_1fr_360px] max-lg:grid-cols-1">
      <div className="border-r border-line max-lg:hidden" />
      <div className="grid place-items-center">
        <div className="h-13 w-62 animate-pulse-soft rounded-[26px] bg-hover" />
      </div>
      <div className="border-l border-line max-lg:hidden" />
    </div>
  </div>
);
