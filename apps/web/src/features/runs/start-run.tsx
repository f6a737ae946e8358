'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { Notice } from '#ui/states.tsx';
import { parsePayload } from '../exceptions/parse-payload.ts';
import { PayloadText } from '../exceptions/payload-text.tsx';
import { dialogErrors } from '../workspace/field-errors.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** Starts a live flow by hand, with data that a person enters. */
export const StartRun = () => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={<Play aria-hidden />} onClick={() => setIsOpen(true)}>
        Start a run
      </Button>
      {isOpen && <StartRunDialog onClose={() => setIsOpen(false)} />}
    </>
  );
};

const StartRunDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { environment, pathTo } = useWorkspace();
  const [chosen, setChosen] = useState<string>();
  const [text, setText] = useState('{\n  \n}');
  const flows = useQuery(
    trpc.definitions.list.queryOptions({
      environment: environment.key,
      kinds: ['flow'],
      filter: 'live',
      pageSize: 200,
    }),
  );
  const start = useMutation(
    trpc.runs.start.mutationOptions({
      onSuccess: async ({ runId }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.runs.pathKey() });
        if (runId !== null) router.push(pathTo('runs', runId));
      },
    }),
  );
  const flowKey = chosen ?? flows.data?.rows[0]?.key;
  const parsed = parsePayload(text);
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Start a run in ${environment.name}`}
      description="The published version runs for real, as if this event had arrived."
      action="Start"
      isBusy={start.isPending}
      isDisabled={flowKey === undefined || !parsed.isOk}
      {...dialogErrors(start.error, 'reason')}
      reason={{ label: 'Reason', isRequired: true }}
      onConfirm={(reason) => {
        if (flowKey !== undefined && parsed.isOk) {
          start.mutate({ environment: environment.key, flowKey, payload: parsed.value, reason });
        }
      }}
    >
      <Field label="Flow" error={flows.data?.total === 0 ? 'No flow is live in this environment.' : undefined}>
        {(control) => (
          <Select
            {...control}
            value={flowKey}
            onChange={setChosen}
            options={(flows.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: name }))}
          />
        )}
      </Field>
      <div>
        <p className="mb-1 text-small font-medium">Event</p>
        <PayloadText text={text} onChange={setText} problem={parsed.isOk ? undefined : parsed.problem} />
      </div>
      {start.data?.runId === null && <Notice tone="warn">No run was started: {start.data.note}</Notice>}
    </ConfirmDialog>
  );
};
