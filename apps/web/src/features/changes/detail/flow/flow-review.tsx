'use client';
import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Braces, Workflow } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { Segmented } from '#ui/segmented.tsx';
import { designerData, DesignerDataContext } from '../../../designer/designer-data.ts';
import { useTRPC } from '../../../workspace/trpc.ts';
import { useWorkspace } from '../../../workspace/workspace-context.ts';
import { DocumentDiff } from '../document-diff.tsx';
import { FlowComparison } from './flow-comparison.tsx';
import { NewFlow } from './new-flow.tsx';

interface FlowReviewProps {
  readonly before: FlowDocument | undefined;
  readonly after: FlowDocument;
}

const views = [
  { value: 'steps', label: 'Steps', icon: <Workflow aria-hidden /> },
  { value: 'document', label: 'Document', icon: <Braces aria-hidden /> },
];

/** A flow as a reviewer compares it: by step; the document itself one click away. */
export const FlowReview = ({ before, after }: FlowReviewProps) => {
  const [view, setView] = useState('steps');
  const data = useNames();
  const switcher = <Segmented label="Compare by" value={view} onChange={setView} segments={views} />;
  if (view === 'document') {
    return (
      <div className="flex flex-col gap-3 p-4">
        <div className="flex justify-end">{switcher}</div>
        <DocumentDiff before={before} after={after} />
      </div>
    );
  }
  return (
    <DesignerDataContext value={data}>
      {before === undefined ? (
        <NewFlow flow={after} switcher={switcher} />
      ) : (
        <FlowComparison before={before} after={after} switcher={switcher} />
      )}
    </DesignerDataContext>
  );
};

const noSurroundings = { connections: [], definitions: [] };

/** What connections, mappings and value maps are called; their keys stand for them until that is loaded. */
const useNames = () => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const { data } = useQuery(trpc.designer.surroundings.queryOptions({ environment: environment.key }));
  return useMemo(() => designerData(data ?? noSurroundings, ''), [data]);
};
