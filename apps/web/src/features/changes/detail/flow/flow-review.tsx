'use client';
import { useState } from 'react';
import { Braces, Workflow } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { Segmented } from '#ui/segmented.tsx';
import { DesignerDataContext } from '../../../designer/designer-data.ts';
import { useNames } from '../../../designer/use-names.ts';
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

/** A flow as a reviewer compares it: by step, with the document itself one click away. */
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
