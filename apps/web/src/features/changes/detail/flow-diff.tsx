'use client';
import { useMemo, useState } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { diffFlows, type FlowChange } from '@throughline/core/flow/diff';
import { Segmented } from '#ui/segmented.tsx';
import { FlowCanvas } from '../../designer/flow-canvas.tsx';
import { DocumentDiff } from './document-diff.tsx';
import { FlowChangeList } from './flow-change-list.tsx';

interface FlowDiffProps {
  readonly before: FlowDocument | undefined;
  readonly after: FlowDocument;
}

/** What changed by step, and the flow drawn before and after with the same step chosen in both. */
export const FlowDiff = ({ before, after }: FlowDiffProps) => {
  const [view, setView] = useState('drawing');
  const [selected, setSelected] = useState<string>();
  const changes = useMemo(() => diffFlows(before, after), [before, after]);
  const marked = useMemo(() => [...new Set(changes.flatMap(stepOf))], [changes]);
  return (
    <div className="flex flex-col gap-4 p-4">
      <FlowChangeList changes={changes} isNew={before === undefined} selected={selected} onSelect={setSelected} />
      <Segmented
        label="Show as"
        value={view}
        onChange={setView}
        segments={[
          { value: 'drawing', label: 'Drawing' },
          { value: 'document', label: 'Document' },
        ]}
      />
      {view === 'document' ? (
        <DocumentDiff before={before} after={after} />
      ) : (
        <div className="grid gap-3 lg:grid-cols-2">
          {before !== undefined && (
            <Side title="Before" flow={before} marked={marked} selected={selected} onSelect={setSelected} />
          )}
          <Side title="After" flow={after} marked={marked} selected={selected} onSelect={setSelected} />
        </div>
      )}
    </div>
  );
};

const stepOf = (change: FlowChange): string[] => (change.kind === 'flow-changed' ? [] : [change.stepId]);

interface SideProps {
  readonly title: string;
  readonly flow: FlowDocument;
  readonly marked: readonly string[];
  readonly selected: string | undefined;
  readonly onSelect: (stepId: string) => void;
}

const Side = ({ title, flow, marked, selected, onSelect }: SideProps) => (
  <figure className="min-w-0">
    <figcaption className="mb-1 text-caps font-medium text-muted">{title}</figcaption>
    <div className="relative h-[28rem] overflow-hidden rounded-md border border-line bg-sunken">
      <FlowCanvas
        flow={flow}
        marked={marked}
        selectedId={selected ?? null}
        onSelect={onSelect}
        label={`The flow ${title.toLowerCase()}`}
      />
    </div>
  </figure>
);
