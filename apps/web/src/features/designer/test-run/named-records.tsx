'use client';
import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { FlowDocument, RecordTrigger } from '@throughline/core/flow';
import { errorText } from '#features/workspace/error-text.ts';
import { QueryView } from '#features/workspace/query-view.tsx';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { SampleRecord } from '#server/designer/sample-records.ts';
import { SearchInput } from '#ui/search-input.tsx';
import { EmptyState, Notice } from '#ui/states.tsx';
import { useEffect } from 'react';
import { SampleChoices, type SampleGroup } from './sample-choices.tsx';

interface NamedRecordsProps {
  readonly flow: FlowDocument & { readonly trigger: RecordTrigger };
  readonly onChoose: (sample: { readonly payload: unknown } | undefined) => void;
}

/** The records of the trigger's system by name, newest first. What the trigger would start a run for comes first. */
export const NamedRecords = ({ flow, onChoose }: NamedRecordsProps) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<string>();
  const { format, trigger, settings } = flow;
  const about = { environment: environment.key, flow: { format, trigger, settings } };
  const records = useQuery(
    trpc.designer.sampleRecords.queryOptions({ ...about, text }, { placeholderData: keepPreviousData, staleTime: 0 }),
  );
  const record = useQuery(
    trpc.designer.sampleRecord.queryOptions(
      { ...about, recordId: chosenId ?? '' },
      { enabled: chosenId !== undefined, staleTime: 0 },
    ),
  );
  const payload = chosenId === undefined || record.isFetching ? undefined : record.data;
  const latest = useLatest(onChoose);
  useEffect(() => latest.current(payload === undefined ? undefined : { payload }), [payload, latest]);
  return (
    <div className="flex h-full min-h-0 flex-col gap-2">
      <SearchInput label={`Search ${trigger.object} by name`} value={text} onChange={setText} className="w-full" />
      {record.isError && <Notice tone="fail">{errorText(record.error)}</Notice>}
      <div className="min-h-0 flex-1">
        <QueryView query={records}>
          {(found) =>
            found.length === 0 ? (
              <EmptyState icon={<SearchX aria-hidden />} title={text === '' ? 'No records yet' : 'Nothing found'}>
                {text === ''
                  ? `${environment.name} has no ${trigger.object} that could be read. Paste JSON instead.`
                  : `No ${trigger.object} has “${text}” in its name.`}
              </EmptyState>
            ) : (
              <SampleChoices
                groups={groupsOf(found, trigger.name)}
                chosenId={chosenId}
                payload={payload}
                isReading={record.isFetching && chosenId !== undefined}
                onChoose={setChosenId}
              />
            )
          }
        </QueryView>
      </div>
    </div>
  );
};

function groupsOf(found: readonly SampleRecord[], trigger: string): SampleGroup[] {
  const choiceOf = ({ id, name, ignored }: SampleRecord) => ({ id, name, note: ignored ?? id });
  const groups = [
    { title: `Newest for “${trigger}”`, choices: found.filter(({ ignored }) => ignored === null).map(choiceOf) },
    {
      title: 'The trigger would not start a run',
      choices: found.filter(({ ignored }) => ignored !== null).map(choiceOf),
    },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
