'use client';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { valueMapSchema } from '@throughline/core/flow';
import { QueryView } from '#features/workspace/query-view.tsx';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { ErrorState } from '#ui/states.tsx';
import { ValueMapEditor } from './value-map-editor.tsx';

/** Opens a value map. */
export const ValueMapPage = ({ valueMapKey }: { readonly valueMapKey: string }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const opened = useQuery(
    trpc.drafts.open.queryOptions(
      { environment: environment.key, kind: 'value-map', key: valueMapKey },
      { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
    ),
  );
  return <QueryView query={opened}>{(definition) => <Opened key={definition.id} opened={definition} />}</QueryView>;
};

const Opened = ({ opened }: { readonly opened: OpenedDefinition }) => {
  const parsed = useMemo(() => valueMapSchema.safeParse(opened.document), [opened.document]);
  if (parsed.success) return <ValueMapEditor opened={opened} document={parsed.data} />;
  return (
    <div className="flex flex-col gap-4 p-6">
      <ErrorState message={`“${opened.name}” holds no value map that can be shown. It is shown as it is stored.`} />
      <CodeBlock label="document" text={JSON.stringify(opened.document, null, 2)} />
    </div>
  );
};
