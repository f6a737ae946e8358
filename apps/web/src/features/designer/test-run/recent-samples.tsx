'use client';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { QueryView } from '#features/workspace/query-view.tsx';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { Sample } from '#server/designer/list-samples.ts';
import { EmptyState } from '#ui/states.tsx';
import { SampleChoices } from './sample-choices.tsx';

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
            Events this flow receives in {environment.name} appear here. Until then, choose a record or paste JSON.
          </EmptyState>
        ) : (
          <SampleList samples={samples} onChoose={onChoose} />
        )
      }
    </QueryView>
  );
};

const SampleList = ({ samples, onChoose }: SampleListProps) => {
  const [chosen, setChosen] = useState<Sample>();
  const choices = samples.map(({ id, label, origin, at }) => ({
    id,
    name: label,
    note: origin === 'event' ? 'received' : 'tried',
    at,
  }));
  return (
    <SampleChoices
      groups={[{ title: '', choices }]}
      chosenId={chosen?.id}
      payload={chosen?.payload}
      onChoose={(id) => {
        const next = samples.find((sample) => sample.id === id);
        setChosen(next);
        onChoose(next?.payload);
      }}
    />
  );
};

interface SampleListProps {
  readonly samples: readonly Sample[];
  readonly onChoose: (payload: unknown) => void;
}
