'use client';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { QueryView } from '#features/workspace/query-view.tsx';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { Sample } from '#server/designer/list-samples.ts';
import { classNames } from '#ui/class-names.ts';
import { JsonView } from '#ui/json-view.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { EmptyState } from '#ui/states.tsx';

interface RecentSamplesProps {
  readonly definitionId: string;
  readonly onChoose: (payload: unknown) => void;
}

export const RecentSamples = ({ definitionId, onChoose }: RecentSamplesProps) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const query = useQuery(trpc.designer.samples.queryOptions({ environment: environment.key, definitionId }));
  return (
    <QueryView query={query}>
      {(samples) =>
        samples.length === 0 ? (
          <EmptyState icon={<Inbox aria-hidden />} title="Nothing received yet">
            Events this flow receives in {environment.name} appear here. Until then, read a record or paste JSON.
          </EmptyState>
        ) : (
          <SampleList samples={samples} onChoose={onChoose} />
        )
      }
    </QueryView>
  );
};

interface SampleListProps {
  readonly samples: readonly Sample[];
  readonly onChoose: (payload: unknown) => void;
}

const SampleList = ({ samples, onChoose }: SampleListProps) => {
  const [chosen, setChosen] = useState<Sample>();
  return (
    <div className="grid h-full min-h-0 gap-3 sm:grid-cols-2">
      <div role="listbox" aria-label="Samples" className="min-h-0 overflow-auto rounded-md border border-line">
        {samples.map((sample) => (
          <button
            key={sample.id}
            type="button"
            role="option"
            aria-selected={chosen?.id === sample.id}
            onClick={() => {
              setChosen(sample);
              onChoose(sample.payload);
            }}
            className={classNames(
              'flex w-full items-center gap-2 border-b border-line px-2.5 py-1.5 text-left last:border-b-0',
              chosen?.id === sample.id ? 'bg-accent-soft' : 'hover:bg-hover',
            )}
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{sample.label}</span>
              <span className="text-small text-muted">{sample.origin === 'event' ? 'received' : 'tried'}</span>
            </span>
            <RelativeTime at={sample.at} />
          </button>
        ))}
      </div>
      {chosen === undefined ? (
        <p className="grid place-items-center text-muted max-sm:hidden">Choose a sample to see what is in it.</p>
      ) : (
        <div className="min-h-0 overflow-auto">
          <JsonView value={chosen.payload} label="sample" />
        </div>
      )}
    </div>
  );
};
