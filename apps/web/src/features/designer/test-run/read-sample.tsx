'use client';
import { useEffect, useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { errorText } from '#features/workspace/error-text.ts';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { JsonView } from '#ui/json-view.tsx';

interface ReadSampleProps {
  readonly definitionId: string;
  readonly connection: string;
  readonly object: string;
  readonly include: readonly string[];
  readonly onChoose: (payload: unknown) => void;
}

const pollMs = 300;

/** Reads one record from the system through the runtime, which alone has the credentials. */
export const ReadSample = ({ definitionId, connection, object, include, onChoose }: ReadSampleProps) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const [recordId, setRecordId] = useState('');
  const [runId, setRunId] = useState<string>();
  const start = useMutation(trpc.designer.readRecord.mutationOptions({ onSuccess: setRunId }));
  const { data: run } = useQuery(
    trpc.designer.testRun.queryOptions(
      { runId: runId ?? '' },
      {
        enabled: runId !== undefined,
        refetchInterval: ({ state }) => (state.data?.finishedAt == null ? pollMs : false),
      },
    ),
  );
  const record = run?.state === 'succeeded' ? run.steps[0]?.output : undefined;
  const latest = useLatest(onChoose);
  useEffect(() => {
    if (record !== undefined && record !== null) latest.current(record);
  }, [record, latest]);
  const isReading = start.isPending || (runId !== undefined && run?.finishedAt == null);
  const problem = start.isError ? errorText(start.error) : (run?.errorMessage ?? undefined);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setRunId(undefined);
    start.mutate({ environment: environment.key, definitionId, connection, object, include: [...include], recordId });
  };
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <form onSubmit={onSubmit} className="flex items-end gap-2">
        <Field label={`Id of the ${object}`} error={problem} className="flex-1">
          {(control) => (
            <Input
              {...control}
              className="font-mono text-code"
              value={recordId}
              onChange={(event) => setRecordId(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" isBusy={isReading} disabled={recordId.trim() === ''}>
          Read it
        </Button>
      </form>
      {record !== undefined && (
        <div className="min-h-0 flex-1 overflow-auto">
          <JsonView value={record} label="record" />
        </div>
      )}
    </div>
  );
};
