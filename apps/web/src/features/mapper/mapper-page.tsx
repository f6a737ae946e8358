'use client';
import { useEffect, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { designerData } from '#features/designer/designer-data.ts';
import { QueryView } from '#features/workspace/query-view.tsx';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { Surroundings } from '#server/designer/load-surroundings.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { ErrorState } from '#ui/states.tsx';
import type { MappingEvaluator } from './evaluation/evaluator.ts';
import { useEvaluator } from './evaluation/use-evaluator.ts';
import { Mapper } from './mapper.tsx';
import { readMapping } from './read-mapping.ts';

/** Opens a mapping. While it is being edited, it is never refreshed; another person's save shows as a conflict. */
export const MapperPage = ({ mappingKey }: { readonly mappingKey: string }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const evaluator = useEvaluator();
  // It has much code to load, which need not wait for the mapping.
  useEffect(() => evaluator.start(), [evaluator]);
  const opened = useQuery(
    trpc.drafts.open.queryOptions(
      { environment: environment.key, kind: 'mapping', key: mappingKey },
      { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
    ),
  );
  const surroundings = useQuery(trpc.designer.surroundings.queryOptions({ environment: environment.key }));
  return (
    <QueryView query={opened}>
      {(definition) => (
        <QueryView query={surroundings}>
          {(around) => (
            <WithContext key={definition.id} opened={definition} surroundings={around} evaluator={evaluator} />
          )}
        </QueryView>
      )}
    </QueryView>
  );
};

interface WithContextProps {
  readonly opened: OpenedDefinition;
  readonly surroundings: Surroundings;
  readonly evaluator: MappingEvaluator;
}

const WithContext = ({ opened, surroundings, evaluator }: WithContextProps) => {
  const { validation } = useMemo(() => designerData(surroundings, ''), [surroundings]);
  const document = useMemo(() => readMapping(opened.document), [opened.document]);
  if (document === undefined) {
    return (
      <div className="flex flex-col gap-4 p-6">
        <ErrorState message={`“${opened.name}” holds no mapping that can be shown. It is shown as it is stored.`} />
        <CodeBlock label="document" text={JSON.stringify(opened.document, null, 2)} />
      </div>
    );
  }
  return <Mapper opened={opened} document={document} context={validation} evaluator={evaluator} />;
};
